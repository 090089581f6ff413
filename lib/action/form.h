// A form (TOML) to drafts. A form may hold one step (its fields at the top) or several ([STEP] or [[STEP]] each).
// Places are kept; source lines never are, since a form holds identities.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "action/draft.h"
#include "rules/standard.h"

namespace mediasi {

struct FormRead {
  std::vector<Draft> drafts; // in the order of the form's steps as the rules list them, rows in their own order
  std::vector<Problem> problems;
};

// `asked`: the step or composite form named by --step, or empty. `command`: which command reads it.
// Without a name the form's own sections decide; a form of bare fields then needs `only_open`, the one open step.
FormRead read_form(std::string_view text, const std::string &file, const Standard &standard, std::string_view asked,
                   std::string_view only_open);

// A form that is one act by itself, its fields at the top (roster forms).
FormRead read_single(std::string_view text, const std::string &file, const std::string &name);

// --set name=value, for clear fields alone. A sealed field is refused: it would end in the shell's history and in `ps`.
void set_field(Draft &draft, std::string_view assignment, const Standard &standard, std::vector<Problem> &problems);

} // namespace mediasi
