// A file that is made whole beside its place and then put there, or goes away: a store, a backup, a restored store.
#pragma once

#include <string>

namespace mediasi {

class FreshFile {
public:
  explicit FreshFile(const std::string &place); // a whole path
  FreshFile(const FreshFile &) = delete;
  FreshFile &operator=(const FreshFile &) = delete;
  ~FreshFile();

  const std::string &path() const { return path_; } // where it is to be made
  // Never over another file; synced, with its folder. Throws Error(store_exists | file_unwritable).
  void put_in_place() const { put_in_place_as(place_); }
  void put_in_place_as(const std::string &place) const; // another name in the same folder, known only now

private:
  std::string place_, path_;
};

// What a killed command left in the folder: the fresh files of places whose name begins so. Only while nobody else can
// be making one there.
void clear_leftovers(const std::string &folder, const std::string &beginning);

} // namespace mediasi
