// The key file: whoever holds it reads every identity, so a careless one is refused rather than used.

#include <array>
#include <cerrno>
#include <filesystem>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/descriptor.h"
#include "base/language.h"
#include "cmd/env.h"
namespace mediasi {

namespace {

constexpr std::size_t most = 64 * 1024; // bytes; a key file holds a few hundred

Error refused(std::string message, std::string hint) {
  return Error({Code::key_needed, std::move(message), std::move(hint)});
}

// the folder's identity, whatever it is called; an unreadable one equals nothing
bool same_folder(const std::string &one, const std::string &other) {
  const auto folder_of = [](const std::string &path) {
    const std::filesystem::path folder = std::filesystem::path(path).parent_path();
    return folder.empty() ? std::filesystem::path(".") : folder;
  };
  std::error_code failed;
  return std::filesystem::equivalent(folder_of(one), folder_of(other), failed) && !failed;
}

void check(int descriptor, const std::string &path) {
  struct stat facts {};
  if (fstat(descriptor, &facts) != 0 || !S_ISREG(facts.st_mode))
    throw refused(say("'{}' is no key file", path), say("--key FILE"));
  if (facts.st_uid != geteuid())
    throw refused(say("the key file '{}' belongs to another user", path),
                  say("keep a key file of your own, mode 0600"));
  if ((facts.st_mode & 077U) != 0)
    throw refused(say("the key file '{}' is open to others", path), say("chmod 600 '{}'", path));
}

std::string content(int descriptor, const std::string &path) {
  std::string text;
  std::array<char, 4096> room{};
  for (;;) {
    const ssize_t got = read(descriptor, room.data(), room.size());
    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0)
      throw refused(say("the key file '{}' cannot be read", path), say("--key FILE"));
    if (got == 0)
      return text;
    text.append(room.data(), static_cast<std::size_t>(got));
    if (text.size() > most)
      throw refused(say("'{}' is no key file", path), say("--key FILE"));
  }
}

} // namespace

std::string read_key(const Env &env) {
  const std::string &path = env.key.value;
  if (path.empty())
    throw refused(say("this needs the key, and no key file is named"), say("--key FILE"));
  const Descriptor file(open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  const int why = errno;
  if (!file && why == ENOENT)
    throw refused(say("this needs the key, and there is no key file '{}'", path), say("--key FILE"));
  if (!file && why == ELOOP)
    throw refused(say("the key file '{}' is a link", path), say("name the file itself"));
  if (!file)
    throw refused(say("the key file '{}' cannot be read", path), say("--key FILE"));
  check(file.number(), path);
  if (!env.store.value.empty() && same_folder(path, env.store.value))
    throw refused(say("the key file '{}' lies in the store's own folder", path),
                  say("keep it elsewhere: who takes the store must not get the key with it"));
  return content(file.number(), path);
}

} // namespace mediasi
