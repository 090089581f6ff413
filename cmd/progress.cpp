#include "cmd/progress.h"

#include <cstdio>

#include <unistd.h>

#include <fmt/core.h>

#include "base/language.h"

namespace mediasi {

namespace {

constexpr std::chrono::milliseconds pause{250};
constexpr const char *clear_line = "\r\033[K";

std::string clock_text(std::int64_t seconds) {
  return fmt::format("{:02}:{:02}", seconds / 60, seconds % 60);
}

} // namespace

// a stopwatch, not the time of day: nothing is decided by it
Progress::Progress(bool shown) : shown_(shown && isatty(STDERR_FILENO) == 1), began_(Watch::now()), last_(began_) {}

Progress::~Progress() {
  if (drawn_)
    std::fputs(clear_line, stderr);
}

void Progress::at(std::int64_t rows, std::uint64_t done, std::optional<std::uint64_t> of) {
  if (!shown_ || Watch::now() - last_ < pause)
    return;
  last_ = Watch::now();
  const double seconds = std::chrono::duration<double>(last_ - began_).count();
  const auto rate = static_cast<std::int64_t>(static_cast<double>(rows) / seconds);
  auto line = say("{} rows, {} a second", rows, rate);
  if (of && done > 0 && done < *of) {
    const double left = seconds * static_cast<double>(*of - done) / static_cast<double>(done);
    line += ", " + say("{} left", clock_text(static_cast<std::int64_t>(left)));
  }
  std::fputs(clear_line, stderr);
  std::fputs(line.c_str(), stderr);
  drawn_ = true;
}

} // namespace mediasi
