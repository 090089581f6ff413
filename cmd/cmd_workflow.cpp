// workflow check FILE: is a rules file fit to be run on? Says everything that is wrong, not only the first thing.
#include <memory>

#include "base/error.h"
#include "base/language.h"
#include "cmd/declared.h"
#include "cmd/load_rules.h"
#include "cmd/options.h"

namespace mediasi {

namespace {

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
    info.lines.emplace_back("warning." + std::to_string(i + 1), rules.loaded.warnings[i].message);
  return {info, rules.loaded.warnings.empty() ? 0 : exit_code(Code::rules_warning)};
}

} // namespace

Run declare_workflow_check(Options &options) {
  const auto path = std::make_shared<std::string>();
  options.positional("FILE", later("a rules file, or the name of shipped ones"), *path, Presence::required);
  return [path](Env &env) { return check(*path, env); };
}

} // namespace mediasi
