#include "action/reference_number.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace mediasi {

namespace {

constexpr std::size_t longest = 100, nik_digits = 16, short_word = 3;

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

// also one written with blanks or stops between its digits
bool holds_a_nik(std::string_view text) {
  constexpr std::string_view between = " .-";
  std::size_t run = 0;
  for (const char c : text) {
    if (is_digit(c))
      ++run;
    else if (between.find(c) == std::string_view::npos)
      run = 0;
    if (run >= nik_digits)
      return true;
  }
  return false;
}

bool could_be_a_name(std::string_view word) {
  const auto letters = std::count_if(word.begin(), word.end(), [](char c) { return is_small(c) || is_capital(c); });
  constexpr std::array<std::string_view, 22> of_papers{
      "surat",   "nota",      "dinas",    "memo",   "perintah", "tugas",     "keputusan", "penetapan",
      "putusan", "disposisi", "berita",   "acara",  "nomor",    "pengantar", "laporan",   "undangan",
      "lembar",  "versi",     "lampiran", "agenda", "register", "tanggal"};
  if (std::find(of_papers.begin(), of_papers.end(), folded(word)) != of_papers.end())
    return false;
  return std::any_of(word.begin(), word.end(), is_small) && std::none_of(word.begin(), word.end(), is_digit) &&
         static_cast<std::size_t>(letters) > short_word;
}

} // namespace

bool is_reference_number(std::string_view text) {
  if (text.size() > longest || !std::all_of(text.begin(), text.end(), is_known) ||
      std::none_of(text.begin(), text.end(), is_digit) || holds_a_nik(text))
    return false;
  const auto words = split(text, ' ');
  return std::none_of(words.begin(), words.end(), [](const std::string &word) { return could_be_a_name(word); });
}

} // namespace mediasi
