// The form of a search for a person: nik, name and born, any of them. Who is looked for stands in a file or a pipe,
// never among the arguments, and in no message.
#pragma once

#include <string>
#include <string_view>

namespace mediasi {

struct FindQuery {  // "" = not asked
  std::string nik;  // 16 digits
  std::string name; // as typed
  std::string born; // "1990-05"
};

// `file`: what problems call the form by. Error with everything that is wrong, or missing_field when it asks nothing.
FindQuery read_find_form(std::string_view text, const std::string &file);

} // namespace mediasi
