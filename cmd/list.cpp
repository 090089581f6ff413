#include "cmd/list.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "acts/acts.h"
#include "base/language.h"
#include "base/text.h"
#include "cmd/env.h"
#include "cmd/load_rules.h"
#include "judge/judge.h"
#include "paper/dossier_page.h"
#include "report/registry.h"

namespace mediasi {

namespace {

namespace fs = std::filesystem;
using Rows = std::vector<std::vector<Cell>>;

std::string shown(std::string_view msgid) {
  return msgid.empty() ? std::string() : tr(std::string(msgid).c_str());
}

std::string text(std::string_view view) {
  return std::string(view);
}

Loaded checked(Loaded loaded) {
  throw_if_any(loaded.problems);
  return loaded;
}

// The rules in force: the store's; without a store those that come with the program.
Standard rules_in_force(const Env &env) {
  std::error_code ignored;
  const bool none = env.store.value.empty() || !fs::exists(env.store.value, ignored);
  if (env.store.from != Setting::option && none)
    return checked(load_rules_file(env, "pasuruan").loaded).standard;
  const Store store = open_store(env, Access::read);
  const RulesText rules = store.rules(store.current_rules());
  std::vector<std::string> templates;
  for (const auto &[name, content] : rules.templates)
    templates.push_back(name);
  return checked(load_standard(rules.text, rules.file, known_names(templates))).standard;
}

Rows list_commands(const Env &) {
  Rows rows;
  for (const Command &command : commands())
    rows.push_back({text(command.name), shown(command.summary), text(command.exits)});
  return rows;
}

Rows list_steps(const Env &env) {
  Rows rows;
  for (const Step &step : rules_in_force(env).steps)
    rows.push_back({step.id, step.title, step.command, step.act, step.standard, join(step.roles, ",")});
  return rows;
}

void add_fields(Rows &rows, const ActKind &act, std::string_view group, std::span<const FieldSpec> fields) {
  for (const FieldSpec &field : fields) {
    std::vector<std::string> choices;
    for (const Choice &choice : field.choices)
      choices.emplace_back(choice.id);
    rows.push_back({text(act.id), text(group), text(field.name), text(kind_name(field.kind)),
                    field.need == Need::required, field.seal == Seal::sealed, shown(field.label), join(choices, ",")});
  }
}

Rows list_fields(const Env &) {
  Rows rows;
  for (const ActKind &act : act_kinds()) {
    add_fields(rows, act, "", act.fields);
    for (const GroupSpec &group : act.groups)
      add_fields(rows, act, group.name, group.fields);
  }
  return rows;
}

Rows list_codes(const Env &) {
  Rows rows;
  for (const CodeRow &row : codes())
    rows.push_back({code_text(row.code), std::int64_t{exit_code(row.code)}, shown(row.meaning)});
  return rows;
}

Rows list_guards(const Env &) {
  Rows rows;
  for (const GuardShape &guard : known_names({}).guards) {
    std::vector<std::string> needed, optional;
    for (const ParameterSpec &parameter : guard.parameters)
      (parameter.needed ? needed : optional).emplace_back(parameter.name);
    rows.push_back({text(guard.kind), join(needed, ","), join(optional, ","), shown(guard.doc)});
  }
  return rows;
}

Rows list_reports(const Env &) {
  Rows rows;
  for (const ReportKind &kind : report_kinds())
    rows.push_back({text(kind.name), shown(kind.title)});
  return rows;
}

Rows list_papers(const Env &env) {
  Rows rows;
  for (const Paper &paper : rules_in_force(env).papers)
    rows.push_back({paper.id, paper.title, paper.template_name, paper.to, join(paper.signers, ",")});
  rows.push_back({text(dossier_kind), text("Berkas Layanan"), text(dossier_template), text("office"), text("")});
  return rows;
}

struct List {
  std::string_view name;
  std::string_view columns; // keys, with the type behind a colon where it is not text
  Rows (*rows)(const Env &);
};

constexpr std::array lists{
    List{"commands", "command summary exits", list_commands},
    List{"steps", "step title command act standard roles", list_steps},
    List{"fields", "act group field kind required:yes_no sealed:yes_no label choices", list_fields},
    List{"codes", "code exit:integer meaning", list_codes},
    List{"guards", "guard needs may_have about", list_guards},
    List{"reports", "report title", list_reports},
    List{"papers", "paper title template to signers", list_papers},
};

struct Heading {
  std::string_view key, words;
};

constexpr std::array headings{
    Heading{"about", later("what it asks")}, Heading{"act", later("act")},
    Heading{"choices", later("choices")},    Heading{"code", later("code")},
    Heading{"command", later("command")},    Heading{"exit", later("exit code")},
    Heading{"exits", later("exit codes")},   Heading{"field", later("field")},
    Heading{"group", later("rows")},         Heading{"guard", later("guard")},
    Heading{"kind", later("kind")},          Heading{"label", later("label")},
    Heading{"may_have", later("may have")},  Heading{"meaning", later("meaning")},
    Heading{"needs", later("needs")},        Heading{"paper", later("paper")},
    Heading{"report", later("report")},      Heading{"required", later("required")},
    Heading{"roles", later("roles")},        Heading{"sealed", later("sealed")},
    Heading{"signers", later("signers")},    Heading{"standard", later("demand of the standard")},
    Heading{"step", later("step")},          Heading{"summary", later("summary")},
    Heading{"template", later("template")},  Heading{"title", later("title")},
    Heading{"to", later("to whom")},
};

std::string heading_of(const std::string &key) {
  const auto found = std::find_if(headings.begin(), headings.end(), [&](const Heading &one) { return one.key == key; });
  return found == headings.end() ? key : shown(found->words);
}

Column column_of(const std::string &written) {
  const std::string key = written.substr(0, written.find(':'));
  const ColumnType type = written.ends_with(":yes_no")    ? ColumnType::yes_no
                          : written.ends_with(":integer") ? ColumnType::integer
                                                          : ColumnType::text;
  return {key, heading_of(key), type, ""};
}

} // namespace

Report list_of(const std::string &what, const Env &env) {
  std::vector<std::string> known;
  for (const List &list : lists) {
    known.emplace_back(list.name);
    if (list.name != what)
      continue;
    Report report;
    report.name = what;
    for (const std::string &column : split(list.columns, ' '))
      report.columns.push_back(column_of(column));
    report.rows = list.rows(env);
    return report;
  }
  const std::string near = nearest(what, known);
  throw Error(
      Problem{.code = Code::option_value,
              .message = say("--list knows no '{}'", safe_for_terminal(what)),
              .hint = near.empty() ? say("write one of {}", join(known, ", ")) : say("did you mean '{}'?", near)});
}

} // namespace mediasi
