// How far a long command is: rows, rows a second, time left. On a terminal's stderr alone, and gone when it is done.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace mediasi {

class Progress {
public:
  explicit Progress(bool shown);
  Progress(const Progress &) = delete;
  Progress &operator=(const Progress &) = delete;
  ~Progress();

  // `of` bytes `done` are read; shown a few times a second
  void at(std::int64_t rows, std::uint64_t done, std::optional<std::uint64_t> of);

private:
  using Watch = std::chrono::steady_clock;

  bool shown_, drawn_ = false;
  Watch::time_point began_, last_;
};

} // namespace mediasi
