// The rows of a file in the order it has them, those of one case of an import together.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cmd/batch_run.h"
#include "cmd/sheet_file.h"

namespace mediasi {

class Feed {
public:
  Feed(SheetFile &file, std::string_view command) : file_(file), command_(command) {}

  bool next(std::vector<SourceRow> &unit);
  std::int64_t rows() const { return rows_; }

private:
  bool belongs(const std::vector<SourceRow> &unit, const SourceRow &row) const;

  SheetFile &file_;
  std::string command_;
  std::optional<SourceRow> ahead_;
  std::int64_t rows_ = 0;
};

} // namespace mediasi
