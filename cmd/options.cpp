#include "cmd/options.h"

namespace mediasi {

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
