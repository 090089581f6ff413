// While it lives none of these signals ends the program (all that can be held, where none are named); what came is
// obeyed when it goes.
#pragma once

#include <csignal>

namespace mediasi {

class HeldSignals {
public:
  HeldSignals() : HeldSignals(all()) {}
  explicit HeldSignals(const sigset_t &signals) { sigprocmask(SIG_BLOCK, &signals, &before_); }
  HeldSignals(const HeldSignals &) = delete;
  HeldSignals &operator=(const HeldSignals &) = delete;
  ~HeldSignals() { sigprocmask(SIG_SETMASK, &before_, nullptr); }

private:
  static sigset_t all() {
    sigset_t set;
    sigfillset(&set);
    return set;
  }

  sigset_t before_{};
};

} // namespace mediasi
