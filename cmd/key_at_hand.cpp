#include "cmd/key_at_hand.h"

#include "cmd/env.h"

namespace mediasi {

std::optional<Problem> unlock_at_hand(Store &store, const Env &env) {
  if (store.unlocked())
    return std::nullopt;
  try {
    store.unlock(read_key(env));
    return std::nullopt;
  } catch (const Error &error) {
    if (env.key.from == Setting::option || error.exit_code() != exit_code(Code::key_needed))
      throw;
    return error.problems().front();
  }
}

} // namespace mediasi
