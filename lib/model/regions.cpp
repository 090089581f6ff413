#include "model/regions.h"

#include "base/text.h"

namespace mediasi {

std::string region_code(std::string_view text) {
  std::string digits;
  for (const char c : trim(text)) {
    if (c == '.')
      continue;
    if (c < '0' || c > '9')
      return {};
    digits += c;
  }
  return digits.size() == 2 || digits.size() == 4 || digits.size() == 6 ? digits : std::string();
}

Regions::Regions(std::string_view provinces, std::string_view regencies, std::string_view districts) {
  for (const auto csv : {provinces, regencies, districts})
    take(csv);
}

void Regions::take(std::string_view csv) {
  for (const auto &line : split(csv, '\n')) {
    const auto columns = split(line, ',');
    const auto code = region_code(columns.front());
    if (!code.empty())
      names_[code] = std::string(trim(columns.back()));
  }
}

std::string Regions::name(std::string_view code) const {
  const auto found = names_.find(region_code(code));
  return found == names_.end() ? std::string() : found->second;
}

} // namespace mediasi
