#include "action/sheet.h"

#include <algorithm>

namespace mediasi {

namespace {

constexpr std::size_t piece = 64 * 1024;

} // namespace

const SheetCell *SheetRow::find(std::string_view name) const {
  const auto found = std::find_if(cells.begin(), cells.end(), [&](const SheetCell &cell) { return cell.name == name; });
  return found == cells.end() ? nullptr : &*found;
}

bool SheetBytes::fill(std::size_t count) {
  buffer_.erase(0, at_);
  before_ += at_;
  at_ = 0;
  while (!ended_ && buffer_.size() < count) {
    const std::size_t had = buffer_.size();
    buffer_.resize(had + piece);
    const std::size_t got = read_(std::span(buffer_).subspan(had));
    buffer_.resize(had + got);
    ended_ = got == 0;
  }
  return buffer_.size() >= count;
}

std::string_view SheetBytes::ahead(std::size_t count) {
  if (buffer_.size() - at_ < count)
    fill(count);
  return std::string_view(buffer_).substr(at_);
}

} // namespace mediasi
