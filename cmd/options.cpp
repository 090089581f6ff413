#include "cmd/options.h"

#include <algorithm>
#include <array>

#include "base/language.h"

namespace mediasi {

namespace {

constexpr std::array placeholders{
    later("CASE"),       later("DATE"),
    later("FILE"),       later("FOLDER"),
    later("FORM"),       later("KIND"),
    later("NAME"),       later("OFFICER"),
    later("PERSON"),     later("STEP"),
    later("WHAT"),       later("KIND=FILE"),
    later("NAME=VALUE"), later("RULE:REASON[:OFFICER]"),
    later("ENTRY"),      later("CODE"),
    later("NUMBER"),     later("ROOM"),
    later("MEDIATOR"),   later("READER"),
    later("BACKUP"),
};

} // namespace

std::string Options::Item::placeholder() const {
  const auto known = std::find(placeholders.begin(), placeholders.end(), value);
  return known == placeholders.end() ? std::string(value) : tr(known->data());
}

void Options::text(std::string_view name, std::string_view value, std::string_view about, std::string &target,
                   Presence presence) {
  items_.push_back({name, value, about, presence, &target});
}

void Options::texts(std::string_view name, std::string_view value, std::string_view about,
                    std::vector<std::string> &target) {
  items_.push_back({name, value, about, Presence::optional, &target});
}

void Options::flag(std::string_view name, std::string_view about, bool &target) {
  items_.push_back({name, {}, about, Presence::optional, &target});
}

void Options::positional(std::string_view value, std::string_view about, std::string &target, Presence presence) {
  items_.push_back({{}, value, about, presence, &target});
}

} // namespace mediasi
