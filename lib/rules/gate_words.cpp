// The statutory gates are one text for every office; where they say what to do instead they leave room for what the
// office at hand calls it: "{step:consent}" becomes " (langkah 'persetujuan')", "{role:mk}" the title of that role.
#include "base/text.h"
#include "rules/duties.h"

namespace mediasi {

namespace {

std::string steps_of(const Standard &standard, std::string_view act) {
  std::vector<std::string> ids;
  for (const auto &step : standard.steps)
    if (step.act == act)
      ids.push_back("'" + step.id + "'");
  return ids.empty() ? std::string() : " (langkah " + join(ids, " atau ") + ")";
}

std::string word_for(const Standard &standard, const std::string &asked) {
  const auto colon = asked.find(':');
  const auto what = asked.substr(colon + 1);
  if (asked.substr(0, colon) == "step")
    return steps_of(standard, what);
  const auto title = title_of_duty(standard, what);
  return title.empty() ? "pemegang peran " + what : title;
}

std::string filled(const std::string &text, const Standard &standard) {
  std::string made;
  for (std::size_t at = 0; at < text.size();) {
    const auto open = text.find('{', at);
    const auto close = text.find('}', open);
    made += text.substr(at, open - at);
    if (open == text.npos || close == text.npos)
      break;
    made += word_for(standard, text.substr(open + 1, close - open - 1));
    at = close + 1;
  }
  return made;
}

} // namespace

std::vector<Gate> gates_of_office(std::vector<Gate> gates, const Standard &standard) {
  for (auto &gate : gates)
    gate.guard.instead = filled(gate.guard.instead, standard);
  return gates;
}

} // namespace mediasi
