#include "cmd/editor_folder.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <optional>
#include <vector>

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <fmt/core.h>

#include "base/descriptor.h"
#include "base/error.h"
#include "base/file.h"
#include "base/language.h"
#include "base/text.h"

namespace mediasi {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view prefix = "mediasi-form-"; // then PID-START-RANDOM

bool is_in_memory(const fs::path &folder) {
  struct statfs about {};
  if (statfs(folder.c_str(), &about) != 0)
    return false;
  const auto type = static_cast<unsigned long>(about.f_type);
  return type == TMPFS_MAGIC || type == RAMFS_MAGIC;
}

// $XDG_RUNTIME_DIR is of its user alone (XDG base directory specification); /dev/shm is of everybody, with the sticky
// bit. What is neither of these is not trusted.
std::vector<fs::path> memory_folders() {
  std::vector<fs::path> folders;
  const char *runtime = std::getenv("XDG_RUNTIME_DIR");
  struct stat about {};
  if (runtime != nullptr && runtime[0] == '/' && stat(runtime, &about) == 0 && about.st_uid == getuid())
    folders.emplace_back(runtime);
  folders.emplace_back("/dev/shm");
  std::erase_if(folders, [](const fs::path &folder) {
    return !is_in_memory(folder) || access(folder.c_str(), W_OK | X_OK) != 0;
  });
  return folders;
}

// When a process began, in ticks since boot: the 22nd field of its stat; the 2nd, its name, may hold spaces.
std::optional<std::string> start_of_process(std::int64_t pid) {
  constexpr std::size_t behind_name = 19;
  try {
    const std::string line = read_whole(fmt::format("/proc/{}/stat", pid), 4096);
    const auto fields = split(line.substr(line.rfind(')') + 2), ' ');
    return fields.size() > behind_name ? std::optional(fields[behind_name]) : std::nullopt;
  } catch (const Error &) {
    return std::nullopt; // it is gone, or /proc shows only one's own
  }
}

// A number is given again to another process one day; that one has another beginning.
bool is_dead(std::int64_t pid, const std::string &start) {
  if (kill(static_cast<pid_t>(pid), 0) != 0)
    return errno == ESRCH;
  const auto now = start_of_process(pid);
  return now && *now != start;
}

void overwrite(const fs::path &path) {
  const Descriptor file(open(path.c_str(), O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat about {};
  if (!file || fstat(file.number(), &about) != 0 || !S_ISREG(about.st_mode))
    return;
  constexpr std::array<char, 4096> nothing{};
  for (off_t at = 0; at < about.st_size; at += static_cast<off_t>(nothing.size()))
    if (pwrite(file.number(), nothing.data(), nothing.size(), at) < 0)
      return;
}

void wipe(const fs::path &folder) noexcept {
  std::error_code failed;
  for (fs::recursive_directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed))
    overwrite(at->path());
  fs::remove_all(folder, failed);
}

void wipe_what_dead_ones_left(const fs::path &base) {
  std::error_code failed;
  for (fs::directory_iterator at(base, failed), end; !failed && at != end; at.increment(failed)) {
    const std::string name = at->path().filename().string();
    struct stat about {};
    if (!name.starts_with(prefix) || lstat(at->path().c_str(), &about) != 0 || !S_ISDIR(about.st_mode) ||
        about.st_uid != getuid())
      continue;
    const auto parts = split(std::string_view(name).substr(prefix.size()), '-');
    const auto pid = parse_integer(parts.front());
    if (pid && *pid > 0 && parts.size() == 3 && is_dead(*pid, parts[1]))
      wipe(at->path());
  }
}

} // namespace

EditorFolder::EditorFolder() {
  const auto bases = memory_folders();
  if (bases.empty())
    throw Error({Code::no_memory_disk, say("there is no file system in memory where the form could lie"),
                 say("send it through a pipe: --form -")});
  for (const auto &base : bases)
    wipe_what_dead_ones_left(base);
  const auto pid = getpid();
  const auto name = fmt::format("{}{}-{}-XXXXXX", prefix, pid, start_of_process(pid).value_or("0"));
  std::string made = (bases.front() / name).string();
  if (mkdtemp(made.data()) == nullptr) // 0700
    throw Error({Code::no_memory_disk,
                 say("no folder for the form can be made in '{}': {}", bases.front().string(), why_not(errno)),
                 say("send it through a pipe: --form -")});
  path_ = made;
}

EditorFolder::~EditorFolder() {
  wipe(path_);
}

fs::path EditorFolder::put(std::string_view name, std::string_view text) const {
  create_private(path_, name, text);
  return path_ / name;
}

} // namespace mediasi
