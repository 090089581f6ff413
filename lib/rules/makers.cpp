#include "rules/makers.h"

#include <algorithm>
#include <array>

namespace mediasi {

namespace {

struct Maker {
  std::string_view event;
  std::array<std::string_view, 2> acts; // the second may be ""
};

constexpr std::array makers{
    Maker{"received", {"register", ""}},
    Maker{"complete", {"register", ""}},
    Maker{"finding", {"finding", ""}},
    Maker{"unfit", {"finding", ""}},
    Maker{"order", {"order", ""}},
    Maker{"session_held", {"attendance", "outcome"}},
    Maker{"minutes", {"minutes", ""}},
    Maker{"minutes_complete", {"signature", ""}},
    Maker{"agreed", {"outcome", ""}},
    Maker{"partly", {"outcome", ""}},
    Maker{"no_agreement", {"outcome", ""}},
    Maker{"continued", {"outcome", ""}},
    Maker{"stopped", {"outcome", ""}},
    Maker{"not_held", {"outcome", ""}},
    Maker{"violence", {"violence", "visit"}},
    Maker{"visit", {"visit", ""}},
    Maker{"closed", {"termination", ""}},
    Maker{"complaint", {"complaint", ""}},
    Maker{"complaint_reply", {"complaint_answer", ""}},
    Maker{"complaint_decision", {"complaint_answer", ""}},
};

} // namespace

std::span<const std::string_view> acts_behind(std::string_view event) {
  const auto found = std::find_if(makers.begin(), makers.end(), [&](const Maker &one) { return one.event == event; });
  if (found == makers.end())
    return {};
  return std::span(found->acts).first(found->acts.back().empty() ? 1 : 2);
}

} // namespace mediasi
