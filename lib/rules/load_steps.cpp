#include <algorithm>
#include <array>

#include "base/language.h"
#include "rules/load_parts.h"

namespace mediasi {

namespace {

using std::string_view_literals::operator""sv;

constexpr std::array commands{"intake"sv, "assess"sv, "schedule"sv, "record"sv, "monitor"sv, "terminate"sv};

struct RepeatName {
  std::string_view name;
  Repeat repeat;
};
constexpr std::array repeats{RepeatName{"once", Repeat::once},
                             RepeatName{"per_party", Repeat::per_party},
                             RepeatName{"per_beneficiary", Repeat::per_beneficiary},
                             RepeatName{"per_respondent", Repeat::per_respondent},
                             RepeatName{"per_session", Repeat::per_session},
                             RepeatName{"many", Repeat::many}};

const ActKind *load_act(Reading &reading, Table &table, Step &step) {
  std::vector<std::string> ids;
  for (const auto &act : reading.known.acts)
    if (act.id != "paper") // made by `document` alone
      ids.emplace_back(act.id);
  step.act = one_of(reading, table, "act", tr("act"), ids, Need::required);
  const auto found = std::find_if(reading.known.acts.begin(), reading.known.acts.end(),
                                  [&](const ActKind &act) { return act.id == step.act; });
  return found == reading.known.acts.end() ? nullptr : &*found;
}

void load_repeat(Reading &reading, Table &table, Step &step) {
  std::vector<std::string_view> names;
  for (const auto &row : repeats)
    names.push_back(row.name);
  const auto name = table.choice("repeat", names);
  for (const auto &row : repeats)
    if (row.name == name)
      step.repeat = row.repeat;
  step.most = table.number("most", 1, 1000).value_or(0);
  if (step.most > 1 && step.repeat == Repeat::once)
    reading.source.complain(Code::bad_value, table.at("most"),
                            say("'{}' is done once, not {} times", step.id, step.most),
                            tr("add repeat = \"many\", or leave 'most' out"));
}

// For whom it was done has to be told by the act itself, or by a field of the office's own.
void check_parties(Reading &reading, Table &table, const Step &step, const ActKind *act) {
  const bool by_party = step.repeat == Repeat::per_party || step.repeat == Repeat::per_beneficiary ||
                        step.repeat == Repeat::per_respondent;
  const auto is_party = [](const auto &field) { return field.name == "party"; };
  if (!by_party || act == nullptr || std::any_of(act->fields.begin(), act->fields.end(), is_party) ||
      std::any_of(step.fields.begin(), step.fields.end(), is_party))
    return;
  reading.source.complain(Code::bad_value, table.at("repeat"),
                          say("the act '{}' does not say which party it is about", act->id),
                          tr("write repeat = \"many\", or add a [[step.field]] named 'party' of kind 'person'"));
}

void load_roles(Reading &reading, Table &table, Step &step) {
  step.always = table.flag("always");
  step.optional = table.flag("optional");
  step.roles = role_names(reading, table, "roles");
  if (!step.always && !table.has("roles"))
    reading.source.complain(Code::missing_key, table.at(), say("'{}' does not say which role does it", step.id),
                            tr("add roles = [\"…\"]; only steps with always = true are open to every officer"));
}

void load_after(Reading &reading, Table &table, Step &step) {
  auto known = reading.words.steps;
  for (const auto event : reading.known.events)
    known.emplace_back(event);
  for (auto &name : table.names("after")) {
    if (name.text == step.id)
      reading.source.complain(Code::unreachable, name.at, say("the step '{}' waits for itself", step.id));
    else if (name.text.starts_with("step:") ? known_event(reading, name)
                                            : known_word(reading, name, tr("step or event"), known))
      step.after.push_back(name.text.starts_with("step:") ? name.text.substr(5) : name.text);
  }
}

void check_guard_id(Reading &reading, Table &table, const Guard &guard, const Step &own) {
  if (guard.id.starts_with("statute."))
    reading.source.complain(Code::gate_dropped, table.at("id"), say("'{}' is a statutory gate", guard.id),
                            tr("give the guard another id: an office's file cannot change a statutory gate"));
  const auto taken = [&](const Step &step) {
    return std::any_of(step.guards.begin(), step.guards.end(), [&](const Guard &g) { return g.id == guard.id; });
  };
  const auto &steps = reading.standard.steps;
  if (taken(own) || std::any_of(steps.begin(), steps.end(), taken))
    reading.source.complain(Code::duplicate_name, table.at("id"), say("the id '{}' is used twice", guard.id),
                            tr("add an id of its own to this guard"));
}

void load_guards(Reading &reading, Table &table, Step &step, const ActKind *act) {
  const AskedFields fields(act == nullptr ? std::vector<const ActKind *>() : std::vector{act}, step.fields);
  for (auto &row : table.tables("guard")) {
    auto id = row.text("id");
    auto guard = load_guard(reading, row, fields);
    guard.id = id.empty() ? step.id + "." + guard.kind : std::move(id);
    check_guard_id(reading, row, guard, step);
    step.guards.push_back(std::move(guard));
    row.done();
  }
}

void load_step(Reading &reading, Table &table) {
  Step step;
  step.line = table.at().line;
  step.id = table.id("id");
  step.title = table.text("title", Need::required);
  const auto *act = load_act(reading, table, step);
  step.command = table.choice("command", commands);
  if (step.command.empty() && act != nullptr)
    step.command = act->command;
  step.standard = table.text("standard");
  load_roles(reading, table, step);
  step.initials = table.flag("initials");
  if (step.initials && !step.act.empty() && step.act != "order")
    reading.source.complain(Code::bad_value, table.at("initials"), tr("'initials' goes with act = \"order\" alone"));
  load_after(reading, table, step);
  load_repeat(reading, table, step);
  for (auto &paper : table.names("papers"))
    if (known_word(reading, paper, tr("paper"), reading.words.papers))
      step.papers.push_back(std::move(paper.text));
  step.fields = load_fields(reading, table, act);
  check_parties(reading, table, step, act);
  step.preset = load_preset(reading, table, act);
  load_guards(reading, table, step, act);
  if (act != nullptr)
    table.done(); // without its act half of its keys would look unknown
  reading.standard.steps.push_back(std::move(step));
}

} // namespace

void load_steps(Reading &reading, Table &root) {
  for (auto &table : root.tables("step"))
    load_step(reading, table);
  if (reading.standard.steps.empty())
    reading.source.complain(Code::missing_key, root.at(), tr("the file names no step"), tr("add a [[step]]"));
}

void load_forms(Reading &reading, Table &root) {
  for (auto &table : root.tables("form")) {
    Form form{.id = table.id("id"),
              .title = table.text("title", Need::required),
              .command = table.choice("command", commands, Need::required),
              .steps = step_names(reading, table, "steps", Need::required),
              .line = table.at().line};
    if (is_one_of(form.id, reading.words.steps))
      reading.source.complain(Code::duplicate_name, table.at("id"), say("'{}' is a step already", form.id),
                              tr("give the form an id of its own: --step names both"));
    table.done();
    reading.standard.forms.push_back(std::move(form));
  }
}

} // namespace mediasi
