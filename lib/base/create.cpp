// Whole-file publication: nothing half-written is ever visible under the name.
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <optional>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/core.h>

#include "base/descriptor.h"
#include "base/error.h"
#include "base/file.h"
#include "base/language.h"
#include "base/writing.h"

namespace mediasi {

namespace {

constexpr mode_t private_folder = 0700;
constexpr int most_tries = 16;

[[noreturn]] void refuse(std::string_view subject, int reason) {
  throw Error(Problem{.code = Code::file_unwritable,
                      .message = say("cannot write '{}': {}", subject, why_not(reason)),
                      .hint = say("name another folder, or look at its permissions and free space")});
}

void check_name(std::string_view name) {
  const bool control = std::ranges::any_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
  if (name.empty() || name.size() > 255 || control || name.front() == '.' || name.find('/') != std::string_view::npos ||
      name.find("..") != std::string_view::npos)
    throw Error(Problem{.code = Code::file_unwritable,
                        .message = say("not a file name: '{}'", name),
                        .hint = say("write a name without '/', '..' or a leading full stop")});
}

// The folder itself may not be a symbolic link: whoever may plant one could lead papers elsewhere.
int open_folder(const std::filesystem::path &folder) {
  std::filesystem::path way;
  for (const auto &part : folder.has_filename() ? folder : folder.parent_path()) {
    way /= part;
    if (mkdir(way.c_str(), private_folder) != 0 && errno != EEXIST && errno != EROFS && errno != EACCES)
      refuse(way.native(), errno);
  }
  const int opened = open(way.empty() ? "." : way.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (opened < 0)
    refuse(folder.native(), errno);
  return opened;
}

// errno, or 0 when all is on the disk
int fill(int file, std::string_view bytes) {
  if (const int fault = write_all(file, bytes); fault != 0)
    return fault;
  return fchmod(file, private_file) == 0 && fsync(file) == 0 ? 0 : errno;
}

// errno of the publication, or nothing where this file system has no nameless files
std::optional<int> publish_nameless(int folder, const std::string &name, std::string_view bytes) {
  const Descriptor file(openat(folder, ".", O_TMPFILE | O_WRONLY | O_CLOEXEC, private_file));
  if (!file && (errno == EOPNOTSUPP || errno == EISDIR || errno == ENOENT || errno == EINVAL))
    return std::nullopt;
  if (!file)
    return errno;
  if (const int fault = fill(file.number(), bytes); fault != 0)
    return fault;
  const std::string link = fmt::format("/proc/self/fd/{}", file.number());
  if (linkat(AT_FDCWD, link.c_str(), folder, name.c_str(), AT_SYMLINK_FOLLOW) == 0)
    return 0;
  return errno == ENOENT || errno == EPERM ? std::nullopt : std::optional(errno); // no /proc, or no hard links
}

int publish_by_rename(int folder, const std::filesystem::path &path, const std::string &name, std::string_view bytes) {
  std::string temporary = (path / ".mediasi-XXXXXX").native();
  const Descriptor file(mkostemp(temporary.data(), O_CLOEXEC));
  if (!file)
    return errno;
  int fault = fill(file.number(), bytes);
  if (fault == 0 && renameat2(AT_FDCWD, temporary.c_str(), folder, name.c_str(), RENAME_NOREPLACE) != 0)
    fault = errno;
  if (fault != 0)
    unlink(temporary.c_str());
  return fault;
}

// The new content takes its place in one step. What a killed run leaves under the name between is taken by the next.
std::optional<int> replace_nameless(int folder, const std::string &name, std::string_view bytes) {
  const Descriptor file(openat(folder, ".", O_TMPFILE | O_WRONLY | O_CLOEXEC, private_file));
  if (!file)
    return std::nullopt; // no nameless files here, or what the other way will say as well
  if (const int fault = fill(file.number(), bytes); fault != 0)
    return fault;
  const std::string link = fmt::format("/proc/self/fd/{}", file.number());
  const std::string between = "." + name + ".new";
  for (int tries = 0; tries < most_tries; ++tries) { // another may be doing the same
    unlinkat(folder, between.c_str(), 0);
    if (linkat(AT_FDCWD, link.c_str(), folder, between.c_str(), AT_SYMLINK_FOLLOW) != 0 && errno != EEXIST)
      return errno == ENOENT || errno == EPERM ? std::nullopt : std::optional(errno); // no /proc, or no hard links
    if (renameat(folder, between.c_str(), folder, name.c_str()) == 0)
      return 0;
    if (errno != ENOENT)
      return errno;
  }
  return EBUSY;
}

int replace_by_rename(int folder, const std::filesystem::path &path, const std::string &name, std::string_view bytes) {
  std::string temporary = (path / ".mediasi-XXXXXX").native();
  const Descriptor file(mkostemp(temporary.data(), O_CLOEXEC));
  if (!file)
    return errno;
  int fault = fill(file.number(), bytes);
  if (fault == 0 && renameat(AT_FDCWD, temporary.c_str(), folder, name.c_str()) != 0)
    fault = errno;
  if (fault != 0)
    unlink(temporary.c_str());
  return fault;
}

bool same_bytes(int folder, const std::string &name, std::string_view bytes) {
  const Descriptor file(openat(folder, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat there {};
  if (!file || fstat(file.number(), &there) != 0 || !S_ISREG(there.st_mode) ||
      static_cast<std::size_t>(there.st_size) != bytes.size())
    return false;
  std::string found(bytes.size() + 1, '\0');
  std::size_t filled = 0;
  while (filled < found.size()) {
    const ssize_t got = read(file.number(), found.data() + filled, found.size() - filled);
    if (got < 0 && errno == EINTR)
      continue;
    if (got <= 0)
      break;
    filled += static_cast<std::size_t>(got);
  }
  return filled == bytes.size() && std::string_view(found).substr(0, filled) == bytes;
}

} // namespace

Created create_private(const std::filesystem::path &folder, std::string_view name, std::string_view bytes) {
  check_name(name);
  const std::string own_name(name);
  const Descriptor place(open_folder(folder));
  int fault = 0;
  if (const auto nameless = publish_nameless(place.number(), own_name, bytes))
    fault = *nameless;
  else
    fault = publish_by_rename(place.number(), folder, own_name, bytes);
  if (fault == EEXIST && same_bytes(place.number(), own_name, bytes))
    return Created::identical;
  if (fault != 0)
    refuse((folder / own_name).native(), fault);
  if (fsync(place.number()) != 0) { // the name itself must survive a power cut
    const int reason = errno;
    unlinkat(place.number(), own_name.c_str(), 0); // what is said not to be written is not there
    refuse(folder.native(), reason);
  }
  return Created::fresh;
}

void replace_private(const std::filesystem::path &folder, const std::string &name, std::string_view bytes) {
  const Descriptor place(open_folder(folder));
  const auto nameless = replace_nameless(place.number(), name, bytes);
  if (const int fault = nameless ? *nameless : replace_by_rename(place.number(), folder, name, bytes); fault != 0)
    refuse((folder / name).native(), fault);
  if (fsync(place.number()) != 0)
    refuse(folder.native(), errno);
}

} // namespace mediasi
