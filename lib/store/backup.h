// Copies of a store that are whole and checked before anybody can see them: a backup of it, and a store made anew out
// of a backup.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/date.h"
#include "store/fresh_file.h"
#include "store/store.h"

namespace mediasi {

// A backup on its way. Made beside its place, opened and verified whole; nothing of it is left when it is dropped
// before put_in_place(). The journal's entry of it comes in between, for of the two things a crash can leave behind a
// backup that the journal does not know is the worse one: `store erase` could not name it among those that still hold
// the keys. An entry whose backup never came names a file that is not there.
class Backup {
public:
  // FOLDER is made 0700 where it is missing. Throws Error: file_unwritable, store_busy (another backup is at work in
  // the folder), store_damaged or store_altered (the store itself is not sound).
  Backup(const Store &store, const std::string &folder, Instant now);

  const std::string &file() const { return file_; } // codes only: mediasi-STORE-TIME-ENTRIES.db
  const std::string &folder() const { return folder_.path; }
  std::int64_t entries() const { return entries_; } // the head it was taken at
  const std::string &head() const { return head_; } // hex
  std::string list_file() const;                    // where its list of erased cases belongs
  bool same_disk() const { return same_disk_; }     // as the store: it dies with it
  bool on_network() const { return network_; }

  // Writes the list, then gives the copy its name. Never over another file.
  void put_in_place(const std::string &list) const;

private:
  struct Folder { // held for one backup at a time, so that what a killed one left can be cleared away
    Folder(const std::string &path, const std::string &store_id);
    Folder(const Folder &) = delete;
    Folder &operator=(const Folder &) = delete;
    ~Folder();
    std::string path;
    int descriptor = -1;
  };
  Folder folder_;
  FreshFile fresh_;
  std::int64_t entries_ = 0;
  std::string file_, head_;
  bool same_disk_ = false, network_ = false;
};

// "mediasi-0123abcd-": how the backups of a store begin
std::string backup_prefix(const std::string &store_id);
// A name of ours, and of nobody: may it stand in the journal?
bool is_backup_name(std::string_view file);

// Everything of one database file into another that is empty or not there; of one moment, whoever else writes.
// `told`: the place to name in what goes wrong.
void copy_database(const std::string &from, const std::string &to, const std::string &told);

} // namespace mediasi
