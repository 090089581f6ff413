// A practice store in a folder of its own, and entries to put into it. For the tests of the store.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <sys/stat.h>

#include "base/error.h"
#include "store/store.h"
#include "support/folder.h"

namespace mediasi::testing {

inline Instant instant(std::string_view text) {
  return parse_instant(text).value();
}

struct Made { // a new store and the texts that open it
  Folder folder;
  std::string path = folder.path / "mediasi.db";
  Genesis genesis{.practice = true, .office = "uji", .zone = Zone::wib, .id = {}, .key_text = {}, .recovery_text = {}};

  explicit Made(const std::function<void(Store &)> &fill = {}) {
    Store::create(path, genesis, instant("2026-03-02T02:00:00Z"), "rina", fill);
  }
  Store read() const { return Store::open(path, Access::read); }
  Store write() const { return Store::open(path, Access::write); }
};

inline Entry entry(const std::string &case_number, const std::string &act, Row fields = {}) {
  return {.seq = 0,
          .case_number = case_number,
          .act = act,
          .step = "langkah",
          .on = parse_moment("2026-03-02T09:00").value(),
          .recorded = instant("2026-03-02T02:00:01Z"),
          .by = "rina",
          .typed = "budi",
          .rules = {},
          .correction = Correction::none,
          .target = 0,
          .facts = {.fields = std::move(fields), .groups = {}},
          .sealed_paths = {}};
}

inline unsigned mode_of(const std::filesystem::path &path) {
  struct stat there {};
  return stat(path.c_str(), &there) == 0 ? there.st_mode & 07777 : 0;
}

inline std::size_t files_in(const std::filesystem::path &folder) {
  return static_cast<std::size_t>(
      std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator()));
}

// a row of the case index
inline CaseRow index_row(const std::string &number, const std::string &closed = "") {
  return {.number = number,
          .initials = "S.A.",
          .rules = "r",
          .stage = "assess",
          .received = "2026-03-02",
          .complete = "",
          .closed = closed,
          .outcome = "",
          .reason = ""};
}

inline DueRow due(const std::string &case_number, const std::string &late_from, const std::string &paused = "") {
  return {.case_number = case_number,
          .deadline = "empat_belas_hari",
          .step = "minutes",
          .role = "mk",
          .officer = "rina",
          .due = late_from.substr(0, 10),
          .late_from = late_from,
          .provisional = true,
          .paused_since = paused};
}

// one transaction
inline std::int64_t add(Store &store, const Entry &what, const std::vector<Sealed> &sealed = {}) {
  store.begin();
  const std::int64_t seq = store.append(what, sealed);
  store.commit();
  return seq;
}

// ends a transaction that changed the question tables: an entry covers them
inline void settle(Store &store) {
  store.append(entry("0", "log"), {});
  store.commit();
}

inline std::string bytes_in(const std::filesystem::path &path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

inline void write_bytes(const std::filesystem::path &path, const std::string &bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

// the code of what a call throws; Code{} when it throws nothing
template <typename Work> Code code_of(Work &&work) {
  try {
    work();
  } catch (const Error &error) {
    return error.problems().front().code;
  }
  return Code{};
}

} // namespace mediasi::testing
