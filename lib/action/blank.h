// A blank form: TOML, one commented line a field in the office's language, choices listed, what is known filled in.
#pragma once

#include <string>
#include <string_view>

#include "judge/judge.h"
#include "model/identities.h"

namespace mediasi {

struct BlankFor { // whose hands the form comes into, and when
  std::string by; // who did it, when that was said; else who acts for the case is filled in
  std::string typed;
  Date day{};
  Identities identities = {}; // of the case, for a form that says who is who; else initials stand for names
};

// `name`: a step or a composite form of the rules; "" for any other. `file` may be empty (before registration).
std::string blank_form(const Bench &bench, const CaseFile &file, std::string_view name, const BlankFor &hand);

} // namespace mediasi
