// workflow check FILE: is a rules file fit to be run on? Says everything that is wrong, not only the first thing.
// workflow test FILE: do its own [[test]] rows hold?
#include <memory>

#include "base/error.h"
#include "base/language.h"
#include "base/text.h"
#include "cmd/declared.h"
#include "cmd/house_entry.h"
#include "cmd/load_rules.h"
#include "cmd/options.h"
#include "judge/rule_tests.h"
#include "rules/duties.h"

namespace mediasi {

namespace {

std::string in_full(const Problem &warning) {
  auto text = warning.place.line > 0 ? say("line {}: {}", warning.place.line, warning.message) : warning.message;
  return warning.hint.empty() ? text : text + "; " + warning.hint;
}

Outcome check(const std::string &path, const Env &env) {
  const auto rules = load_rules_file(env, path);
  throw_if_any(rules.loaded.problems);
  const auto &standard = rules.loaded.standard;
  Info info{tr("Rules"),
            {{"office", standard.office.unit},
             {"decree", standard.printed.decree},
             {"roles", std::to_string(standard.roles.size())},
             {"steps", std::to_string(standard.steps.size())},
             {"deadlines", std::to_string(standard.deadlines.size())},
             {"papers", std::to_string(standard.papers.size())},
             {"hash", rules.text.hash}}};
  for (std::size_t i = 0; i < rules.loaded.warnings.size(); ++i)
    info.lines.emplace_back("warning." + std::to_string(i + 1), in_full(rules.loaded.warnings[i]));
  return {info, rules.loaded.warnings.empty() ? 0 : exit_code(Code::rules_warning)};
}

Cells cells_of(const RuleTestResult &result) {
  const bool held = result.wrong.empty();
  return {result.name, std::int64_t{result.line},
          Coded{held ? "holds" : "fails", held ? tr_in("of a test", "holds") : tr_in("of a test", "fails")},
          join(result.wrong, "; ")};
}

Outcome test(const std::string &path, const Env &env) {
  const auto rules = load_rules_file(env, path);
  throw_if_any(rules.loaded.problems);
  const auto &standard = rules.loaded.standard;
  Calendar calendar{shipped_years(env), standard.working_days};
  const auto gates = gates_of_office(statutory_gates(), standard);
  Report report;
  report.name = "rule_tests";
  report.title = tr("Tests of the rules");
  report.columns = {{"test", tr("test"), ColumnType::text, ""},
                    {"line", tr("line"), ColumnType::integer, ""},
                    {"result", tr("result"), ColumnType::word, ""},
                    {"instead", tr("instead"), ColumnType::text, ""}};
  bool all = true;
  for (const auto &result : run_rule_tests(standard, gates, calendar)) {
    report.rows.push_back(cells_of(result));
    all = all && result.wrong.empty();
  }
  return {std::move(report), all ? 0 : exit_code(Code::rules_warning)};
}

Run for_file(Options &options, Outcome (*run)(const std::string &, const Env &)) {
  const auto path = std::make_shared<std::string>();
  options.positional("FILE", later("a rules file, or the name of shipped ones"), *path, Presence::required);
  return [path, run](Env &env) { return run(*path, env); };
}

} // namespace

Run declare_workflow_check(Options &options) {
  return for_file(options, check);
}

Run declare_workflow_test(Options &options) {
  return for_file(options, test);
}

} // namespace mediasi
