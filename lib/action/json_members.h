// The members of a JSON object as they are written, for whoever gives the line back without changing a letter of them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mediasi {

struct JsonMember {
  std::string name;
  std::string_view text; // of the line: "name": value
};

// nullopt for what is no object
std::optional<std::vector<JsonMember>> json_members(std::string_view line);

std::string json_text(std::string_view text); // between quotes; what is not UTF-8 is replaced

} // namespace mediasi
