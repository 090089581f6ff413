#include "support/letter_case.h"

#include "base/file.h"
#include "judge/judge.h"
#include "paper/owed.h"
#include "rules/load.h"
#include "support/parsed_day.h"
#include "support/shipped.h"

namespace mediasi::testing {

namespace {

const Standard &shipped_pasuruan() {
  static const auto text = read_whole(MEDIASI_SOURCE_DIR "/share/rules/pasuruan.toml", std::size_t{1} << 20U);
  static const auto standard = load_standard(text, "pasuruan.toml", known_names(shipped_names())).standard;
  return standard;
}

} // namespace

PaperCase registered() {
  auto sample = bullying();
  sample.standard = shipped_pasuruan();
  sample.file.sessions.clear();
  sample.file.minutes.clear();
  sample.file.obligations.clear();
  sample.file.persons[2].alleged_offender = Tri::no;
  sample.file.persons[0].initials = "C.A.S.";
  sample.file.persons[1].initials = "C.A.D.";
  return sample;
}

std::int64_t happened(PaperCase &sample, const char *step, const char *act, Row fields) {
  const auto entry = static_cast<std::int64_t>(sample.file.story.size()) + 100;
  Happened done;
  done.step = step;
  done.act = act;
  done.on = {parsed_day("2025-06-20"), {}};
  done.by = done.typed = "satu";
  done.entry = entry;
  done.facts.fields = std::move(fields);
  sample.file.story.push_back(std::move(done));
  return entry;
}

Consent consent(const char *purpose) {
  return {.party = "beneficiary1",
          .given_by = "companion1",
          .relation = "mother",
          .purposes = {purpose},
          .decision = "given",
          .child_view = Tri::yes,
          .on = {parsed_day("2025-06-19"), {}},
          .entry = 90};
}

IssuedPaper issued(const char *kind, const char *to, std::int64_t for_entry) {
  IssuedPaper paper;
  paper.kind = kind;
  paper.to = to;
  paper.on = {parsed_day("2025-06-25"), {}};
  paper.for_entry = for_entry;
  return paper;
}

std::vector<std::string> due(const PaperCase &sample) {
  std::vector<std::string> list;
  for (const auto &one : papers_due(sample.standard, sample.file))
    list.push_back(one.kind + " " + one.to + " " + std::string(state_of(one)));
  return list;
}

std::string letter(PaperCase &sample, const char *kind, const char *to, std::int64_t entry) {
  sample.request.kind = kind;
  sample.request.recipient = to;
  sample.request.for_entry = entry;
  sample.request.session = 0;
  return compose(sample.input(), shipped_templates());
}

std::string rule_against(PaperCase &sample, const char *kind, const char *to, std::int64_t entry) {
  try {
    letter(sample, kind, to, entry);
    return "none";
  } catch (const Error &error) {
    const auto &problem = error.problems().front();
    return problem.rule.empty() ? code_text(problem.code) : problem.rule;
  }
}

} // namespace mediasi::testing
