// Keys that are gone are a damage, unless an entry after their last use erases the case: one that the store itself
// signed, so that nobody without the key can pass a theft of keys off as an erasure. And an erased key stays gone:
// whoever puts one back out of an old backup is found.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "store/erasure.h"
#include "store/rows.h"

namespace mediasi {

class ErasureCheck {
public:
  explicit ErasureCheck(const Store &store) : store_(store) {}

  struct Finding {
    std::int64_t seq = 0; // 0: of no one entry
    std::string words;
  };

  void key_gone(const RawEntry &entry); // empty, where the entry names one
  void entry(const RawEntry &entry);    // every entry, in order
  std::vector<Finding> findings() const;

private:
  struct Gone {
    std::int64_t first = 0, last = 0; // entries whose key is gone
    std::int64_t n = 0;               // the key of the first
  };
  struct Erased {
    std::int64_t seq = 0;
    Erasure erasure;
  };
  void check_erased(const std::string &case_number, const Erased &erased, std::vector<Finding> &found) const;

  const Store &store_;
  std::map<std::string, Gone> gone_;
  std::map<std::string, Erased> erased_; // by case, the last
};

} // namespace mediasi
