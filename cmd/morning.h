// `mediasi` and nothing more, on a terminal: the morning page, or where to begin.
#pragma once

#include <optional>
#include <string>

#include "cmd/command.h"

namespace mediasi {

// Nothing when there is no store yet, or nobody in its roster has this user's login.
std::optional<Report> morning_page(const Env &env);

// for somebody who has no store or no place in one: what to type first
std::string start_page(const Env &env);

} // namespace mediasi
