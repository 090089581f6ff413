// Signed papers behind decisions: an order, a termination and an acceptance rest on a paper somebody signed.
#include <algorithm>

#include "judge/judge.h"

namespace mediasi {

namespace {

bool rests_on_paper(const Standard &standard, const Happened &done) {
  const auto *step = standard.step(done.step);
  const bool orders = done.act == "order" && !(step && step->initials) &&
                      value_of(done.facts.fields, "decision") != "sent_back"; // a note on the draft, signed by nobody
  return orders || done.act == "termination" || !value_of(done.facts.fields, "accepted").empty();
}

std::string number_of(const Happened &done) {
  const auto own = value_of(done.facts.fields, "paper_number");
  return std::string(own.empty() ? value_of(done.facts.fields, "accept_paper") : own);
}

bool scanned(const CaseFile &file, const Happened &done) {
  return !value_of(done.facts.fields, "attachments").empty() ||
         std::any_of(file.scans.begin(), file.scans.end(), [&](const Scan &scan) { return scan.of == done.entry; });
}

} // namespace

std::vector<UnscannedPaper> papers_without_scan(const Standard &standard, const CaseFile &file) {
  std::vector<UnscannedPaper> list;
  for (const auto &done : file.story)
    if (rests_on_paper(standard, done) && !scanned(file, done))
      list.push_back({done.entry, done.step, number_of(done), done.on});
  return list;
}

} // namespace mediasi
