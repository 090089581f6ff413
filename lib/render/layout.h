// Lines of a given width, by display columns. Shared by the text renderer and the help pages.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mediasi {

inline constexpr std::size_t explained_width = 80; // of an explanation and the ledger of its days

// Breaks at spaces; a word longer than the width is cut where it must be. Never empty: "" gives one empty line.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

// Fills up with spaces to `width` columns; text that is wider is left as it is.
std::string pad(std::string_view text, std::size_t width);
std::string pad_left(std::string_view text, std::size_t width);

// `text` wrapped behind `lead`; the following lines are indented by as many columns.
std::string hanging(std::string_view lead, std::string_view text, std::size_t width);

} // namespace mediasi
