#include "cmd/key_at_hand.h"

#include "cmd/key_source.h"

namespace mediasi {

std::optional<Problem> unlock_at_hand(Store &store, const Env &env) {
  if (store.unlocked())
    return std::nullopt;
  const bool named = env.key.from == Setting::option || env.keys->is_descriptor();
  try {
    store.unlock(env.keys->at_hand(env));
    return std::nullopt;
  } catch (const Error &error) {
    if (named || error.exit_code() != exit_code(Code::key_needed))
      throw;
    return error.problems().front();
  }
}

} // namespace mediasi
