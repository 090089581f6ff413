// A blank form: TOML, one commented line a field in the office's language, choices listed, what is known filled in.
#pragma once

#include <string>
#include <string_view>

#include "model/casefile.h"
#include "rules/standard.h"

namespace mediasi {

// `name`: a step or a composite form of the rules. `file` may be empty (before registration).
std::string blank_form(const Standard &standard, std::string_view name, const CaseFile &file);

} // namespace mediasi
