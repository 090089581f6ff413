// Problems for people and for programs. The error comes first; then the place it stands in, why, and the way on.

#include <algorithm>

#include "base/fact_words.h"
#include "base/language.h"
#include "base/text.h"
#include "base/utf8.h"
#include "render/formats.h"

namespace mediasi {

namespace {

std::string place_text(const Place &place) {
  std::string text = safe_for_terminal(place.file);
  if (place.line > 0) {
    text += ':' + std::to_string(place.line);
    if (place.column > 0)
      text += ':' + std::to_string(place.column);
  }
  const std::string field = safe_for_terminal(place.field);
  if (place.row > 0 && !field.empty())
    text += (text.empty() ? "" : ": ") + say("row {}, column '{}'", place.row, field);
  else if (place.row > 0)
    text += (text.empty() ? "" : ": ") + say("row {}", place.row);
  return text.empty() ? text : text + ": ";
}

// byte at which the n-th character (from 0) begins, or the end
std::size_t byte_of(std::string_view text, std::size_t n) {
  std::size_t at = 0;
  while (at < text.size() && n > 0) {
    ++at;
    while (at < text.size() && continues_character(text[at]))
      ++at;
    --n;
  }
  return at;
}

// The source line and a caret below the column. Of a very long line only the part around the column is shown.
std::string excerpt_text(const Place &place) {
  constexpr std::size_t before = 60, most = 100; // characters
  if (place.excerpt.empty())
    return {};
  std::string line = place.excerpt;
  std::replace(line.begin(), line.end(), '\t', ' ');
  if (place.column <= 0)
    return "  " + safe_for_terminal(line.substr(0, byte_of(line, most))) + '\n';
  std::size_t caret = static_cast<std::size_t>(place.column) - 1;
  if (caret > before) {
    line.erase(0, byte_of(line, caret - before));
    caret = before;
  }
  line.erase(byte_of(line, most));
  const std::string left = safe_for_terminal(line.substr(0, byte_of(line, caret)));
  return "  " + safe_for_terminal(line) + "\n  " + std::string(display_width(left), ' ') + "^\n";
}

std::string problem_text(const Problem &problem, const Screen &screen) {
  std::string id = code_text(problem.code);
  if (!problem.rule.empty())
    id += ", " + safe_for_terminal(problem.rule);
  std::string out = emphasised("mediasi:", screen) + ' ' + place_text(problem.place) +
                    safe_for_terminal(problem.message) + " [" + id + "]\n" + excerpt_text(problem.place);
  if (!problem.fact.empty())
    out += "  " + say("seen: {}", safe_for_terminal(fact_in_words(problem.fact))) + '\n';
  if (!problem.basis.empty())
    out += "  " + say("basis: {}", safe_for_terminal(problem.basis)) + '\n';
  if (!problem.hint.empty())
    out += "  " + say("hint: {}", safe_for_terminal(problem.hint)) + '\n';
  return out;
}

} // namespace

void render_problems(std::ostream &err, std::span<const Problem> problems, Format format, const Screen &screen) {
  for (const Problem &problem : problems)
    err << (format == Format::json ? problem_as_json(problem, screen) : problem_text(problem, screen));
}

} // namespace mediasi
