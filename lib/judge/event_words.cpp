#include <algorithm>
#include <array>

#include "base/language.h"
#include "judge/events.h"

namespace mediasi {

namespace {

struct EventWords {
  std::string_view name, words;
};

constexpr std::array words_of_events{
    EventWords{"received", later("the registration")},
    EventWords{"complete", later("the last needed requirement handed in")},
    EventWords{"finding", later("a finding")},
    EventWords{"unfit", later("a finding that the case is unfit")},
    EventWords{"order", later("the order to mediate")},
    EventWords{"session_held", later("a session held")},
    EventWords{"minutes", later("the minutes")},
    EventWords{"minutes_complete", later("the signature, or the refusal, of everybody who signs the minutes")},
    EventWords{"agreed", later("an agreement")},
    EventWords{"partly", later("an agreement of some of the parties")},
    EventWords{"no_agreement", later("an outcome without agreement")},
    EventWords{"continued", later("a session to be continued")},
    EventWords{"stopped", later("a session that was stopped")},
    EventWords{"not_held", later("the counted invitations used up")},
    EventWords{"violence", later("a report of new violence")},
    EventWords{"visit", later("a monitoring visit")},
    EventWords{"closed", later("the end of the case")},
    EventWords{"complaint", later("a complaint")},
    EventWords{"complaint_reply", later("a reply to a complaint")},
    EventWords{"complaint_decision", later("a decision on a complaint")},
};

} // namespace

std::string event_in_words(std::string_view event) {
  const auto found = std::find_if(words_of_events.begin(), words_of_events.end(),
                                  [&](const EventWords &one) { return one.name == event; });
  return found == words_of_events.end() ? std::string() : tr(found->words.data());
}

} // namespace mediasi
