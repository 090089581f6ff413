#include <array>

#include "base/language.h"
#include "rules/load_parts.h"

namespace mediasi {

namespace {

using std::string_view_literals::operator""sv;

constexpr std::array units{"minute"sv, "hour"sv, "day"sv, "working_day"sv};
constexpr int most_amount = 36500; // a hundred years of days

std::string load_event(Reading &reading, Table &table, std::string_view key) {
  auto event = table.text(key);
  return event.empty() || known_event(reading, {event, table.at(key)}) ? event : std::string();
}

void load_amount(Reading &reading, Table &table, Deadline &deadline) {
  deadline.amount = table.number("amount", 0, most_amount);
  const auto unit = table.choice("unit", units, table.has("amount") ? Need::required : Need::optional);
  for (std::size_t i = 0; i < units.size(); ++i)
    if (units[i] == unit)
      deadline.unit = static_cast<Unit>(i);
  if (table.has("amount") && !table.has("from"))
    reading.source.complain(Code::no_anchor, table.at("amount"),
                            say("the deadline '{}' does not say what it counts from", deadline.id),
                            tr("add from = \"EVENT\", for instance from = \"complete\""));
  if (!table.has("amount") && deadline.text.empty())
    reading.source.complain(
        Code::missing_key, table.at(), say("the deadline '{}' has neither an amount nor a text", deadline.id),
        tr("add amount, unit and from; or text = \"situasional\", which is printed and never computed"));
}

// What spec 1 calls settings: a default is taken, but never silently.
void warn_open(Reading &reading, Table &table, const Deadline &deadline) {
  if (!deadline.amount)
    return;
  if (!table.has("until") && !deadline.at_least)
    reading.source.warn(Code::rules_warning, table.at(), say("nothing stops the deadline '{}'", deadline.id),
                        tr("add until = [\"EVENT\"]"));
  if (!table.has("pauses"))
    reading.source.warn(Code::rules_warning, table.at(),
                        say("the deadline '{}' does not say whether it may pause", deadline.id),
                        tr("add pauses = false"));
}

// pauses = true: for any listed reason; a list: for these alone. A pause without a listed reason cannot be recorded.
void load_pauses(Reading &reading, Table &table, Deadline &deadline) {
  std::vector<std::string> known;
  for (const auto &reason : reading.standard.reasons)
    if (reason.of == "pause")
      known.push_back(reason.id);
  if (table.has("pauses", NodeType::array)) {
    for (auto &name : table.names("pauses"))
      if (known_word(reading, name, tr("reason"), known))
        deadline.pause_reasons.push_back(std::move(name.text));
    deadline.pauses = true;
  } else {
    deadline.pauses = table.flag("pauses");
  }
  if (deadline.pauses && known.empty())
    reading.source.warn(Code::rules_warning, table.at("pauses"),
                        say("the deadline '{}' may pause, but no reason is listed", deadline.id),
                        tr("add [[reason]] of = \"pause\""));
}

void load_extension(Reading &reading, Table &table, Deadline &deadline) {
  deadline.extension = table.number("extension", 1, most_amount).value_or(0);
  deadline.extended_by = one_of(reading, table, "extended_by", tr("role"), reading.words.roles,
                                deadline.extension > 0 ? Need::required : Need::optional);
  if (deadline.extension == 0 && table.has("extended_by"))
    reading.source.complain(Code::missing_key, table.at("extended_by"),
                            say("the deadline '{}' does not say by how much it may be extended", deadline.id),
                            tr("add extension = 14, or leave 'extended_by' out"));
}

Deadline load_deadline(Reading &reading, Table &table) {
  Deadline deadline;
  deadline.line = table.at().line;
  deadline.id = table.id("id");
  deadline.title = table.text("title", Need::required);
  deadline.text = table.text("text");
  load_amount(reading, table, deadline);
  deadline.role = one_of(reading, table, "role", tr("role"), reading.words.roles,
                         table.has("amount") ? Need::required : Need::optional);
  deadline.step = one_of(reading, table, "step", tr("step"), reading.words.steps);
  deadline.at_least = table.flag("at_least");
  deadline.from = load_event(reading, table, "from");
  for (auto &event : table.names("until"))
    if (known_event(reading, event))
      deadline.until.push_back(std::move(event.text));
  deadline.repeats = table.flag("repeats");
  load_pauses(reading, table, deadline);
  load_extension(reading, table, deadline);
  deadline.because = table.text("because");
  deadline.standard = table.text("standard");
  warn_open(reading, table, deadline);
  return deadline;
}

} // namespace

void load_deadlines(Reading &reading, Table &root) {
  for (auto &table : root.tables("deadline")) {
    reading.standard.deadlines.push_back(load_deadline(reading, table));
    table.done();
  }
}

} // namespace mediasi
