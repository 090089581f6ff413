#include <chrono>
#include <map>
#include <sstream>
#include <stdexcept>

#include <doctest/doctest.h>

#include "paper/paper.h"

using namespace mediasi;

namespace {

struct Written {
  std::int64_t number;
  const char *words;
};

// the other way round: reads the words, so that a fault of the writer is not repeated here
std::int64_t read_words(const std::string &words) {
  static const std::map<std::string, std::int64_t> digits{
      {"satu", 1},  {"dua", 2},     {"tiga", 3},     {"empat", 4},    {"lima", 5},    {"enam", 6},
      {"tujuh", 7}, {"delapan", 8}, {"sembilan", 9}, {"sepuluh", 10}, {"sebelas", 11}};
  std::istringstream in(words);
  std::int64_t whole = 0, group = 0, digit = 0;
  for (std::string word; in >> word;) {
    if (digits.contains(word)) {
      group += digit;
      digit = digits.at(word);
    } else if (word == "belas") {
      group += 10 + digit, digit = 0;
    } else if (word == "puluh") {
      group += 10 * digit, digit = 0;
    } else if (word == "ratus") {
      group += 100 * digit, digit = 0;
    } else if (word == "seratus") {
      group += 100;
    } else if (word == "seribu") {
      whole += 1000;
    } else if (word == "ribu") {
      whole += (group + digit) * 1000, group = 0, digit = 0;
    } else {
      return -1;
    }
  }
  return whole + group + digit;
}

} // namespace

TEST_CASE("words: numbers are written as Indonesian writes them") {
  static const Written rows[] = {
      {0, "nol"},
      {1, "satu"},
      {2, "dua"},
      {3, "tiga"},
      {4, "empat"},
      {5, "lima"},
      {6, "enam"},
      {7, "tujuh"},
      {8, "delapan"},
      {9, "sembilan"},
      {10, "sepuluh"},
      {11, "sebelas"},
      {12, "dua belas"},
      {13, "tiga belas"},
      {14, "empat belas"},
      {15, "lima belas"},
      {16, "enam belas"},
      {17, "tujuh belas"},
      {18, "delapan belas"},
      {19, "sembilan belas"},
      {20, "dua puluh"},
      {21, "dua puluh satu"},
      {25, "dua puluh lima"},
      {29, "dua puluh sembilan"},
      {30, "tiga puluh"},
      {31, "tiga puluh satu"},
      {40, "empat puluh"},
      {50, "lima puluh"},
      {55, "lima puluh lima"},
      {60, "enam puluh"},
      {70, "tujuh puluh"},
      {80, "delapan puluh"},
      {90, "sembilan puluh"},
      {99, "sembilan puluh sembilan"},
      {100, "seratus"},
      {101, "seratus satu"},
      {110, "seratus sepuluh"},
      {111, "seratus sebelas"},
      {119, "seratus sembilan belas"},
      {120, "seratus dua puluh"},
      {199, "seratus sembilan puluh sembilan"},
      {200, "dua ratus"},
      {211, "dua ratus sebelas"},
      {500, "lima ratus"},
      {999, "sembilan ratus sembilan puluh sembilan"},
      {1000, "seribu"},
      {1001, "seribu satu"},
      {1010, "seribu sepuluh"},
      {1011, "seribu sebelas"},
      {1100, "seribu seratus"},
      {1111, "seribu seratus sebelas"},
      {1999, "seribu sembilan ratus sembilan puluh sembilan"},
      {2000, "dua ribu"},
      {2010, "dua ribu sepuluh"},
      {2025, "dua ribu dua puluh lima"},
      {2026, "dua ribu dua puluh enam"},
      {9999, "sembilan ribu sembilan ratus sembilan puluh sembilan"},
      {10000, "sepuluh ribu"},
      {11000, "sebelas ribu"},
      {12000, "dua belas ribu"},
      {21000, "dua puluh satu ribu"},
      {100000, "seratus ribu"},
      {101000, "seratus satu ribu"},
      {250000, "dua ratus lima puluh ribu"},
      {750500, "tujuh ratus lima puluh ribu lima ratus"},
      {1000000, "satu juta"},
      {1000001, "satu juta satu"},
      {1001000, "satu juta seribu"},
      {1250000, "satu juta dua ratus lima puluh ribu"},
      {100000000, "seratus juta"},
      {1000000000, "satu miliar"},
      {2000001000, "dua miliar seribu"},
      {999999999999, "sembilan ratus sembilan puluh sembilan miliar sembilan ratus sembilan puluh sembilan juta "
                     "sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan"},
  };
  for (const auto &row : rows)
    CHECK(number_in_words(row.number) == row.words);
}

TEST_CASE("words: every number up to 9,999 reads back as itself") {
  for (std::int64_t number = 1; number <= 9999; ++number)
    REQUIRE(read_words(number_in_words(number)) == number);
}

TEST_CASE("words: what has no words is refused") {
  CHECK_THROWS_AS(number_in_words(-1), std::out_of_range);
  CHECK_THROWS_AS(number_in_words(1'000'000'000'000), std::out_of_range);
  CHECK_THROWS_AS(roman_month(0), std::out_of_range);
  CHECK_THROWS_AS(roman_month(13), std::out_of_range);
}

TEST_CASE("words: the day of the minutes is written out") {
  CHECK(date_in_words(parse_date("2025-07-07").value()) ==
        "Pada hari ini, Senin, tanggal tujuh bulan Juli tahun dua ribu dua puluh lima");
  CHECK(date_in_words(parse_date("2024-02-29").value()) ==
        "Pada hari ini, Kamis, tanggal dua puluh sembilan bulan Februari tahun dua ribu dua puluh empat");
  CHECK(date_in_words(parse_date("1999-12-31").value()) ==
        "Pada hari ini, Jumat, tanggal tiga puluh satu bulan Desember tahun seribu sembilan ratus sembilan puluh "
        "sembilan");
}

TEST_CASE("words: every day of a leap year names its weekday, day, month and year") {
  static const std::string weekdays[] = {"Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"};
  static const std::string months[] = {"Januari", "Februari", "Maret",     "April",   "Mei",      "Juni",
                                       "Juli",    "Agustus",  "September", "Oktober", "November", "Desember"};
  using namespace std::chrono;
  int days = 0;
  for (sys_days day{2024y / January / 1}; day < sys_days{2025y / January / 1}; day += std::chrono::days{1}, ++days) {
    const year_month_day date{day};
    const auto text = date_in_words(date);
    const auto weekday_text = weekdays[weekday{day}.c_encoding()];
    const auto month_text = months[static_cast<unsigned>(date.month()) - 1];
    REQUIRE(text.starts_with("Pada hari ini, " + weekday_text + ", tanggal "));
    const auto from = text.find("tanggal ") + 8;
    const auto to = text.find(" bulan " + month_text + " tahun ");
    REQUIRE(to != std::string::npos);
    REQUIRE(read_words(text.substr(from, to - from)) == static_cast<unsigned>(date.day()));
    REQUIRE(read_words(text.substr(text.find("tahun ") + 6)) == 2024);
    REQUIRE(long_date(date) == std::to_string(static_cast<unsigned>(date.day())) + " " + month_text + " 2024");
  }
  CHECK(days == 366);
}

TEST_CASE("words: times carry a dot and the zone") {
  CHECK(clock_time(std::chrono::minutes{540}, Zone::wib) == "pukul 09.00 WIB");
  CHECK(clock_time(std::chrono::minutes{0}, Zone::wita) == "pukul 00.00 WITA");
  CHECK(clock_time(std::chrono::minutes{1439}, Zone::wit) == "pukul 23.59 WIT");
}

TEST_CASE("words: money carries dots and no space") {
  CHECK(rupiah(0) == "Rp0");
  CHECK(rupiah(999) == "Rp999");
  CHECK(rupiah(1000) == "Rp1.000");
  CHECK(rupiah(10000) == "Rp10.000");
  CHECK(rupiah(100000) == "Rp100.000");
  CHECK(rupiah(1234567890) == "Rp1.234.567.890");
  CHECK(rupiah(-1500) == "-Rp1.500");
}
