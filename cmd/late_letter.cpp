#include "cmd/late_letter.h"

#include <algorithm>
#include <set>

#include "action/replay.h"
#include "acts/acts.h"
#include "base/language.h"
#include "base/text.h"

namespace mediasi {

std::optional<Date> earlier_day(const std::string &typed, Date today) {
  if (typed.empty())
    return std::nullopt;
  const auto day = parse_date(typed);
  if (!day)
    throw Error(
        {Code::option_value, say("{} is not a day: '{}'", "--on", safe_for_terminal(typed)), say("write YYYY-MM-DD")});
  if (today < *day) {
    Problem future{Code::future_date, say("'{}' is in the future", text_of(*day)),
                   say("a letter is dated today, or earlier")};
    future.rule = "builtin.future";
    throw Error(std::move(future));
  }
  return *day < today ? day : std::nullopt;
}

CaseFile case_on(const std::vector<Entry> &entries, Date day) {
  std::vector<Entry> known;
  std::set<std::int64_t> left_out;
  for (const auto &entry : entries) {
    const bool later = entry.correction == Correction::none ? day < entry.on.day : left_out.contains(entry.target);
    if (later)
      left_out.insert(entry.seq);
    else
      known.push_back(entry);
  }
  return fold(known);
}

void check_day(const CaseFile &file, const PaperDue &due, Date day) {
  for (const auto &act : file.story) {
    if (act.entry != due.for_entry || act.on.day <= day)
      continue;
    Problem early{
        Code::refused_by_rule,
        say("a letter of '{}' would be older than the act that owes it, of '{}'", text_of(day), text_of(act.on.day)),
        say("date it no earlier than that day")};
    early.rule = "builtin.letter_before_act";
    early.basis = tr("a letter follows the act that makes it owed");
    throw Error(std::move(early));
  }
}

std::vector<Problem> against_late(const Bench &bench, const std::vector<Entry> &entries, const Entry &letter,
                                  const Moment &now) {
  auto with = entries;
  with.push_back(letter);
  if (const auto fallen = first_fallen(bench, entries, with, letter.seq, now))
    return {refusal_of(*fallen, say("a letter of '{}'", text_of(letter.on.day)), letter.case_number)};
  return {};
}

} // namespace mediasi
