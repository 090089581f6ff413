#include <algorithm>
#include <array>

#include "acts/lists.h"
#include "base/language.h"
#include "rules/load.h"
#include "rules/load_parts.h"

namespace mediasi {

namespace {

using std::string_view_literals::operator""sv;

constexpr auto begin_of_session = "session_begin"sv; // judged by what the attendance says
constexpr std::array exceptions{"no_violence_no_child_no_needs"sv};

const ActKind *act_named(const Known &known, std::string_view id) {
  const auto found =
      std::find_if(known.acts.begin(), known.acts.end(), [&](const ActKind &act) { return act.id == id; });
  return found == known.acts.end() ? nullptr : &*found;
}

bool may_decide(const ActKind &act, std::string_view value) {
  if (act.id == "minutes") // their session's outcome decides
    return std::any_of(lists::outcomes().begin(), lists::outcomes().end(),
                       [&](const Choice &one) { return one.id == value; });
  return std::any_of(act.fields.begin(), act.fields.end(), [&](const FieldSpec &field) {
    if (field.kind != Kind::choice)
      return field.kind == Kind::text; // the internal act `paper`: its kinds are the office's
    return std::any_of(field.choices.begin(), field.choices.end(), [&](const Choice &one) { return one.id == value; });
  });
}

// The acts of `bites`, each known, each value one the act can say.
std::vector<const ActKind *> load_bites(Reading &reading, Table &table, Gate &gate) {
  std::vector<std::string> ids{std::string(begin_of_session)};
  for (const auto &act : reading.known.acts)
    ids.emplace_back(act.id);
  std::vector<const ActKind *> acts;
  for (const auto &name : table.names("bites", Need::required)) {
    gate.at.push_back(name.text);
    const auto colon = name.text.find(':');
    const auto id = name.text.substr(0, colon);
    if (!known_word(reading, {id, name.at}, tr("act"), ids))
      continue;
    const auto *act = act_named(reading.known, id == begin_of_session ? "attendance" : std::string_view(id));
    if (act == nullptr)
      continue;
    acts.push_back(act);
    if (colon != std::string::npos && !may_decide(*act, std::string_view(name.text).substr(colon + 1)))
      reading.source.complain(Code::not_a_choice, name.at, say("the act '{}' cannot say this", id));
  }
  return acts;
}

Gate load_gate(Reading &reading, Table &table) {
  Gate gate;
  const auto id = table.text("id", Need::required);
  if (!id.starts_with("statute.") && !id.empty())
    reading.source.complain(Code::bad_value, table.at("id"), tr("the id of a gate begins with 'statute.'"));
  const AskedFields fields(load_bites(reading, table, gate), {});
  gate.law = table.text("law", Need::required);
  gate.dated = table.text("dated", Need::required);
  if (!gate.dated.empty() && !parse_partial_date(gate.dated))
    reading.source.complain(Code::not_a_date, table.at("dated"), say("'{}' is no date", gate.dated),
                            tr("write 2022, 2022-05, or 2022-05-09"));
  gate.unless = table.choice("unless", exceptions);
  gate.guard = load_guard(reading, table, fields);
  gate.guard.id = id;
  if (gate.guard.severity != Severity::refuse)
    reading.source.complain(Code::bad_guard, table.at("severity"), tr("a statutory gate refuses"));
  if (gate.guard.instead.empty())
    reading.source.complain(Code::missing_key, table.at(), tr("a gate says what to do instead"));
  return gate;
}

} // namespace

std::vector<Gate> load_gates(std::string_view text, const Known &known, std::vector<Problem> &problems) {
  std::vector<Gate> gates;
  Source source(text, "statute");
  if (const auto node = source.parse()) {
    Standard none;
    Reading reading{source, known, {}, none};
    Table root(source, *node);
    if (root.number("format", 1, 1, Need::required)) {
      for (auto &table : root.tables("gate")) {
        auto gate = load_gate(reading, table);
        table.done();
        if (std::any_of(gates.begin(), gates.end(), [&](const Gate &g) { return g.guard.id == gate.guard.id; }))
          source.complain(Code::duplicate_name, table.at("id"), say("the id '{}' is used twice", gate.guard.id));
        gates.push_back(std::move(gate));
      }
    }
    root.done();
  }
  for (auto &problem : source.take_problems())
    problems.push_back(std::move(problem));
  return gates;
}

} // namespace mediasi
