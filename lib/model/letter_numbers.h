// Numbers of letters. A register is a book in which letters are counted, from 1 in every year of the day they bear. An
// issued paper takes one number; an act of the house, "reserve", sets some aside for letters that will bear its day.
//
//   paper     register, register_serial, number (the text of it)
//   reserve   register, first, count
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/entry.h"

namespace mediasi {

inline constexpr std::string_view reserving = "reserve";

struct LetterNumber {
  std::string register_name;
  int year = 0, serial = 0;

  friend bool operator==(const LetterNumber &, const LetterNumber &) = default;
};

// What this entry takes or sets aside, in order. A correction takes none: a voided paper keeps its number.
std::vector<LetterNumber> numbers_of(const Entry &entry);

// The act that sets them aside; who and when is the caller's.
Entry reservation_of(std::string_view register_name, int first, int count);

} // namespace mediasi
