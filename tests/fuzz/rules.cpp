#include "base/error.h"
#include "fuzz/targets.h"
#include "judge/judge.h"
#include "paper/paper.h"
#include "paper/shield.h"
#include "rules/calendar.h"
#include "rules/load.h"

namespace mediasi::testing {

namespace {

void check_rules(std::string_view text) {
  const auto loaded = load_standard(text, "rules.toml", known_names({"undangan", "berita_acara"}));
  for (const auto &problem : loaded.problems)
    must(!problem.message.empty() && problem.place.line >= 0, "a complaint says something");
  if (!loaded.problems.empty())
    return;
  // rules that are taken can be asked
  const std::vector<Gate> gates;
  const Roster roster;
  const Calendar calendar{{}, loaded.standard.working_days};
  const Bench bench{loaded.standard, gates, roster, calendar, {}, {}};
  const CaseFile file;
  next_steps(bench, file, parse_moment("2026-03-09T09:00").value());
  dues_of(bench, file);
}

} // namespace

// The first byte says what the rest is.
void fuzz_rules(std::string_view bytes) {
  if (bytes.empty())
    return;
  const std::string_view text = bytes.substr(1);
  std::vector<Problem> problems;
  try {
    switch (bytes.front()) {
    case 'g':
      load_gates(text, known_names({}), problems);
      break;
    case 'h':
      load_holidays(text, "2026.toml", problems);
      break;
    case 't':
      check_template(source_with_parts("undangan", text, {{"kop", std::string(text)}}), "invitee");
      break;
    case 'c':
      check_stylesheet(plain_source("paper.css", text));
      break;
    case 'n':
      check_number_pattern(text);
      break;
    default:
      check_rules(text);
    }
  } catch (const Error &) {
  }
}

} // namespace mediasi::testing
