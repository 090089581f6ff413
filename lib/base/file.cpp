#include "base/file.h"

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/descriptor.h"
#include "base/error.h"
#include "base/language.h"

namespace mediasi {

std::string why_not(int error_number) {
  switch (error_number) {
  case ENOENT:
    return tr("there is no such file or folder");
  case EACCES:
  case EPERM:
    return tr("not permitted");
  case EISDIR:
    return tr("it is a folder");
  case ENOTDIR:
    return tr("it is not a folder");
  case EEXIST:
    return tr("it exists already");
  case ELOOP:
    return tr("it is a symbolic link");
  case ENOSPC:
  case EDQUOT:
    return tr("the disk is full");
  case EROFS:
    return tr("the disk is read-only");
  case ENAMETOOLONG:
    return tr("the name is too long");
  case EIO:
    return tr("the disk failed");
  default:
    return say("system error {}", error_number);
  }
}

namespace {

// A named pipe to which nobody writes is empty; waiting for somebody who may never come would hold up the store. What
// comes slowly out of one is waited for.
int open_without_waiting(const std::string &path) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  if (file >= 0)
    (void)fcntl(file, F_SETFL, 0);
  return file;
}

} // namespace

std::string read_ordinary(const std::string &path, std::size_t most) {
  struct stat about {};
  if (stat(path.c_str(), &about) == 0 && !S_ISREG(about.st_mode) && !S_ISDIR(about.st_mode))
    throw Error(Problem{.code = Code::file_unreadable,
                        .message = say("'{}' is no ordinary file", path),
                        .hint = say("copy what it gives into a file, and name that")});
  return read_whole(path == "-" ? "./-" : path, most);
}

std::string read_whole(const std::string &path, std::size_t most) {
  const bool standard_input = path == "-";
  const Descriptor file(standard_input ? dup(STDIN_FILENO) : open_without_waiting(path));
  const auto refuse = [&](int reason) {
    const std::string subject = standard_input ? tr("standard input") : path;
    throw Error(Problem{.code = Code::file_unreadable,
                        .message = say("cannot read '{}': {}", subject, why_not(reason)),
                        .hint = standard_input ? "" : say("look at the name and the permissions of the file")});
  };
  if (!file)
    refuse(errno);
  std::string bytes;
  std::array<char, 65536> piece{};
  for (;;) {
    const ssize_t got = read(file.number(), piece.data(), piece.size());
    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0)
      refuse(errno);
    if (got == 0)
      return bytes;
    bytes.append(piece.data(), static_cast<std::size_t>(got));
    if (bytes.size() > most)
      throw Error(Problem{.code = Code::too_large,
                          .message = say("'{}' is larger than {} bytes", path, most),
                          .hint = say("give a smaller file"),
                          .place = {.file = path}});
  }
}

} // namespace mediasi
