// A store in the making: a file beside its place that goes away unless it is put there. Its name carries the id of the
// store it would become, and a lock says that somebody is at work in it; so what a killed command left can be told from
// both, and taken away together with the keys that were written for it.
#pragma once

#include <string>
#include <vector>

#include "base/descriptor.h"
#include "base/error.h"

namespace mediasi {

Error no_store_made(const std::string &place, int reason);

// Error(store_exists) when a store, or a journal that would be played into a new one, stands there.
void refuse_existing(const std::string &place);

class StoreDraft {
public:
  StoreDraft(const std::string &place, const std::string &id);
  StoreDraft(const StoreDraft &) = delete;
  StoreDraft &operator=(const StoreDraft &) = delete;
  ~StoreDraft();

  const std::string &path() const { return path_; }
  void put_in_place();             // Error(store_exists | file_unwritable)
  void keep() { placed_ = false; } // else it is taken back, for its keys go away with whoever failed

private:
  std::string place_, path_;
  bool placed_ = false;
  Descriptor held_; // closed after the connection: closing any descriptor of a file drops SQLite's locks on it
};

struct LeftDraft {
  std::string path, id;
};

// The drafts of a place that no living command holds, and of which no store ever came to be.
std::vector<LeftDraft> left_drafts(const std::string &place);
void take_away(const LeftDraft &draft);

} // namespace mediasi
