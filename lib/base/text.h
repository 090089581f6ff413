// Small questions about text: trimming, nearest known word, display width, what may reach a terminal.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mediasi {

std::string_view trim(std::string_view text);
std::vector<std::string> split(std::string_view text, char at);
std::string join(std::span<const std::string> parts, std::string_view between);

// Whole text is a decimal integer: no sign but '-', no spaces, no octal, range checked.
std::optional<std::int64_t> parse_integer(std::string_view text);

// Valid UTF-8 without NUL; normalised to NFC. nullopt otherwise.
std::optional<std::string> normal_text(std::string_view text);
// Letter-case folded, marks stripped: for matching choices typed by people.
std::string folded(std::string_view text);

// The known word nearest to `word` (edit distance at most a third of its length), or empty.
std::string nearest(std::string_view word, std::span<const std::string> known);

// Columns a text takes on a terminal.
std::size_t display_width(std::string_view text);
// C0, DEL, C1, bidi controls, line separators and invalid UTF-8 as visible \u{...}.
std::string safe_for_terminal(std::string_view text);
// A word typed where a word of the program belongs, as a message may say it again: itself, or "..." when it could be
// somebody's name or number.
std::string repeatable(std::string_view word);

// "Siti Aminah binti Ahmad" -> "S.A.A."; titles and particles (bin, binti, H., Hj., Dr., S.H. ...) left out;
// an empty name gives "?". At most four letters.
std::string initials(std::string_view name);

} // namespace mediasi
