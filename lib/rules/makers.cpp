#include "rules/makers.h"

#include <algorithm>
#include <array>

namespace mediasi {

namespace {

struct EventMaker {
  std::string_view event;
  std::array<std::string_view, 2> acts; // the second may be ""
};

constexpr std::array makers{
    EventMaker{"received", {"register", ""}},
    EventMaker{"complete", {"register", ""}},
    EventMaker{"finding", {"finding", ""}},
    EventMaker{"unfit", {"finding", ""}},
    EventMaker{"order", {"order", ""}},
    EventMaker{"session_held", {"attendance", "outcome"}},
    EventMaker{"minutes", {"minutes", ""}},
    EventMaker{"minutes_complete", {"signature", ""}},
    EventMaker{"agreed", {"outcome", ""}},
    EventMaker{"partly", {"outcome", ""}},
    EventMaker{"no_agreement", {"outcome", ""}},
    EventMaker{"continued", {"outcome", ""}},
    EventMaker{"stopped", {"outcome", ""}},
    EventMaker{"not_held", {"outcome", ""}},
    EventMaker{"violence", {"violence", "visit"}},
    EventMaker{"visit", {"visit", ""}},
    EventMaker{"closed", {"termination", ""}},
    EventMaker{"complaint", {"complaint", ""}},
    EventMaker{"complaint_reply", {"complaint_answer", ""}},
    EventMaker{"complaint_decision", {"complaint_answer", ""}},
};

} // namespace

std::span<const std::string_view> acts_behind(std::string_view event) {
  const auto found =
      std::find_if(makers.begin(), makers.end(), [&](const EventMaker &one) { return one.event == event; });
  if (found == makers.end())
    return {};
  return std::span(found->acts).first(found->acts.back().empty() ? 1 : 2);
}

} // namespace mediasi
