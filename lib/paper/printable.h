// Text as it may stand on paper.
#pragma once

#include <string>
#include <string_view>

namespace mediasi {

// Control, bidi, private and other invisible characters are left out (a phone number pasted from a chat brings some),
// white space and line breaks become one space, invalid UTF-8 becomes U+FFFD. Emoji and joined scripts stay.
std::string printable(std::string_view text);

// "https://mediasi.example/" -> "mediasi.example"
std::string_view without_scheme(std::string_view address);

// A string literal of CSS, for the footer of a page.
std::string css_string(std::string_view text);

} // namespace mediasi
