// The national identity number (NIK): 16 digits = province, regency, district of first registration, birth date (day +
// 40 for women), serial from 0001. A mismatch with a recorded birth date is lawful (PP 40/2019 art. 30); structure is
// not.
#pragma once

#include <string_view>

#include "model/field.h"

namespace mediasi {

// Structure only: 16 digits, a province code in use, a possible day and month, serial not 0000.
Checked check_nik(std::string_view text);

} // namespace mediasi
