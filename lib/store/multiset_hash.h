// A hash of a set of things that can be kept up to date as things come and go, in any order: LtHash (Bellare and
// Micciancio 1997; Lewi, Kim, Maykov, Weis 2019) with 1024 lanes of 16 bits. Whoever wants another set with the same
// sum has to solve a lattice problem of about 200 bits.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/digest.h"

namespace mediasi {

class MultisetHash {
public:
  static constexpr std::size_t lanes = 1024;
  static constexpr std::size_t size = 2 * lanes; // bytes

  MultisetHash() = default;                      // of nothing
  explicit MultisetHash(std::string_view bytes); // as bytes() gave them; anything of another size is the empty set

  void add(const Hash &element);
  void remove(const Hash &element); // one that was added before

  std::string bytes() const; // little-endian lanes
  Hash digest() const;       // what stands for the whole set

  friend bool operator==(const MultisetHash &, const MultisetHash &) = default;

private:
  std::array<std::uint16_t, lanes> lanes_{};
};

} // namespace mediasi
