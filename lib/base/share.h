// Where the program's own data lies: rules, templates, calendars, catalogues.
#pragma once

#include <string>
#include <string_view>

namespace mediasi {

// MEDIASI_SHARE as given, else ../share/mediasi beside the binary, else the source tree it was built from.
// `program_path` is the absolute path of the running binary. Throws Error(no_such_share).
std::string share_folder(std::string_view from_environment, const std::string &program_path);

// The folder for speak(): share/locale beside the binary (a build tree) or ../share/locale (installed).
// Without either the second is given; the program then speaks English.
std::string locale_folder(const std::string &program_path);

} // namespace mediasi
