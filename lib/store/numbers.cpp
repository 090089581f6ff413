// Numbers of cases and papers.
#include <fmt/format.h>

#include "base/error.h"
#include "store/inside.h"
#include "store/table_sums.h"

namespace mediasi {

namespace {

// A number set aside gives way to the letter that takes it; any other stays, and the insertion fails.
void free_reserved(Store::Inside &inside, std::string_view register_name, int year, int serial,
                   std::string_view case_number) {
  if (case_number == house) {
    return;
  }
  Query reserved(inside, "DELETE FROM number WHERE register = $register AND year = $year AND serial = $serial "
                         "AND case_number = '0' RETURNING seq");
  reserved.with("$register", register_name).with("$year", std::int64_t{year}).with("$serial", std::int64_t{serial});
  if (reserved.next()) {
    note_number_gone(inside, element_of_number(register_name, year, serial, house, reserved.number(0)));
  }
}

// Nobody gives so many: somebody else wrote that row.
int serial_after(std::int64_t last) {
  constexpr std::int64_t most = 99'999'999;
  if (last < 0 || last >= most) {
    throw Error({.code = Code::store_altered,
                 .message = say("the tables of the store hold a number that nobody gave"),
                 .hint = say("'mediasi store verify' says more; 'mediasi store rebuild' makes them anew")});
  }
  return static_cast<int>(last) + 1;
}

} // namespace

std::string case_number_text(int year, int serial) {
  return fmt::format("{:04}-{:04}", year, serial);
}

// A question, so that a dry run can ask it too; it holds for a writing command because that asks inside its
// transaction.
int Store::next_serial(int year) const {
  Query last(*inside_, "SELECT MAX(serial) FROM case_index WHERE year = $year");
  last.with("$year", std::int64_t{year}).next();
  int serial = serial_after(last.number(0));
  // a case may have left the index with all its entries voided; its number is never given again
  for (;; ++serial) {
    Query taken(*inside_, "SELECT 1 FROM entry WHERE case_number = $case LIMIT 1");
    if (!taken.with("$case", case_number_text(year, serial)).next()) {
      return serial;
    }
  }
}

int Store::next_number(std::string_view register_name, int year, int first) {
  return inside_->changing([&] {
    Query last(*inside_, "SELECT MAX(serial) FROM number WHERE register = $register AND year = $year");
    last.with("$register", register_name).with("$year", std::int64_t{year}).next();
    return last.row().isColumnNull(0) ? first : serial_after(last.number(0));
  });
}

std::optional<int> Store::reserved_number(std::string_view register_name, Date day) const {
  return inside_->asking([&]() -> std::optional<int> {
    Query lowest(*inside_, "SELECT MIN(number.serial) FROM number JOIN entry ON entry.seq = number.seq "
                           "WHERE register = $register AND year = $year AND number.case_number = '0' "
                           "AND substr(entry.on_text, 1, 10) = $day");
    lowest.with("$register", register_name).with("$year", std::int64_t{static_cast<int>(day.year())});
    lowest.with("$day", text_of(day)).next();
    if (lowest.row().isColumnNull(0)) {
      return std::nullopt;
    }
    return static_cast<int>(lowest.number(0));
  });
}

bool Store::number_given(std::string_view register_name, int year, int serial, std::string_view case_number) const {
  return inside_->asking([&] {
    Query given(*inside_, "SELECT 1 FROM number WHERE register = $register AND year = $year AND serial = $serial "
                          "AND (case_number <> '0' OR $case = '0')");
    return given.with("$register", register_name)
        .with("$case", case_number)
        .with("$year", std::int64_t{year})
        .with("$serial", std::int64_t{serial})
        .next();
  });
}

void Store::note_number(std::string_view register_name, int year, int serial, std::string_view case_number,
                        std::int64_t seq) {
  inside_->changing([&] {
    free_reserved(*inside_, register_name, year, serial, case_number);
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
