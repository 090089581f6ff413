#include "base/fact_words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/date.h"
#include "base/language.h"
#include "base/text.h"

namespace mediasi {

namespace {

// Each looked at something of its own: "{}" is a person, a step, a number. What says more stands before what says less.
constexpr std::array subjects{
    later("afraid of {}"),
    later("afraid today, {}"),
    later("alleged_offender of {}"),
    later("assessment of {}"),
    later("companion of {}"),
    later("condition {}"),
    later("conflict of {}"),
    later("consent for {}: child_view"),
    later("consent for {}: who gave it"),
    later("consent for {}"),
    later("consent of {}"),
    later("copy for {}"),
    later("credential of {}"),
    later("consent to {}"),
    later("delivery of invitation {} to {}"),
    later("delivery to {}"),
    later("district of {}"),
    later("entry {}"),
    later("extension of {}"),
    later("invitation of {}"),
    later("invitations of {}"),
    later("legal_note of matter {}"),
    later("marries of matter {}"),
    later("matter {}"),
    later("mediator {}"),
    later("mode of session {}"),
    later("nik of {}"),
    later("no_report of matter {}"),
    later("obligation {}"),
    later("officer {}"),
    later("pauses of {}"),
    later("penalty_years of matter {}"),
    later("police_number of matter {}"),
    later("police_report of matter {}"),
    later("police_stage of matter {}"),
    later("pressure of {}"),
    later("protection_order of {}"),
    later("questions of the day, {}"),
    later("report of {}"),
    later("representative of {}"),
    later("risk of {}"),
    later("role of {}"),
    later("room {}"),
    later("safe today, {}"),
    later("safety of {} since {}"),
    later("serious_harm of matter {}"),
    later("session {}"),
    later("signature of {}"),
    later("silence of matter {}"),
    later("special companion of {}"),
    later("special_needs of {}"),
    later("threat of {}"),
    later("violence of {}"),
    later("wait for {}"),
    later("waiver of matter {}"),
    later("willing of {}"),
    later("willing today, {}"),
    later("{}, row {}"),
};

constexpr std::array whole{
    later("attendance"),
    later("beneficiary"),
    later("best_interest note"),
    later("briefing"),
    later("case"),
    later("closed"),
    later("complete"),
    later("counted invitations"),
    later("credential"),
    later("finding"),
    later("fitness table"),
    later("may_write"),
    later("mediator"),
    later("minutes_complete"),
    later("new violence"),
    later("obligations"),
    later("order"),
    later("outcome"),
    later("parties"),
    later("party"),
    later("report of minutes"),
    later("report of monitoring"),
    later("report of plan"),
    later("requirements"),
    later("respondent"),
    later("session"),
    later("session_held"),
    later("the minutes"),
    later("visits"),
};

constexpr std::array values{
    later("a side is not known"),
    later("agreed"),
    later("before the present mediator's appointment"),
    later("cancelled"),
    later("closed"),
    later("companion of both sides"),
    later("conditional"),
    later("continued"),
    later("did not come"),
    later("done"),
    later("empty"),
    later("false"),
    later("fit"),
    later("given by another person"),
    later("given by the alleged offender"),
    later("given by the child alone"),
    later("given by the other side"),
    later("high"),
    later("lowered without the MK's countersignature"),
    later("moved"),
    later("never visited"),
    later("no"),
    later("no proof"),
    later("no such code"),
    later("none"),
    later("none in the roster"),
    later("not_agreed"),
    later("not_held"),
    later("not begun"),
    later("not done"),
    later("not found in breach"),
    later("not handed in"),
    later("not in the roster"),
    later("not issued"),
    later("not known yet"),
    later("not met"),
    later("not paused"),
    later("over"),
    later("partly"),
    later("paused"),
    later("postponed"),
    later("refused"),
    later("running"),
    later("sent back"),
    later("sexual act told"),
    later("stopped"),
    later("the child was not heard"),
    later("unfit"),
    later("unknown"),
    later("very_high"),
    later("withdrawn"),
    later("yes"),
};

constexpr std::array patterns{
    later("before the last '{}'"),
    later("is also {} of this case"),
    later("is {} of this case"),
    later("is {} of {}"),
    later("joint, afraid of {} = yes"),
    later("not done for {}"),
    later("not {} on that day"),
    later("not {}"),
    later("paused since {}"),
    later("taken by {} from {}"),
    later("{}, later than the assessment of {}"),
};

// of numbers alone: elsewhere these little words may be anybody's
constexpr std::array counts{later("{} of {} visits"), later("{} of {}")};

// of days alone, for the same reason; "-" is no day
constexpr std::array spans{later("{} to {}"), later("until {}"), later("from {}")};

std::string translated(std::string_view msgid) {
  return tr(std::string(msgid).c_str());
}

template <typename Words> bool knows(const Words &words, std::string_view text) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

using Parts = std::vector<std::string_view>;

// what stands for each "{}" of the pattern; nothing where the text is none of it
std::optional<Parts> parts_of(std::string_view pattern, std::string_view text) {
  constexpr std::string_view gap = "{}";
  const auto first = pattern.find(gap);
  if (!text.starts_with(pattern.substr(0, first)))
    return std::nullopt;
  text.remove_prefix(first);
  pattern.remove_prefix(first + gap.size());
  Parts parts;
  while (true) {
    const auto next = std::min(pattern.find(gap), pattern.size());
    const auto between = pattern.substr(0, next);
    const bool last = next == pattern.size();
    const auto end = !last || !between.empty() ? (last ? text.rfind(between) : text.find(between)) : text.size();
    if (end == 0 || end == text.npos || (last && end + between.size() != text.size()))
      return std::nullopt;
    parts.push_back(text.substr(0, end));
    if (last)
      return parts;
    text.remove_prefix(end + between.size());
    pattern.remove_prefix(next + gap.size());
  }
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

bool is_count(const Parts &parts) {
  return std::all_of(parts.begin(), parts.end(), is_number);
}

bool is_day(std::string_view text) {
  return text == "-" || parse_date(text).has_value();
}

bool are_days(const Parts &parts) {
  return std::all_of(parts.begin(), parts.end(), is_day);
}

bool is_anything(const Parts &) {
  return true;
}

template <typename Words>
std::optional<std::string> said(const Words &words, std::string_view text, bool (*fits)(const Parts &)) {
  for (const std::string_view word : words)
    if (auto parts = parts_of(word, text); parts && fits(*parts)) {
      parts->resize(2); // no pattern has more
      return say(std::string(word).c_str(), parts->front(), parts->back());
    }
  return std::nullopt;
}

std::string subject_in_words(std::string_view subject) {
  if (knows(whole, subject))
    return translated(subject);
  return said(subjects, subject, is_anything).value_or(std::string(subject));
}

std::string value_in_words(std::string_view value) {
  if (knows(values, value))
    return translated(value);
  if (auto count = said(counts, value, is_count))
    return *count;
  if (auto span = said(spans, value, are_days))
    return *span;
  return said(patterns, value, is_anything).value_or(std::string(value));
}

// "statute.4.consent: " before what the rule saw
std::size_t length_of_rule(std::string_view fact) {
  constexpr std::string_view ends = ": ";
  const auto end = fact.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_.");
  const bool is_rule =
      end != fact.npos && fact.substr(end).starts_with(ends) && fact.substr(0, end).find('.') != fact.npos;
  return is_rule ? end + ends.size() : 0;
}

std::string one_in_words(std::string_view fact) {
  constexpr std::string_view equals = " = ";
  const auto rule = length_of_rule(fact);
  const auto at = fact.find(equals);
  const auto subject = subject_in_words(fact.substr(rule, at == fact.npos ? at : at - rule));
  return std::string(fact.substr(0, rule)) + subject +
         (at == fact.npos ? "" : std::string(equals) + value_in_words(fact.substr(at + equals.size())));
}

} // namespace

std::string fact_in_words(std::string_view fact) {
  constexpr std::string_view between = "; ";
  std::string words;
  while (true) {
    const auto end = fact.find(between);
    words += one_in_words(fact.substr(0, end));
    if (end == fact.npos)
      return words;
    words += between;
    fact.remove_prefix(end + between.size());
  }
}

} // namespace mediasi
