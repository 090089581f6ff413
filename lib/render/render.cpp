#include "render/render.h"

#include <array>
#include <string>

#include "render/formats.h"

namespace mediasi {

namespace {

struct FormatRow {
  std::string_view name;
  Format format;
  std::string (*print)(const Answer &, const Screen &);
};

constexpr std::array formats{
    FormatRow{"text", Format::text, as_text},
    FormatRow{"csv", Format::csv, as_csv},
    FormatRow{"json", Format::json, as_json},
    FormatRow{"ics", Format::ics, as_ics},
};

struct PlainText {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const std::string &text) const { return text; }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(Date day) const { return text_of(day); }
  std::string operator()(const Moment &moment) const { return text_of(moment); }
  std::string operator()(bool yes) const { return yes ? "yes" : "no"; }
  std::string operator()(const Coded &coded) const { return coded.id(); }
};

} // namespace

std::optional<Format> parse_format(std::string_view name) {
  for (const FormatRow &row : formats)
    if (row.name == name)
      return row.format;
  return std::nullopt;
}

bool gives_all(Format format) {
  return format != Format::ics;
}

std::string rendered(const Answer &answer, Format format, const Screen &screen) {
  for (const FormatRow &row : formats)
    if (row.format == format)
      return row.print(answer, screen);
  return {};
}

std::string plain_text(const Cell &cell) {
  return std::visit(PlainText{}, cell);
}

std::string emphasised(std::string_view text, const Screen &screen) {
  return screen.colour ? "\033[1m" + std::string(text) + "\033[0m" : std::string(text);
}

} // namespace mediasi
