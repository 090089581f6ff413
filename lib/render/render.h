// One value in, one format out. Formats are a table; each format is one file.
#pragma once

#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>

#include "base/error.h"
#include "report/report.h"

namespace mediasi {

enum class Format { text, csv, json, ics };

struct Screen { // what the edge knows of where the text goes
  bool terminal = false;
  bool colour = false;
  int width = 80;
};

std::optional<Format> parse_format(std::string_view name);
// every answer can be given in this format
bool gives_all(Format format);

// Throws Error(format_refused) where the answer has no such format; a command that writes asks gives_all() before it
// begins.
std::string rendered(const Answer &answer, Format format, const Screen &screen);

// One problem a line in JSON, or "mediasi: place: message", excerpt and caret, basis, "hint: ..." for people.
void render_problems(std::ostream &err, std::span<const Problem> problems, Format format, const Screen &screen);

} // namespace mediasi
