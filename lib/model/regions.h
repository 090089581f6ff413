// Names of Indonesia's provinces, regencies and districts by their codes (share/regions). They are read only when
// somebody names a code: a run that needs none does not pay for them. Split provinces keep their old codes on old
// numbers, so a code that is not here is worth a look and never a mistake.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace mediasi {

class Regions {
public:
  // Three CSV texts as the package has them: the code in the first column, the name in the last, nothing quoted.
  Regions(std::string_view provinces, std::string_view regencies, std::string_view districts);

  // The name of a region: "35", "3575", "357501"; dots are taken as well. "" when the code is not known.
  std::string name(std::string_view code) const;
  bool knows(std::string_view code) const { return !name(code).empty(); }
  std::size_t size() const { return names_.size(); }

private:
  void take(std::string_view csv);
  std::map<std::string, std::string, std::less<>> names_; // code without dots
};

// "35.75.01" -> "357501"; "" when it is no code of two, four or six digits
std::string region_code(std::string_view text);

using RegionSource = std::function<const Regions &()>;

} // namespace mediasi
