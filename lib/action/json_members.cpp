#include "action/json_members.h"

#include <nlohmann/json.hpp>

#include "base/text.h"

namespace mediasi {

namespace {

using Json = nlohmann::json;

// where the text that begins with a quote ends, behind its second one
std::size_t end_of_text(std::string_view line, std::size_t at) {
  for (++at; line[at] != '"'; ++at)
    at += line[at] == '\\' ? 1U : 0U;
  return at + 1;
}

JsonMember member_of(std::string_view text) {
  return {Json::parse(text.substr(0, end_of_text(text, 0))).get<std::string>(), text};
}

} // namespace

std::optional<std::vector<JsonMember>> json_members(std::string_view line) {
  line = trim(line);
  if (!line.starts_with('{') || !Json::accept(line))
    return std::nullopt;
  std::vector<JsonMember> members;
  std::size_t begin = 1, depth = 1;
  for (std::size_t at = 1; depth > 0;) {
    const char c = line[at];
    const bool closes = c == '}' || c == ']';
    depth += c == '{' || c == '[' ? 1U : 0U;
    depth -= closes ? 1U : 0U;
    if ((c == ',' && depth == 1) || depth == 0) {
      if (const auto text = trim(line.substr(begin, at - begin)); !text.empty())
        members.push_back(member_of(text));
      begin = at + 1;
    }
    at = c == '"' ? end_of_text(line, at) : at + 1;
  }
  return members;
}

std::string json_text(std::string_view text) {
  return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace mediasi
