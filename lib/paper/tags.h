// The tags of a mustache template with the lines they stand on: what kainjow does not tell and a good message needs.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace mediasi {

struct Tag {
  char sigil = 0; // 0 = a field; '#', '^', '/', '!', '&', '>', '=', '{'
  std::string name;
  std::size_t begin = 0, end = 0; // bytes of the whole tag
  bool closed = true;             // "}}" was found
};

std::vector<Tag> tags_of(std::string_view text);

// line, column and source line of a byte of the text
Place place_in(const std::string &file, std::string_view text, std::size_t at);

struct Declared { // {{! title: Surat Undangan; needs: letter_number recipient_address? ... }}
  std::string title;
  struct Need {
    std::string name;
    bool optional = false; // written with '?': may be empty on the page
  };
  std::vector<Need> needs;
  bool found = false; // the template begins with such a comment
};

Declared declaration_of(std::string_view text);

} // namespace mediasi
