#include "action/reference_number.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace mediasi {

namespace {

constexpr std::size_t longest_number = 100, digits_of_a_nik = 16, short_word = 3;
constexpr std::size_t digits_of_a_kind = 6, digits_with_stops = 10; // a day has eight: "surat-2026-03-05"

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_known(char c) {
  constexpr std::string_view marks = " ./-_:()";
  return is_digit(c) || is_small(c) || is_capital(c) || marks.find(c) != std::string_view::npos;
}

// so many digits with nothing else between them
bool holds_digits(std::string_view text, std::size_t enough, std::string_view between) {
  std::size_t run = 0;
  for (const char c : text) {
    if (is_digit(c))
      ++run;
    else if (between.find(c) == std::string_view::npos)
      run = 0;
    if (run >= enough)
      return true;
  }
  return false;
}

// also one written with blanks or stops between its digits
bool holds_a_nik(std::string_view text) {
  return holds_digits(text, digits_of_a_nik, " .-");
}

// what papers, and the offices that give them, are called
bool is_of_papers(std::string_view word) {
  constexpr std::array<std::string_view, 28> known{
      "surat",     "nota",     "dinas",      "memo",   "perintah", "tugas",  "keputusan",
      "penetapan", "putusan",  "disposisi",  "berita", "acara",    "nomor",  "pengantar",
      "laporan",   "undangan", "lembar",     "versi",  "lampiran", "agenda", "register",
      "tanggal",   "reskrim",  "satreskrim", "polres", "polsek",   "polda",  "dinsos"};
  return std::find(known.begin(), known.end(), folded(word)) != known.end();
}

bool could_be_a_name(std::string_view word) {
  return word.size() > short_word && std::any_of(word.begin(), word.end(), is_small) && !is_of_papers(word);
}

// letters that stand together, whatever stands around them: "12/Contoh/2026" holds a name as "Contoh 12" does
bool holds_a_name(std::string_view text) {
  const auto is_letter = [](char c) { return is_small(c) || is_capital(c); };
  for (auto at = text.begin(); at != text.end();) {
    const auto end = std::find_if_not(at, text.end(), is_letter);
    if (could_be_a_name({at, end}))
      return true;
    at = std::find_if(end, text.end(), is_letter);
  }
  return false;
}

} // namespace

bool is_reference_number(std::string_view text) {
  return text.size() <= longest_number && std::all_of(text.begin(), text.end(), is_known) &&
         std::any_of(text.begin(), text.end(), is_digit) && !holds_a_nik(text) && !holds_a_name(text);
}

bool may_hold_a_number(std::string_view kind) {
  return holds_digits(kind, digits_of_a_kind, "") || holds_digits(kind, digits_with_stops, "._-");
}

} // namespace mediasi
