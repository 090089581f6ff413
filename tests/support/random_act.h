// Drafts of any act kind for a case as it stands: mostly plausible, sometimes not. New act kinds are filled in from
// their field tables; those that need more sense have a function of their own.
#pragma once

#include <random>
#include <string>

#include "action/draft.h"
#include "judge/judge.h"

namespace mediasi::testing {

class Dice {
public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  // 0..n-1; the same on every machine
  std::size_t below(std::size_t n) { return n == 0 ? 0 : static_cast<std::size_t>(engine_() % n); }
  bool in(int percent) { return below(100) < static_cast<std::size_t>(percent); }
  template <typename List> auto &one_of(List &list) { return list[below(list.size())]; }

private:
  std::mt19937_64 engine_;
};

struct Around { // what a draft may refer to
  const Bench &bench;
  const CaseFile &file;
  const Moment &now;
};

Draft random_draft(Dice &dice, const Around &around, const Step &step);
// Fills in again what the act needs to make sense, where a maker for it is known.
void make_sensible(Draft &draft, Dice &dice, const Around &around, std::string_view act);
// one field or one group of it, as an amendment gives it
Draft random_amendment(Dice &dice, const Around &around, const Step &step);

} // namespace mediasi::testing
