// Whoever holds the key reads every identity, so a careless key file is refused rather than used.
#include "cmd/key_source.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <limits>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/descriptor.h"
#include "base/language.h"
#include "base/text.h"
#include "cmd/ask_secret.h"
#include "cmd/env.h"
#include "store/key_text.h"
#include "store/readers.h"

namespace mediasi {

namespace {

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

SecretText content(int descriptor, const Error &unreadable) {
  SecretText text;
  for (;;) {
    const auto room = text.room();
    if (room.empty())
      throw unreadable; // a key file holds a few hundred bytes
    const ssize_t got = read(descriptor, room.data(), room.size());
    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0)
      throw unreadable;
    if (got == 0)
      return text;
    text.grow(static_cast<std::size_t>(got));
  }
}

SecretText file_content(const Env &env) {
  const std::string &path = env.key.value;
  if (path.empty())
    throw refused(say("this needs the key, and no key file is named"), say("--key FILE"));
  const Descriptor file(open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  const int why = errno;
  if (!file && why == ENOENT)
    throw refused(say("this needs the key, and there is no key file '{}'", path), say("--key FILE"));
  if (!file && why == ELOOP)
    throw refused(say("the key file '{}' is a link", path), say("name the file itself"));
  const Error unreadable = refused(say("the key file '{}' cannot be read", path), say("--key FILE"));
  if (!file)
    throw unreadable;
  check(file.number(), path);
  if (!env.store.value.empty() && same_folder(path, env.store.value))
    throw refused(say("the key file '{}' lies in the store's own folder", path),
                  say("keep it elsewhere: who takes the store must not get the key with it"));
  SecretText text = content(file.number(), unreadable);
  if (key_kind(text) == KeyKind::passphrase)
    (void)read_key_text(text); // which refuses it: a passphrase is no key file
  return text;
}

// There is no key file, nobody named one on the command line, and a person who can be asked has a passphrase.
bool asks_instead(const Env &env) {
  std::error_code failed;
  const bool there =
      !env.key.value.empty() && std::filesystem::exists(std::filesystem::symlink_status(env.key.value, failed));
  if (there || env.key.from == Setting::option || !can_ask())
    return false;
  const Store store = open_store(env, Access::read);
  const auto all = readers(store);
  return std::any_of(all.begin(), all.end(),
                     [](const KeyHolder &reader) { return reader.kind == kind_name(KeyKind::passphrase); });
}

} // namespace

int secret_descriptor(std::string_view option, const std::string &value) {
  const auto number = parse_integer(value);
  const auto unusable = [&](std::string why) {
    return Error({Code::option_value, say("{} '{}': {}", option, safe_for_terminal(value), why),
                  say("give an open descriptor: {} 3 3<FILE", option)});
  };
  if (!number || *number < 0 || *number > std::numeric_limits<int>::max())
    throw unusable(say("not the number of a descriptor"));
  const int descriptor = static_cast<int>(*number);
  if (descriptor == STDOUT_FILENO || descriptor == STDERR_FILENO)
    throw unusable(say("answers and messages go there"));
  if (fcntl(descriptor, F_SETFD, FD_CLOEXEC) != 0)
    throw unusable(say("it is not open"));
  if (isatty(descriptor) == 1)
    throw unusable(say("a terminal would show what is typed"));
  return descriptor;
}

SecretText read_secret(std::string_view option, int descriptor) {
  SecretText text = content(descriptor, refused(say("{} {} gives no key", option, descriptor),
                                                say("give a key file, a recovery code or a passphrase")));
  if (text.view().empty())
    throw refused(say("{} {} gives nothing", option, descriptor),
                  say("give a key file, a recovery code or a passphrase"));
  if (key_kind(text) == KeyKind::passphrase)
    text.cut(std::min(text.view().find('\n'), text.view().size()));
  return text;
}

KeySource::KeySource(const std::string &descriptor) {
  if (!descriptor.empty())
    descriptor_ = secret_descriptor("--key-fd", descriptor);
}

std::string_view KeySource::text(const Env &env) {
  if (!text_ && !descriptor_ && asks_instead(env))
    text_ = ask_secret(say("passphrase (it is not shown): "));
  return at_hand(env);
}

std::string_view KeySource::at_hand(const Env &env) {
  if (!text_)
    text_ = descriptor_ ? read_secret("--key-fd", *descriptor_) : file_content(env);
  return *text_;
}

void check_standard_input(const Parsed &parsed) {
  if (parsed.globals.key_fd != "0")
    return;
  for (const Options::Item &item : parsed.options.items()) {
    const auto *one = std::get_if<std::string *>(&item.target);
    if (one != nullptr && **one == "-")
      throw Error({Code::option_value, say("standard input cannot give the key and a form"),
                   say("give the key another way: --key-fd 3 3<FILE")});
  }
}

std::string_view read_key(const Env &env) {
  return env.keys->text(env);
}

} // namespace mediasi
