// What a judgement rests on, read from the store: rules by their hash, the gates of this release, roster, calendar.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "judge/judge.h"
#include "store/store.h"

namespace mediasi {

class Grounds {
public:
  // Reads roster and calendar, as they were adopted until then, `coming` counted as if it were recorded already. The
  // store must outlive it. Throws Error when stored rules cannot be read any more.
  explicit Grounds(const Store &store, std::optional<Instant> until = {}, const Entry *coming = nullptr);

  // each rules text is loaded once
  const Standard &standard(const std::string &hash);
  // the bench of one case, under the rules it is pinned to; valid as long as this is
  Bench bench(const std::string &hash);
  const std::vector<std::string> &adopted() const { return adopted_; } // hashes of all rules, first to last

private:
  struct Rules {
    Standard standard;
    Calendar calendar;       // the store's days with these rules' working week
    std::vector<Gate> gates; // as this office reads them
  };
  const Rules &rules(const std::string &hash);

  const Store &store_;
  std::vector<Gate> gates_;
  Roster roster_;
  std::vector<HolidayYear> years_;
  std::vector<std::string> adopted_;
  std::map<std::string, Rules> rules_;
};

} // namespace mediasi
