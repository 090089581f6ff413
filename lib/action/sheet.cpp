#include "action/sheet.h"

#include <algorithm>

#include "base/text.h"

namespace mediasi {

namespace {

constexpr std::size_t piece = 16 * 1024;

} // namespace

// asked of every cell: few begin so
bool is_complaint_column(std::string_view heading) {
  heading = trim(heading);
  const bool ascii = !heading.empty() && static_cast<unsigned char>(heading.front()) < 0x80;
  if (heading.empty() || (ascii && heading.front() != '_'))
    return false;
  return std::find(complaint_columns.begin(), complaint_columns.end(), folded(heading)) != complaint_columns.end();
}

const SheetCell *SheetRow::find(std::string_view name) const {
  const auto found = std::find_if(cells.begin(), cells.end(), [&](const SheetCell &cell) { return cell.name == name; });
  return found == cells.end() ? nullptr : &*found;
}

bool SheetBytes::fill(std::size_t count) {
  buffer_.resize(std::max(buffer_.size(), count + piece)); // once, but for a very long heading
  std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(at_), buffer_.begin() + static_cast<std::ptrdiff_t>(end_),
            buffer_.begin());
  before_ += at_;
  end_ -= at_;
  at_ = 0;
  while (!ended_ && end_ < count) {
    const std::size_t got = read_(std::span(buffer_).subspan(end_, piece));
    end_ += got;
    ended_ = got == 0;
  }
  return end_ >= count;
}

std::string_view SheetBytes::ahead(std::size_t count) {
  if (end_ - at_ < count)
    fill(count);
  return std::string_view(buffer_).substr(at_, end_ - at_);
}

} // namespace mediasi
