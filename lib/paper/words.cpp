#include "paper/paper.h"

#include <array>
#include <stdexcept>

#include <fmt/core.h>

namespace mediasi {

namespace {

constexpr std::array<std::string_view, 12> small{"nol",  "satu",  "dua",     "tiga",     "empat",   "lima",
                                                 "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"};

constexpr std::array<std::string_view, 12> months{"Januari",   "Februari", "Maret",    "April",
                                                  "Mei",       "Juni",     "Juli",     "Agustus",
                                                  "September", "Oktober",  "November", "Desember"};

constexpr std::array<std::string_view, 7> weekdays{"Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"};

constexpr std::array<std::string_view, 12> romans{"I",   "II",   "III", "IV", "V",  "VI",
                                                  "VII", "VIII", "IX",  "X",  "XI", "XII"};

struct Scale {
  std::int64_t size;
  std::string_view word;
  std::string_view one; // what a single one of it is called: "seribu", but "satu juta"
};

constexpr std::array<Scale, 5> scales{{{1'000'000'000, "miliar", "satu miliar"},
                                       {1'000'000, "juta", "satu juta"},
                                       {1'000, "ribu", "seribu"},
                                       {100, "ratus", "seratus"},
                                       {10, "puluh", "sepuluh"}}};

std::size_t month_index(unsigned month) {
  if (month < 1 || month > 12)
    throw std::out_of_range("month");
  return month - 1;
}

std::string_view month_name(Date date) {
  return months[month_index(static_cast<unsigned>(date.month()))];
}

} // namespace

std::string number_in_words(std::int64_t number) {
  if (number < 0 || number > 999'999'999'999)
    throw std::out_of_range("number in words");
  if (number < 12)
    return std::string(small[static_cast<std::size_t>(number)]);
  if (number < 20)
    return fmt::format("{} belas", small[static_cast<std::size_t>(number - 10)]);
  for (const auto &scale : scales) {
    if (number < scale.size)
      continue;
    const auto count = number / scale.size;
    const auto rest = number % scale.size;
    const auto head = count == 1 ? std::string(scale.one) : fmt::format("{} {}", number_in_words(count), scale.word);
    return rest == 0 ? head : fmt::format("{} {}", head, number_in_words(rest));
  }
  return {}; // not reached: every number from 12 up has a scale
}

std::string weekday_name(Date date) {
  return std::string(weekdays[iso_weekday(date) - 1]);
}

std::string long_date(Date date) {
  return fmt::format("{} {} {}", static_cast<unsigned>(date.day()), month_name(date), static_cast<int>(date.year()));
}

std::string date_in_words(Date date) {
  return fmt::format("Pada hari ini, {}, tanggal {} bulan {} tahun {}", weekday_name(date),
                     number_in_words(static_cast<unsigned>(date.day())), month_name(date),
                     number_in_words(static_cast<int>(date.year())));
}

std::string clock_time(std::chrono::minutes time, Zone zone) {
  return fmt::format("pukul {:02}.{:02} {}", time.count() / 60, time.count() % 60, zone_name(zone));
}

std::string rupiah(std::int64_t amount) {
  auto digits = fmt::format("{}", amount);
  const std::size_t first = amount < 0 ? 1 : 0;
  for (auto at = digits.size(); at > first + 3; at -= 3)
    digits.insert(at - 3, ".");
  return first == 1 ? fmt::format("-Rp{}", digits.substr(1)) : fmt::format("Rp{}", digits);
}

std::string roman_month(unsigned month) {
  return std::string(romans[month_index(month)]);
}

} // namespace mediasi
