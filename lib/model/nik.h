// The national identity number (NIK): 16 digits = province, regency, district of first registration, birth date (day +
// 40 for women), serial from 0001. A mismatch with a recorded birth date is lawful (PP 40/2019 art. 30); structure is
// not.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "model/field.h"

namespace mediasi {

// Structure only: 16 digits, a province code in use, a possible day and month, serial not 0000.
Checked check_nik(std::string_view text);

// What a well-formed number says by itself.
struct NikParts {
  std::string province, district; // "35", "357501"
  bool female = false;
  unsigned day = 0, month = 0;
  int year = 0; // the last two digits; the century is not in it
};
std::optional<NikParts> parts_of_nik(std::string_view nik);

// What is known beside the number. Texts as fields spell them, "" where nobody said.
struct NikBeside {
  PartialDate birth;          // unknown parts are 0 and are not compared
  bool day_is_sealed = false; // the day of birth may be known and cannot be read here
  std::string_view sex;       // female, male
  std::string_view age_group; // child, adult: only asked where no birth date is known
  Date today{};
};

// "birth", "sex": what the number contradicts; "not_compared": a day that cannot be read. Empty: it agrees with all
// that is known.
std::vector<std::string> nik_against(const NikParts &parts, const NikBeside &beside);

} // namespace mediasi
