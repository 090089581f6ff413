#include "store/fresh_file.h"

#include <cerrno>
#include <cstdio>
#include <filesystem>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/descriptor.h"
#include "base/digest.h"
#include "base/error.h"
#include "base/file.h"
#include "base/language.h"
#include "store/draft.h"
#include "store/seal.h"

namespace mediasi {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view mark = ".new-"; // no place's own name has it

void sync(const std::string &path, int flags, const std::string &place) {
  const Descriptor held(open(path.c_str(), flags | O_CLOEXEC));
  if (!held || fsync(held.number()) != 0) {
    throw no_store_made(place, errno);
  }
}

} // namespace

FreshFile::FreshFile(const std::string &place)
    : place_(place), path_((fs::path(place).parent_path() /
                            ("." + fs::path(place).filename().string() + std::string(mark) + to_hex(random_bytes(6))))
                               .string()) {}

FreshFile::~FreshFile() {
  unlink(path_.c_str());
  unlink((path_ + "-journal").c_str());
}

void FreshFile::put_in_place_as(const std::string &place) const {
  sync(path_, O_RDONLY, place);
  if (renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, place.c_str(), RENAME_NOREPLACE) != 0 &&
      !(errno == EINVAL && link(path_.c_str(), place.c_str()) == 0)) {
    const int reason = errno;
    refuse_existing(place);
    throw no_store_made(place, reason);
  }
  try {
    sync(fs::path(place).parent_path().string(), O_RDONLY | O_DIRECTORY, place);
  } catch (const Error &) { // nobody is told of a store that may be gone after the next power cut
    unlink(place.c_str());
    throw;
  }
}

void clear_leftovers(const std::string &folder, const std::string &beginning) {
  std::error_code failed;
  for (const auto &item : fs::directory_iterator(folder, failed)) {
    const std::string name = item.path().filename().string();
    std::error_code kept; // what cannot be removed is not in the way
    if (name.starts_with("." + beginning) && name.find(mark) != name.npos) {
      fs::remove(item.path(), kept);
    }
  }
}

} // namespace mediasi
