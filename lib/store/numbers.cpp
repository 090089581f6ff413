// Numbers of cases and papers.
#include <fmt/format.h>

#include "store/inside.h"
#include "store/table_sums.h"

namespace mediasi {

std::string case_number_text(int year, int serial) {
  return fmt::format("{:04}-{:04}", year, serial);
}

// A question, so that a dry run can ask it too; it holds for a writing command because that asks inside its
// transaction.
int Store::next_serial(int year) const {
  Query last(*inside_, "SELECT MAX(serial) FROM case_index WHERE year = $year");
  last.with("$year", std::int64_t{year}).next();
  int serial = static_cast<int>(last.number(0)) + 1;
  // a case may have left the index with all its entries voided; its number is never given again
  for (;; ++serial) {
    Query taken(*inside_, "SELECT 1 FROM entry WHERE case_number = $case LIMIT 1");
    if (!taken.with("$case", case_number_text(year, serial)).next()) {
      return serial;
    }
  }
}

int Store::next_number(std::string_view register_name, int year) {
  return inside_->changing([&] {
    Query last(*inside_, "SELECT MAX(serial) FROM number WHERE register = $register AND year = $year");
    last.with("$register", register_name).with("$year", std::int64_t{year}).next();
    return static_cast<int>(last.number(0)) + 1;
  });
}

void Store::note_number(std::string_view register_name, int year, int serial, std::string_view case_number,
                        std::int64_t seq) {
  inside_->changing([&] {
    Query(*inside_, "INSERT INTO number(register, year, serial, case_number, seq) "
                    "VALUES ($register, $year, $serial, $case, $seq)")
        .with("$register", register_name)
        .with("$year", std::int64_t{year})
        .with("$serial", std::int64_t{serial})
        .with("$case", case_number)
        .with("$seq", seq)
        .run();
    note_new_number(*inside_, element_of_number(register_name, year, serial, case_number, seq));
  });
}

} // namespace mediasi
