// Which case and which step a row means.
#include <algorithm>
#include <set>

#include <fmt/core.h>

#include "acts/acts.h"
#include "base/error.h"
#include "base/language.h"
#include "base/text.h"
#include "cmd/batch_run.h"
#include "cmd/collect.h"
#include "cmd/house_acts.h"
#include "cmd/which_case.h"

namespace mediasi {

namespace {

Error no_case(std::string message, std::string hint) {
  return Error(Problem{.code = Code::not_a_reference,
                       .message = std::move(message),
                       .hint = std::move(hint),
                       .place = {.field = "case"}});
}

// "2026-2" and "2026-0002"
std::optional<std::pair<int, int>> year_and_serial(const std::string &word) {
  const auto dash = word.find('-');
  const auto year = parse_integer(word.substr(0, dash));
  const auto serial = dash == std::string::npos ? std::nullopt : parse_integer(word.substr(dash + 1));
  constexpr int most = 1'000'000'000;
  if (!year || !serial || *year < 1 || *year > 9999 || *serial < 1 || *serial > most)
    return std::nullopt;
  return std::pair{static_cast<int>(*year), static_cast<int>(*serial)};
}

} // namespace

bool BatchRun::goes_by_register() const {
  return settings_.command == importing || !settings_.source.empty();
}

// A case may go by the key of the row that registered it: in an import, and in a batch that says of which register.
std::string BatchRun::registered_as(const std::string &word) const {
  if (!goes_by_register())
    return {};
  if (const auto seen = seen_.find(word); seen != seen_.end())
    return seen->second.registers ? seen->second.case_number : std::string();
  const auto known = known_row(store_, settings_.source, word);
  return known && known->act == "register" ? known->case_number : std::string();
}

// In a dry run the cases that earlier rows register, close or open again are in mind alone.
std::optional<std::string> BatchRun::supposed_number(const std::string &word) const {
  if (coming_.empty())
    return std::nullopt;
  const auto said = case_word(word);
  if (said.year) {
    auto number = case_number_text(*said.year, said.serial);
    return coming_.contains(number) ? std::optional(std::move(number)) : std::nullopt;
  }
  const auto stored = store_.open_cases_with_serial(said.serial);
  std::set<std::string> open(stored.begin(), stored.end());
  for (auto at = coming_.begin(); at != coming_.end();) {
    const auto year = static_cast<int>(parse_integer(at->first.substr(0, 4)).value_or(0));
    const auto found = coming_.find(case_number_text(year, said.serial));
    if (found != coming_.end() && fold(found->second).closed())
      open.erase(found->first);
    else if (found != coming_.end())
      open.insert(found->first);
    at = coming_.lower_bound(fmt::format("{:04}", year + 1));
  }
  return only_open(said.serial, {open.begin(), open.end()});
}

// Where rows go by the keys of a register, "2" and "2026-2" are such keys: the case that happens to bear the number is
// not meant, and may be anybody's. Only a number written in full ("2026-0002") is one.
bool BatchRun::goes_by_keys(const std::string &word) const {
  if (!goes_by_register())
    return false;
  const auto number = year_and_serial(word);
  return !number || word != case_number_text(number->first, number->second);
}

// A register whose keys look like numbers of cases: a case that came out of it goes by its own key, for the word that
// is its number may be another's key.
void BatchRun::refuse_namesake(const std::string &word, const std::string &number) const {
  if (!goes_by_register())
    return;
  const auto coming = coming_.find(number);
  const auto came_from = fold(coming == coming_.end() ? store_.entries_of(number) : coming->second).came_from;
  if (came_from && came_from->source == settings_.source && came_from->ref != word && year_and_serial(came_from->ref))
    throw no_case(say("the case is the number of one and the key of another"),
                  say("this register calls that case '{}': say so, or load the row that has the key first",
                      repeatable(came_from->ref)));
}

// "2026-0012", a short number of an open case, or such a key; what could mean two cases means none
std::string BatchRun::number_of(const std::string &word) const {
  const auto registered = registered_as(word);
  std::string number;
  try {
    number = goes_by_keys(word) ? "" : supposed_number(word).value_or("");
    if (number.empty() && !goes_by_keys(word))
      number = which_case(store_, word);
  } catch (const Error &error) {
    if (error.exit_code() != exit_code(Code::usage))
      throw;
    if (registered.empty())
      throw no_case(error.problems().front().message, error.problems().front().hint);
  }
  const bool by_this_file = registered_here_.contains(word); // which says itself what it means
  if (by_this_file && registered.empty())
    throw no_case(say("the line that registers it was not taken"), say("mend that line first, then give both"));
  if (registered.empty() && number.empty())
    throw no_case(say("no row of this register has the key '{}'", repeatable(word)),
                  say("load the row that registers it first, or write the full number, such as 2026-0012"));
  if (!registered.empty() && !number.empty() && registered != number && !by_this_file)
    throw no_case(say("the case is the number of one and the key of another"),
                  settings_.command == importing
                      ? say("give the line that registers it in the same file, before")
                      : say("leave --source out: the word is then the number of a case, and nothing else"));
  if (!registered.empty())
    return registered;
  refuse_namesake(word, number);
  return number;
}

// Lines of an import may stand apart from the one that registers their case, and mean no other case if it is refused.
void BatchRun::note_registration(const std::vector<SourceRow> &unit) {
  for (const SourceRow &row : unit)
    if (const auto ref = cell_called(row.row, "ref"); settings_.command == importing && row.command == "intake" &&
                                                      !ref.empty() && (row.case_word.empty() || row.case_word == ref))
      registered_here_.emplace(ref);
}

// A row given again is of the case it went into, whatever its short number means by now.
std::optional<std::string> BatchRun::case_before(const SourceRow &row) const {
  const auto ref = std::string(cell_called(row.row, "ref"));
  if (ref.empty() || row.case_word.empty())
    return std::nullopt;
  std::string number;
  if (const auto seen = seen_.find(ref); seen != seen_.end())
    number = seen->second.case_number;
  else if (const auto known = known_row(store_, settings_.source, ref))
    number = known->case_number;
  if (number.empty())
    return std::nullopt;
  if (const auto registered = registered_as(row.case_word); !registered.empty())
    return registered == number ? std::optional(registered) : std::nullopt;
  const auto dash = number.find('-');
  const bool same = row.case_word == number || (!goes_by_keys(row.case_word) && dash != std::string::npos &&
                                                parse_integer(row.case_word) == parse_integer(number.substr(dash + 1)));
  return same ? std::optional(number) : std::nullopt;
}

CaseAtHand BatchRun::case_of(const std::vector<SourceRow> &unit) {
  const SourceRow &row = unit.front();
  CaseAtHand at_hand;
  at_hand.rules = rules_;
  const auto said = std::string(cell_called(row.row, "step"));
  const auto step = said.empty() ? settings_.step : said;
  const auto ref = settings_.command == importing ? cell_called(row.row, "ref") : std::string_view{};
  if (row.case_word.empty() && is_house_step(grounds_.standard(at_hand.rules), step)) {
    at_hand.number = house;
    const auto coming = coming_.find(at_hand.number);
    at_hand.entries = coming == coming_.end() ? complaint_entries(store_) : coming->second;
    return at_hand;
  }
  if (row.command == "intake" && (row.case_word.empty() || row.case_word == ref)) {
    const auto earlier = ref.empty() ? std::string() : registered_as(std::string(ref));
    if (!earlier.empty()) // given again: it says what it said under the rules of that day
      at_hand.rules = known_case(earlier).rules;
    return at_hand; // registers one
  }
  if (row.case_word.empty())
    throw no_case(say("the row names no case"), say("a column 'case' with the number of the case"));
  if (const auto before = case_before(row))
    return known_case(*before);
  return known_case(number_of(row.case_word));
}

CaseAtHand BatchRun::known_case(const std::string &number) const {
  const auto coming = coming_.find(number);
  CaseAtHand at_hand{number, coming == coming_.end() ? store_.entries_of(number) : coming->second, {}};
  at_hand.rules = fold(at_hand.entries).rules;
  return at_hand;
}

std::string BatchRun::step_of(const SourceRow &row, const CaseAtHand &at_hand) {
  if (const auto said = cell_called(row.row, "step"); !said.empty())
    return repeatable(said);
  const bool registration = row.command == "intake" && at_hand.number.empty();
  if (settings_.command == importing && !registration)
    return {};
  if (!settings_.step.empty())
    return settings_.step;
  if (const auto ref = std::string(cell_called(row.row, "ref"));
      !ref.empty()) // given again: what it was, whatever came since
    if (const auto known = known_row(store_, settings_.source, ref))
      return known->step;
  return only_open_step(grounds_, at_hand.rules, at_hand.entries, row.command, clock_.moment());
}

void BatchRun::check_heading(const std::vector<std::string> &heading) {
  const auto says = [&](std::string_view name) {
    return std::any_of(heading.begin(), heading.end(),
                       [&](const std::string &column) { return folded(trim(column)) == name; });
  };
  const auto name = !settings_.step.empty() ? settings_.step
                    : settings_.command == "intake" && !says("case")
                        ? only_open_step(grounds_, rules_, {}, "intake", clock_.moment())
                        : std::string();
  names_cases_ = settings_.command == importing || heading.empty() || says("case"); // JSON Lines say it row by row
  auto &known = columns(rules_, name);
  if (says("step") || known.steps().empty())
    return; // each row says its own, or means what its case waits for
  std::vector<Problem> problems;
  int number = 0;
  for (const auto &column : heading) {
    ++number;
    if (trim(column).empty() || known.find(column).column)
      continue;
    const auto near = nearest(folded(column), known.known());
    const auto shown =
        near.empty() ? std::string("...") : repeatable(column); // a row of people may stand where the heading should
    problems.push_back({Code::unknown_key,
                        say("step '{}' has no column '{}' (column {})", name, shown, number),
                        near.empty() ? say("see: mediasi {} --step {} --columns", settings_.command, name)
                                     : say("did you mean '{}'?", near),
                        {file_, 1, 0, 1, shown, {}},
                        {},
                        {},
                        {}});
  }
  throw_if_any(std::move(problems));
}

// Acts of an old register are taken as found (spec 1) unless they say otherwise: an import is where such acts come in.
void BatchRun::mark_old(const CaseAtHand &at_hand, std::vector<Row> &rows) {
  if (settings_.command != importing)
    return;
  const auto file = fold(at_hand.entries);
  const auto today = clock_.today();
  bool running = value_of(file.intake, "running") == "yes";
  const auto taken_over = file.story.empty() ? today : Clock{file.story.front().recorded, clock_.zone}.today();
  const auto &standard = grounds_.standard(at_hand.rules);
  std::vector<Draft *> drafts;
  for (auto &row : rows)
    for (auto &draft : row.read.drafts)
      drafts.push_back(&draft);
  for (auto *draft : drafts) {
    auto &fields = draft->fields.values;
    const auto *step = standard.step(draft->step);
    const bool registration = step && step->act == "register";
    const auto on = fields.find("on");
    const auto moment = on == fields.end() ? settings_.on : parse_moment(trim(on->second.text));
    if (registration) {
      fields.try_emplace("running", DraftValue{"yes", draft->fields.place});
      running = check_value(Kind::tri, {}, fields.at("running").text).value == "yes";
    }
    if (running && moment && moment->day < taken_over)
      fields.try_emplace("as_found", DraftValue{"yes", draft->fields.place});
  }
}

} // namespace mediasi
