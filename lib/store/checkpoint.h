// A checkpoint: what the journal's head was on a day, signed, in the hands of somebody else. Whatever was recorded
// before it cannot be rewritten any more without this being seen.
//
//   mediasi-checkpoint-1
//   store 0123...            (32 hex digits)
//   made 2026-03-02T02:00:00Z
//   entry 57 3f2a...         (the head: 64 hex digits)
//   entry 56 ...             (earlier ones, ever further apart, so that a fork can be said to lie between two)
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "store/store.h"

namespace mediasi {

struct Checkpoint {
  std::string store; // id
  Instant made{};
  std::map<std::int64_t, std::string> entries; // number and hash (hex); the last is the head

  std::int64_t head() const { return entries.rbegin()->first; }
};

Checkpoint checkpoint_of(const Store &store, Instant made);
std::string text_of(const Checkpoint &checkpoint);

// Error(bad_checkpoint) for what is none, with its line. Says nothing of who signed it.
Checkpoint read_checkpoint(std::string_view text, const std::string &file);

// Read, and of this store and signed by its key: Error(other_store), Error(bad_signature).
Checkpoint checkpoint_for(const Store &store, std::string_view text, std::string_view signature,
                          const std::string &file);

} // namespace mediasi
