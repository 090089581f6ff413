#include "base/unseen_file.h"

#include <array>
#include <cerrno>
#include <filesystem>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/core.h>

#include "base/error.h"
#include "base/file.h"
#include "base/language.h"
#include "base/writing.h"

namespace mediasi {

namespace {

std::string folder_of(const std::string &path) {
  const auto folder = std::filesystem::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

// Where the file system has no nameless files, one whose name is taken away at once.
int open_nameless(const std::string &folder) {
  const int file = open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, private_file);
  if (file >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != ENOENT && errno != EINVAL))
    return file;
  std::string name = folder + "/.mediasi-XXXXXX";
  const int other = mkostemp(name.data(), O_CLOEXEC);
  if (other >= 0)
    unlink(name.c_str());
  return other;
}

// errno, or 0
int copy_all(int from, int to) {
  std::array<char, 65536> piece{};
  for (off_t at = 0;;) {
    const ssize_t got = pread(from, piece.data(), piece.size(), at);
    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0)
      return errno;
    if (got == 0)
      return 0;
    if (const int fault = write_all(to, {piece.data(), static_cast<std::size_t>(got)}); fault != 0)
      return fault;
    at += got;
  }
}

} // namespace

UnseenFile::UnseenFile(const std::string &path) : path_(path), folder_(folder_of(path)), file_(open_nameless(folder_)) {
  const int reason = errno;
  struct stat about {};
  if (lstat(path_.c_str(), &about) == 0)
    refuse(EEXIST);
  if (!file_)
    refuse(reason);
  if (fchmod(file_.number(), private_file) != 0) // whatever the umask took away
    refuse(errno);
}

void UnseenFile::refuse(int reason) const {
  throw Error(Problem{.code = Code::file_unwritable,
                      .message = say("cannot write '{}': {}", path_, why_not(reason)),
                      .hint = say("name a new file, in a folder that is there")});
}

void UnseenFile::write(std::string_view bytes) {
  if (const int fault = write_all(file_.number(), bytes); fault != 0)
    refuse(fault);
}

void UnseenFile::sync() const {
  if (fsync(file_.number()) != 0)
    refuse(errno);
}

void UnseenFile::put_in_place() const {
  sync();
  const std::string link = fmt::format("/proc/self/fd/{}", file_.number());
  if (linkat(AT_FDCWD, link.c_str(), AT_FDCWD, path_.c_str(), AT_SYMLINK_FOLLOW) == 0)
    return sync_folder();
  if (errno != ENOENT && errno != EPERM && errno != EOPNOTSUPP) // no /proc, no hard links, or the name is gone
    refuse(errno);
  copy_into_place();
  sync_folder();
}

void UnseenFile::copy_into_place() const {
  const Descriptor file(open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, private_file));
  if (!file)
    refuse(errno);
  int fault = fchmod(file.number(), private_file) == 0 ? copy_all(file_.number(), file.number()) : errno;
  if (fault == 0 && fsync(file.number()) != 0)
    fault = errno;
  if (fault == 0)
    return;
  unlink(path_.c_str());
  refuse(fault);
}

// the name itself must survive a power cut
void UnseenFile::sync_folder() const {
  const Descriptor folder(open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder && fsync(folder.number()) == 0)
    return;
  const int reason = errno;
  unlink(path_.c_str());
  refuse(reason);
}

} // namespace mediasi
