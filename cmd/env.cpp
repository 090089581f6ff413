#include "cmd/env.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <new>

#include <csignal>
#include <fcntl.h>
#include <pwd.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/language.h"
#include "base/share.h"
#include "base/text.h"
#include "cmd/key_source.h"

namespace mediasi {

namespace {

namespace fs = std::filesystem;

// an empty variable counts as unset
std::string variable(const char *name) {
  const char *value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

// XDG base directory specification: relative paths are to be ignored; without a home there is no default
std::string xdg_file(const char *name, const char *below_home, const char *file) {
  if (const std::string base = variable(name); base.starts_with('/'))
    return base + "/mediasi/" + file;
  const std::string home = variable("HOME");
  return home.starts_with('/') ? home + '/' + below_home + "/mediasi/" + file : std::string();
}

Chosen choose(const std::string &option, const char *name, const std::string &otherwise) {
  if (!option.empty())
    return {option, Setting::option};
  if (const std::string value = variable(name); !value.empty())
    return {value, Setting::environment};
  return {otherwise, Setting::by_default};
}

// The account the process runs under; $USER is anybody's to set.
std::string user_name() {
  std::array<char, 4096> room{};
  passwd entry{};
  passwd *found = nullptr;
  const int failed = getpwuid_r(getuid(), &entry, room.data(), room.size(), &found);
  if (failed == ENOMEM)
    throw std::bad_alloc(); // says nothing of who it is
  if (failed != 0 || found == nullptr)
    return {};
  return entry.pw_name;
}

Format chosen_format(const std::string &name) {
  if (name.empty())
    return Format::text;
  const auto format = parse_format(name);
  if (!format)
    throw Error(
        {Code::option_value, say("no such format: '{}'", safe_for_terminal(name)), say("--format text|csv|json|ics")});
  return *format;
}

std::string program_path() {
  std::error_code failed;
  return fs::read_symlink("/proc/self/exe", failed).string();
}

// What reads nothing from the data folder (cron's report) must run without one: a folder that is not there is then
// complained about by whoever opens a file in it.
Chosen chosen_share() {
  const std::string given = variable("MEDIASI_SHARE");
  const Setting from = given.empty() ? Setting::by_default : Setting::environment;
  try {
    return {share_folder(given, program_path()), from};
  } catch (const Error &) {
    return {given, from};
  }
}

int screen_width(int descriptor) {
  const auto sensible = [](std::int64_t columns) { return columns >= 20 && columns <= 1000; };
  if (const auto columns = parse_integer(variable("COLUMNS")); columns && sensible(*columns))
    return static_cast<int>(*columns);
  winsize size{};
  if (ioctl(descriptor, TIOCGWINSZ, &size) == 0 && sensible(size.ws_col))
    return size.ws_col;
  return 80;
}

} // namespace

const std::string &Env::store_path() const {
  if (store.value.empty())
    throw Error({Code::no_home, say("no store is named and there is no home directory"), say("--store FILE")});
  return store.value;
}

void harden() {
  // 0 still feeds a core_pattern that is a pipe, 1 does not (kernel, do_coredump); an editor inherits it
  const rlimit none{1, 1};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0);
  std::signal(SIGPIPE, SIG_IGN); // a reader that went away shows as EPIPE
  std::signal(SIGXFSZ, SIG_IGN); // a file grown to its limit (ulimit -f) shows as EFBIG
  // A closed standard descriptor would be given to the next file opened, and a message written into the store.
  // The replacements refuse the use that the closed one would have refused.
  for (int descriptor = 0; descriptor <= 2; ++descriptor)
    if (fcntl(descriptor, F_GETFD) == -1)
      (void)open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY);
}

std::string catalogue_folder() {
  return locale_folder(program_path());
}

Screen screen_of(int descriptor) {
  Screen screen;
  screen.terminal = isatty(descriptor) == 1;
  screen.colour = screen.terminal && variable("NO_COLOR").empty() && variable("TERM") != "dumb";
  screen.width = screen.terminal ? screen_width(descriptor) : 80;
  return screen;
}

Env read_env(const Globals &globals) {
  Env env;
  env.store = choose(globals.store, "MEDIASI_STORE", xdg_file("XDG_DATA_HOME", ".local/share", "mediasi.db"));
  env.key = choose(globals.key, "MEDIASI_KEY", xdg_file("XDG_CONFIG_HOME", ".config", "key"));
  env.keys = std::make_shared<KeySource>(globals.key_fd);
  env.language = choose(globals.language, "MEDIASI_LANG", spoken() == Language::indonesian ? "id" : "en");
  env.share = chosen_share();
  env.now_override = variable("MEDIASI_NOW");
  env.user = user_name();
  env.format = chosen_format(globals.format);
  env.output = globals.output;
  env.quiet = globals.quiet;
  env.network_allowed = globals.network_allowed;
  env.screen = screen_of(STDOUT_FILENO);
  if (!env.output.empty())
    env.screen = Screen{};
  return env;
}

Opening opening_of(const Env &env) {
  Opening opening;
  opening.network_allowed = env.network_allowed;
  opening.committed = [receipt = env.receipt](std::int64_t entry) { receipt->entry = entry; };
  return opening;
}

Store open_store(const Env &env, Access access) {
  Store store = Store::open(env.store_path(), access, opening_of(env));
  if (!env.now_override.empty())
    (void)clock_for(env, store.practice(), Zone::wib);
  return store;
}

Clock clock_for(const Env &env, bool practice, Zone zone) {
  if (env.now_override.empty())
    return {std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()), zone};
  if (!practice)
    throw Error(
        {Code::now_refused, say("MEDIASI_NOW is set, and this is no practice store"), say("unset MEDIASI_NOW")});
  const auto now = parse_instant(env.now_override);
  if (!now)
    throw Error({Code::option_value, say("MEDIASI_NOW is not an instant"), say("MEDIASI_NOW=2026-03-02T02:00:00Z")});
  return {*now, zone};
}

} // namespace mediasi
