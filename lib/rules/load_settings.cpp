#include <algorithm>
#include <array>

#include "base/language.h"
#include "base/text.h"
#include "rules/load_parts.h"

namespace mediasi {

namespace {

using std::string_view_literals::operator""sv;

constexpr std::array reason_kinds{"termination"sv, "outcome"sv,  "correction"sv, "acceptance"sv, "refusal"sv,
                                  "sent_back"sv,   "not_held"sv, "pause"sv,      "complaint"sv};

void load_working_days(Reading &reading, Table &table) {
  const auto days = table.numbers("working_days", 1, 7);
  if (!table.has("working_days"))
    return;
  std::vector<unsigned> sorted(days.begin(), days.end());
  std::sort(sorted.begin(), sorted.end());
  if (sorted.empty())
    reading.source.complain(Code::bad_value, table.at("working_days"), tr("no working day is left"),
                            tr("list ISO weekdays: 1 is Monday, 7 is Sunday"));
  else if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end())
    reading.source.complain(Code::duplicate_name, table.at("working_days"), tr("a weekday is listed twice"));
  else
    reading.standard.working_days = sorted;
}

// "08.00-16.00", as an office writes it; "08:00-16:00" is taken as well
std::optional<OfficeHours> hours_of(std::string text) {
  std::replace(text.begin(), text.end(), '.', ':');
  const auto parts = split(text, '-');
  if (parts.size() != 2)
    return std::nullopt;
  const auto from = parse_time(trim(parts[0]));
  const auto to = parse_time(trim(parts[1]));
  return from && to && *from < *to ? std::optional(OfficeHours{*from, *to}) : std::nullopt;
}

void load_office_hours(Reading &reading, Table &table) {
  const auto text = table.text("office_hours");
  if (text.empty())
    return;
  if (const auto hours = hours_of(text))
    reading.standard.hours = *hours;
  else
    reading.source.complain(Code::bad_value, table.at("office_hours"), tr("'office_hours' is not a span of a day"),
                            tr("write office_hours = \"08.00-16.00\""));
}

std::span<const FieldSpec> fields_named(const ActKind &act, std::string_view group) {
  if (group.empty())
    return act.fields;
  const auto found =
      std::find_if(act.groups.begin(), act.groups.end(), [&](const GroupSpec &spec) { return spec.name == group; });
  return found == act.groups.end() ? std::span<const FieldSpec>() : found->fields;
}

// One level of [labels.ACT] or [labels.ACT.GROUP].
void load_labels_of(Reading &reading, Table table, const ActKind &act, const std::string &group) {
  std::vector<std::string> names;
  for (const auto &field : fields_named(act, group))
    names.emplace_back(field.name);
  const auto prefix = std::string(act.id) + "." + (group.empty() ? "" : group + ".");
  for (const auto &name : names)
    if (auto label = table.text(name); !label.empty())
      reading.standard.labels.emplace_back(prefix + name, label);
  if (group.empty())
    for (const auto &spec : act.groups)
      if (auto inner = table.table(spec.name))
        load_labels_of(reading, *inner, act, std::string(spec.name));
  table.done();
}

void load_labels(Reading &reading, Table &root) {
  auto table = root.table("labels");
  if (!table)
    return;
  for (const auto &act : reading.known.acts)
    if (auto inner = table->table(act.id))
      load_labels_of(reading, *inner, act, "");
  table->done();
}

// Where the program itself keeps the codes (why a case ended, what came of a session), the file gives them words alone.
std::vector<std::string> codes_of(const Known &known, std::string_view of) {
  std::vector<std::string> codes;
  const auto coded = of == "outcome" ? of : "reason"sv;
  for (const auto &act : known.acts)
    for (const auto &field : act.fields)
      if (act.id == of && field.name == coded)
        for (const auto &choice : field.choices)
          codes.emplace_back(choice.id);
  return codes;
}

void load_reasons(Reading &reading, Table &root) {
  for (auto &row : root.tables("reason")) {
    Reason reason{.of = row.choice("of", reason_kinds, Need::required),
                  .id = row.id("id"),
                  .title = row.text("title", Need::required)};
    const auto codes = codes_of(reading.known, reason.of);
    if (!codes.empty() && !reason.id.empty())
      known_word(reading, {reason.id, row.at("id")}, tr("reason"), codes);
    const auto &taken = reading.standard.reasons;
    if (std::any_of(taken.begin(), taken.end(),
                    [&](const Reason &r) { return r.of == reason.of && r.id == reason.id; }))
      reading.source.complain(Code::duplicate_name, row.at("id"), say("the id '{}' is used twice", reason.id));
    reading.standard.reasons.push_back(std::move(reason));
    row.done();
  }
}

} // namespace

void load_settings(Reading &reading, Table &root) {
  if (auto table = root.table("settings", Need::required)) {
    const auto visits = table->number("fulfilled_visits", 1, 100);
    if (!visits && !table->has("fulfilled_visits"))
      reading.source.warn(Code::rules_warning, table->at(), tr("'fulfilled_visits' is not set"),
                          tr("write fulfilled_visits = 3: so many fulfilled visits in a row carry out an obligation"));
    reading.standard.fulfilled_visits = visits.value_or(3);
    reading.standard.invitations = static_cast<int>(table->number("invitations", 1, 20).value_or(3));
    reading.standard.credential = table->text("credential", Need::required);
    load_working_days(reading, *table);
    load_office_hours(reading, *table);
    table->done();
  }
  load_labels(reading, root);
  load_reasons(reading, root);
}

} // namespace mediasi
