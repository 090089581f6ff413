// --list: everything that exists, by name, from the tables the program itself runs on.
#pragma once

#include <string>

#include "cmd/command.h"

namespace mediasi {

// WHAT = commands, steps, fields, codes, guards, reports, papers; Error(option_value) for anything else
Report list_of(const std::string &what, const Env &env);

} // namespace mediasi
