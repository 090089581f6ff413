// Text in locked memory, wiped when dropped: key files, recovery codes and passphrases on their way in and out.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "store/seal.h"

namespace mediasi {

class SecretText {
public:
  static constexpr std::size_t most = 4095; // bytes, as many as a terminal gives in one line

  SecretText() = default;
  explicit SecretText(std::string_view text) { add(text); }

  std::string_view view() const { return {reinterpret_cast<const char *>(bytes_.bytes().data()), size_}; }
  operator std::string_view() const { return view(); }

  void add(std::string_view more); // Error(too_large)
  void add(char letter) { add(std::string_view(&letter, 1)); }
  void cut(std::size_t size); // keeps the beginning

  std::span<unsigned char> room() { return bytes_.bytes().subspan(size_); } // where more may be read into
  void grow(std::size_t filled) { size_ += filled; }                        // so much of the room was filled

private:
  Secret bytes_{most};
  std::size_t size_ = 0;
};

} // namespace mediasi
