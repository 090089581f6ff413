// Which acts make an event happen: what a file must have a step for, so that anything can come after the event.
#pragma once

#include <span>
#include <string_view>

namespace mediasi {

std::span<const std::string_view> acts_behind(std::string_view event); // any of them; empty of what is no event

} // namespace mediasi
