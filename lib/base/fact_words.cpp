#include "base/fact_words.h"

#include <algorithm>
#include <array>

#include "base/language.h"
#include "base/text.h"

namespace mediasi {

namespace {

// Each looked at something of its own: "{}" is a person, a step, a number.
constexpr std::array subjects{
    later("afraid of {}"),
    later("afraid today, {}"),
    later("alleged_offender of {}"),
    later("assessment of {}"),
    later("companion of {}"),
    later("condition {}"),
    later("conflict of {}"),
    later("consent for {}"),
    later("consent of {}"),
    later("copy for {}"),
    later("credential of {}"),
    later("delivery to {}"),
    later("extension of {}"),
    later("district of {}"),
    later("invitation of {}"),
    later("invitations of {}"),
    later("nik of {}"),
    later("obligation {}"),
    later("pauses of {}"),
    later("pressure of {}"),
    later("protection_order of {}"),
    later("report of {}"),
    later("representative of {}"),
    later("risk of {}"),
    later("role of {}"),
    later("safe today, {}"),
    later("session {}"),
    later("signature of {}"),
    later("special companion of {}"),
    later("special_needs of {}"),
    later("threat of {}"),
    later("violence of {}"),
    later("wait for {}"),
    later("willing of {}"),
    later("willing today, {}"),
};

constexpr std::array whole{
    later("attendance"),
    later("beneficiary"),
    later("briefing"),
    later("case"),
    later("counted invitations"),
    later("credential"),
    later("finding"),
    later("fitness table"),
    later("mediator"),
    later("minutes"),
    later("new violence"),
    later("obligations"),
    later("order"),
    later("outcome"),
    later("parties"),
    later("requirements"),
    later("respondent"),
    later("session"),
    later("visits"),
};

constexpr std::array values{
    later("a side is not known"),
    later("before the present mediator's appointment"),
    later("closed"),
    later("companion of both sides"),
    later("did not come"),
    later("done"),
    later("empty"),
    later("false"),
    later("given by another person"),
    later("given by the alleged offender"),
    later("given by the child alone"),
    later("given by the other side"),
    later("lowered without the MK's countersignature"),
    later("never visited"),
    later("no"),
    later("no proof"),
    later("no such code"),
    later("none"),
    later("none in the roster"),
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
    later("paused"),
    later("running"),
    later("sent back"),
    later("the child was not heard"),
    later("unknown"),
    later("yes"),
};

constexpr std::array beginnings{later("not {}"), later("paused since {}")};

std::string translated(std::string_view msgid) {
  return tr(std::string(msgid).c_str());
}

template <typename Words> bool knows(const Words &words, std::string_view text) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

// "{}" stands at the end of each
template <typename Words> std::string begun(const Words &words, std::string_view text) {
  for (const std::string_view word : words) {
    const auto lead = word.substr(0, word.size() - 2);
    if (text.size() > lead.size() && text.starts_with(lead))
      return say(std::string(word).c_str(), text.substr(lead.size()));
  }
  return std::string(text);
}

std::string subject_in_words(std::string_view subject) {
  return knows(whole, subject) ? translated(subject) : begun(subjects, subject);
}

std::string value_in_words(std::string_view value) {
  return knows(values, value) ? translated(value) : begun(beginnings, value);
}

} // namespace

std::string fact_in_words(std::string_view fact) {
  constexpr std::string_view equals = " = ";
  const auto at = fact.find(equals);
  if (at == fact.npos)
    return subject_in_words(fact);
  return subject_in_words(fact.substr(0, at)) + std::string(equals) + value_in_words(fact.substr(at + equals.size()));
}

} // namespace mediasi
