// Signed papers behind decisions: an order, a termination and an acceptance rest on a paper somebody signed.
#include "judge/judge.h"

namespace mediasi {

namespace {

bool rests_on_paper(const Happened &done) {
  return done.act == "order" || done.act == "termination" || !value_of(done.facts.fields, "accepted").empty();
}

} // namespace

std::vector<UnscannedPaper> papers_without_scan(const CaseFile &file) {
  std::vector<UnscannedPaper> list;
  for (const auto &done : file.story)
    if (rests_on_paper(done) && value_of(done.facts.fields, "attachments").empty())
      list.push_back({done.entry, done.step, std::string(value_of(done.facts.fields, "paper_number")), done.on});
  return list;
}

} // namespace mediasi
