#include "action/rows.h"

#include <algorithm>

#include "action/as_written.h"
#include "base/language.h"
#include "base/text.h"

namespace mediasi {

namespace {

struct Parted { // one row, clear and sealed apart
  Row clear, sealed;
};

void complain(std::vector<Problem> &problems, Code code, const Place &place, std::string message, std::string hint) {
  problems.push_back({code, std::move(message), std::move(hint), place, {}, {}, {}});
}

void check_unknown(std::span<const FieldSpec> specs, const DraftRow &row, const RowContext &context,
                   std::vector<Problem> &problems) {
  for (const auto &[name, value] : row.values) {
    if (std::ranges::find(specs, std::string_view(name), &FieldSpec::name) != specs.end())
      continue;
    if (std::find(context.meta.begin(), context.meta.end(), name) != context.meta.end())
      continue;
    std::vector<std::string> known;
    for (const auto &spec : specs)
      known.emplace_back(spec.name);
    const auto near = nearest(name, known);
    complain(problems, Code::unknown_key, value.place, say("unknown field '{}'", repeatable(name)),
             near.empty()
                 ? say("see the blank form: mediasi {} --step {} --blank", context.step.command, context.step.id)
                 : say("did you mean '{}'?", near));
  }
}

// the first day that a birth may have been on
Date first_day(const PartialDate &birth) {
  return std::chrono::year{birth.year} / std::chrono::month{std::max(birth.month, 1U)} /
         std::chrono::day{std::max(birth.day, 1U)};
}

Checked not_born_after(Checked birth, const std::optional<Date> &day) {
  const auto date = parse_partial_date(birth.value);
  if (date && day && *day < first_day(*date))
    return {{}, say("a birth date after the day of the act"), say("check the year")};
  return birth;
}

// a choice in the office's own words for it, which the reports show
std::string id_of_word(const FieldSpec &spec, const RowContext &context, std::string_view text) {
  const auto word = folded(trim(text));
  for (const auto &choice : spec.choices)
    if (const auto own = context.standard.word(context.step.act, spec.name, choice.id);
        !own.empty() && folded(own) == word)
      return std::string(choice.id);
  return {};
}

std::string checked(const FieldSpec &spec, const DraftValue &value, const RowContext &context,
                    std::vector<Problem> &problems) {
  if (auto wrong = wrong_as_written(spec, value)) {
    problems.push_back(std::move(*wrong));
    return {};
  }
  auto result = check_value(spec.kind, spec.choices, value.text);
  if (!result.complaint.empty() && spec.kind == Kind::choice)
    if (auto id = id_of_word(spec, context, value.text); !id.empty())
      result = {std::move(id), {}, {}};
  if (spec.kind == Kind::birth)
    result = not_born_after(std::move(result), context.day);
  if (!result.complaint.empty()) {
    const auto code = spec.kind == Kind::nik                                    ? Code::bad_nik
                      : spec.kind == Kind::choice || spec.kind == Kind::choices ? Code::not_a_choice
                      : spec.kind == Kind::date || spec.kind == Kind::moment || spec.kind == Kind::birth
                          ? Code::not_a_date
                          : Code::bad_value;
    complain(problems, code, value.place, say("field '{}': {}", spec.name, result.complaint), result.hint);
    return {};
  }
  if (const auto missing = context.references.first_missing(spec.kind, result.value); !missing.empty()) {
    const auto known = context.references.known(spec.kind);
    const auto near = nearest(missing, known);
    complain(problems, Code::not_a_reference, value.place, say("field '{}': no such id", spec.name),
             known.empty()  ? say("there is none yet")
             : near.empty() ? say("known: {}", join(known, ", "))
                            : say("did you mean '{}'?", near));
    return {};
  }
  return result.value;
}

// Of a name only the initials stay clear, of a birth date year and month (spec 4).
void part(const FieldSpec &spec, const std::string &value, bool of_person, Parted &parted) {
  if (spec.seal == Seal::clear) {
    parted.clear[std::string(spec.name)] = value;
    return;
  }
  parted.sealed[std::string(spec.name)] = value;
  if (!of_person)
    return;
  if (spec.kind == Kind::name && spec.name == "name")
    parted.clear["initials"] = initials(value);
  if (spec.kind == Kind::birth)
    parted.clear["birth"] = value.substr(0, 7);
}

Parted check_row(std::span<const FieldSpec> specs, const DraftRow &row, bool of_person, const RowContext &context,
                 const Row &fixed, std::vector<Problem> &problems) {
  Parted parted;
  check_unknown(specs, row, context, problems);
  for (const auto &spec : specs) {
    const auto found = row.values.find(spec.name);
    const bool given = found != row.values.end() && !trim(found->second.text).empty();
    if (given) {
      const auto value = checked(spec, found->second, context, problems);
      if (!value.empty())
        part(spec, value, of_person, parted);
    } else if (spec.need == Need::required && value_of(fixed, spec.name).empty()) {
      complain(problems, Code::missing_field, row.place, say("field '{}' is missing", spec.name),
               say("it says: {}", tr(spec.label.data())));
    }
  }
  return parted;
}

template <typename Rows> int highest(const Rows &rows) {
  int last = 0;
  for (const auto &row : rows)
    last = std::max(last, row.number);
  return last;
}

// ids or numbers that a row of this group may name: those it corrects
std::vector<std::string> nameable(const std::string &group, const RowContext &context) {
  std::vector<std::string> known;
  for (const auto &person : context.file.persons)
    if (is_person_group(group) && person.id.starts_with(group))
      known.push_back(person.id);
  for (const auto &matter : context.file.matters)
    if (group == "matter")
      known.push_back(std::to_string(matter.number));
  if (context.amended && group == "obligation")
    for (const auto &row : rows_of(context.amended->facts, group))
      known.emplace_back(value_of(row, "number"));
  return known;
}

// A row may name the one that it corrects; any other name would stay in the clear.
std::string taken_name(const std::string &group, DraftRow &draft, const RowContext &context,
                       std::vector<Problem> &problems) {
  const auto found = draft.values.find(named_by(group));
  const bool takes_name = is_person_group(group) || group == "matter" || (group == "obligation" && context.amended);
  if (found == draft.values.end() || !takes_name)
    return {};
  const auto given = draft.values.extract(found);
  const auto known = nameable(group, context);
  const auto name = std::string(trim(given.mapped().text));
  if (std::find(known.begin(), known.end(), name) != known.end())
    return name;
  complain(problems, Code::not_a_reference, given.mapped().place, say("field '{}': no such id", given.key()),
           known.empty() ? say("leave it out: the program gives ids and numbers")
                         : say("known: {}", join(known, ", ")));
  return {};
}

void check_once(const GroupSpec &spec, const std::vector<Row> &rows, const Row &row, const DraftRow &draft,
                std::vector<Problem> &problems) {
  const auto name = spec.fields.front().name;
  const auto value = value_of(row, name);
  if (!value.empty() &&
      std::any_of(rows.begin(), rows.end(), [&](const Row &other) { return value_of(other, name) == value; }))
    complain(problems, Code::duplicate_name, draft.place, say("'{}' stands twice among '{}'", value, spec.name),
             say("leave one of them out"));
}

// What a needed field may rest on: what the rules fix, and what the amended entry says already.
Row stands_already(const RowContext &context, const CheckedAct &act) {
  auto row = act.entry.facts.fields;
  if (!context.amended)
    return row;
  const auto &amended = *context.amended;
  row.insert(amended.facts.fields.begin(), amended.facts.fields.end());
  for (const auto &path : amended.sealed_paths)
    row.try_emplace(path, "sealed");
  return row;
}

// A matter without its pair is between the only two there are; one that is corrected keeps the pair it has.
void fill_pairs(std::vector<Row> &matters, const CaseFile &file, const Entry *amended) {
  static const std::vector<Row> none;
  const auto &replaced = amended ? rows_of(amended->facts, "matter") : none;
  for (auto &row : matters) {
    const auto number = value_of(row, "number");
    const auto old = std::find_if(replaced.begin(), replaced.end(),
                                  [&](const Row &other) { return value_of(other, "number") == number; });
    const bool known = std::any_of(file.matters.begin(), file.matters.end(),
                                   [&](const Matter &matter) { return std::to_string(matter.number) == number; });
    for (const auto *side : {"beneficiary", "respondent"}) {
      if (old != replaced.end() && old->contains(side))
        row.try_emplace(side, old->at(side));
      else if (!known)
        row.try_emplace(side, std::string(side) + "1");
    }
  }
}

} // namespace

void check_top(std::span<const FieldSpec> specs, const DraftRow &row, const RowContext &context, CheckedAct &act,
               std::vector<Problem> &problems) {
  auto parted = check_row(specs, row, false, context, stands_already(context, act), problems);
  act.entry.facts.fields.merge(parted.clear);
  for (auto &[name, value] : parted.sealed)
    act.sealed.push_back({name, std::move(value)});
}

void check_rows(const GroupSpec &spec, const std::vector<DraftRow> &drafts, const RowContext &context, CheckedAct &act,
                std::vector<Problem> &problems) {
  const bool of_person = is_person_group(spec.name);
  const auto group = std::string(spec.name);
  const auto ids = of_person ? new_person_ids(context.file, group, drafts) : std::vector<std::string>{};
  auto &rows = act.entry.facts.groups[group];
  int fresh = group == "matter" ? highest(context.file.matters) : highest(context.file.obligations);
  for (auto draft : drafts) {
    const auto name = taken_name(group, draft, context, problems);
    auto parted = check_row(spec.fields, draft, of_person, context, {}, problems);
    if (of_person)
      parted.clear["id"] = ids[rows.size()];
    if (named_by(group) == "number")
      parted.clear["number"] = name.empty() ? std::to_string(++fresh) : name;
    if (spec.unique)
      check_once(spec, rows, parted.clear, draft, problems);
    rows.push_back(std::move(parted.clear));
    if (parted.sealed.empty())
      continue;
    auto path = group + "#" + std::to_string(rows.size());
    act.sealed.push_back({path, encode(parted.sealed)});
    act.sealed_rows.emplace(std::move(path), std::move(parted.sealed));
  }
}

namespace {

std::vector<std::int64_t> open_follow_ups(const CaseFile &file) {
  std::vector<std::int64_t> entries;
  for (const auto &one : file.follow_ups)
    if (!one.answer)
      entries.push_back(one.entry);
  return entries;
}

// of the session the act names
std::string issued_text(const CaseFile &file, const Row &fields) {
  for (const auto &minutes : file.minutes)
    if (std::to_string(minutes.session) == value_of(fields, "session"))
      return minutes.frozen;
  return {};
}

} // namespace

void fill_defaults(const ActKind &kind, const RowContext &context, CheckedAct &act) {
  auto &fields = act.entry.facts.fields;
  const auto &file = context.file;
  const bool about_session = std::any_of(kind.fields.begin(), kind.fields.end(),
                                         [](const FieldSpec &spec) { return spec.kind == Kind::session; });
  if (about_session && file.last_session() && !context.amended)
    fields.try_emplace("session", std::to_string(file.last_session()->number));
  if ((kind.id == "session" || kind.id == "session_move") && !context.amended)
    fields[kind.id == "session" ? "number" : "new_session"] = std::to_string(highest(file.sessions) + 1);
  if (kind.id == "copies" && !context.amended) // of which version: the one that stands now
    if (auto text = issued_text(file, fields); !text.empty())
      fields["version"] = std::move(text);
  if (kind.id == "follow_up" && !context.amended)
    if (const auto open = open_follow_ups(file); open.size() == 1)
      fields.try_emplace("entry", std::to_string(open.front()));
  if (const auto matters = act.entry.facts.groups.find("matter"); matters != act.entry.facts.groups.end())
    fill_pairs(matters->second, file, context.amended);
}

} // namespace mediasi
