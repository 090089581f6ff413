// The entries a checkpoint saw, held against those that are there. For verify.
#pragma once

#include <cstdint>

#include "base/language.h"
#include "store/checkpoint.h"
#include "store/rows.h"

namespace mediasi {

class Witnesses {
public:
  explicit Witnesses(const Checkpoint *checkpoint) : checkpoint_(checkpoint) {} // none: nothing is ever told

  void see(const RawEntry &entry) { // every entry, by seq
    last_ = entry.seq;
    if (checkpoint_ == nullptr || forked_ > 0)
      return;
    const auto witness = checkpoint_->entries.find(entry.seq);
    if (witness != checkpoint_->entries.end())
      (witness->second == to_hex(entry.hash) ? agreed_ : forked_) = entry.seq;
  }

  // tell(seq, "forked" or "cut_off", words)
  template <typename Tell> void tell(Tell &&found) const {
    if (checkpoint_ == nullptr)
      return;
    const std::string made = text_of(checkpoint_->made);
    if (forked_ > 0)
      found(agreed_ + 1, "forked",
            say("entries {} to {} are not those the checkpoint of {} saw", agreed_ + 1, forked_, made));
    if (checkpoint_->head() > last_)
      found(last_ + 1, "cut_off",
            say("entries {} to {} of the checkpoint of {} are gone", last_ + 1, checkpoint_->head(), made));
  }

private:
  const Checkpoint *checkpoint_;
  std::int64_t agreed_ = 0, forked_ = 0, last_ = 0; // entries: the last as seen, the first that is not, the last of all
};

} // namespace mediasi
