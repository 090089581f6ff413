#include "paper/tags.h"

#include <algorithm>

#include "base/text.h"

namespace mediasi {

namespace {

constexpr std::string_view sigils = "#^/!&>=";
constexpr std::size_t longest_excerpt = 120; // bytes; a caret under a longer line helps nobody

Tag tag_at(std::string_view text, std::size_t begin) {
  Tag tag;
  tag.begin = begin;
  const bool triple = text.substr(begin, 3) == "{{{";
  const std::string_view close = triple ? "}}}" : "}}";
  const auto end = text.find(close, begin + 2);
  tag.closed = end != std::string_view::npos;
  tag.end = tag.closed ? end + close.size() : text.size();
  const auto from = begin + (triple ? 3U : 2U);
  auto inside = trim(text.substr(from, (tag.closed ? end : text.size()) - from));
  if (triple) {
    tag.sigil = '{';
  } else if (!inside.empty() && sigils.find(inside.front()) != std::string_view::npos) {
    tag.sigil = inside.front();
    inside = trim(inside.substr(1));
  }
  tag.name = std::string(inside);
  return tag;
}

void read_needs(std::string_view words, Declared &declared) {
  std::size_t at = 0;
  while ((at = words.find_first_not_of(" \t\r\n,", at)) != std::string_view::npos) {
    const auto end = std::min(words.find_first_of(" \t\r\n,", at), words.size());
    auto word = words.substr(at, end - at);
    const bool optional = word.back() == '?';
    if (optional)
      word.remove_suffix(1);
    declared.needs.push_back({std::string(word), optional});
    at = end;
  }
}

} // namespace

std::vector<Tag> tags_of(std::string_view text) {
  std::vector<Tag> tags;
  for (auto at = text.find("{{"); at != std::string_view::npos; at = text.find("{{", tags.back().end))
    tags.push_back(tag_at(text, at));
  return tags;
}

Place place_in(const std::string &file, std::string_view text, std::size_t at) {
  at = std::min(at, text.size());
  const auto before = text.substr(0, at);
  const auto newline = before.rfind('\n');
  const auto start = newline == std::string_view::npos ? 0 : newline + 1;
  const auto stop = std::min(text.find('\n', at), text.size());
  const auto starts_character = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
  Place place;
  place.file = file;
  place.line = 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
  place.column = 1 + static_cast<int>(std::count_if(before.begin() + static_cast<std::ptrdiff_t>(start), before.end(),
                                                    starts_character));
  if (stop - start <= longest_excerpt)
    place.excerpt = std::string(text.substr(start, stop - start));
  return place;
}

Declared declaration_of(std::string_view text) {
  Declared declared;
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || text.substr(first, 2) != "{{")
    return declared;
  const auto tag = tag_at(text, first);
  const std::string_view body = tag.name;
  const auto title = body.find("title:");
  const auto needs = body.find("needs:");
  if (tag.sigil != '!' || !tag.closed || title == std::string_view::npos || needs == std::string_view::npos)
    return declared;
  declared.found = needs > title;
  const auto words = body.substr(title + 6, needs > title ? needs - title - 6 : std::string_view::npos);
  const auto end = words.find_first_of(";\n");
  declared.title = std::string(trim(words.substr(0, end)));
  read_needs(body.substr(needs + 6), declared);
  return declared;
}

} // namespace mediasi
