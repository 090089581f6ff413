#include "paper/paper.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>

#include <fmt/core.h>

#include "base/language.h"
#include "base/text.h"

namespace mediasi {

namespace {

constexpr std::array<std::string_view, 5> placeholders{"kode", "nomor", "unit", "tahun", "bulan_romawi"};

struct Piece {
  bool placeholder = false;
  bool open = false; // a brace that is never closed, or closes nothing
  std::string_view text;
};

std::vector<Piece> pieces_of(std::string_view pattern) {
  std::vector<Piece> pieces;
  while (!pattern.empty()) {
    const auto brace = pattern.find_first_of("{}");
    if (brace != 0) {
      pieces.push_back({false, false, pattern.substr(0, brace)});
      pattern.remove_prefix(std::min(brace, pattern.size()));
      continue;
    }
    const auto close = pattern.front() == '{' ? pattern.find_first_of("{}", 1) : std::string_view::npos;
    if (close == std::string_view::npos || pattern[close] == '{') {
      pieces.push_back({false, true, pattern.substr(0, 1)});
      pattern.remove_prefix(1);
      continue;
    }
    pieces.push_back({true, false, pattern.substr(1, close - 1)});
    pattern.remove_prefix(close + 1);
  }
  return pieces;
}

bool uses(const std::vector<Piece> &pieces, std::string_view name) {
  return std::any_of(pieces.begin(), pieces.end(),
                     [&](const Piece &piece) { return piece.placeholder && piece.text == name; });
}

Problem unknown_placeholder(std::string_view name, const Place &at) {
  const std::vector<std::string> known(placeholders.begin(), placeholders.end());
  const auto near = nearest(name, known);
  auto hint = near.empty() ? say("known placeholders: {}", join(known, ", ")) : say("did you mean '{{{}}}'?", near);
  return {.code = Code::unknown_name,
          .message = say("unknown placeholder '{{{}}}' in a number pattern", name),
          .hint = std::move(hint),
          .place = at};
}

} // namespace

std::vector<Problem> check_number_pattern(std::string_view pattern, const Place &at) {
  std::vector<Problem> problems;
  const auto pieces = pieces_of(pattern);
  for (const auto &piece : pieces) {
    if (piece.open)
      problems.push_back({.code = Code::bad_value,
                          .message = say("brace without its partner in the number pattern '{}'", pattern),
                          .hint = say("write placeholders as {{nomor}}"),
                          .place = at});
    if (piece.placeholder && std::find(placeholders.begin(), placeholders.end(), piece.text) == placeholders.end())
      problems.push_back(unknown_placeholder(piece.text, at));
  }
  // serials begin anew each year, so a number is unique only with both
  for (const std::string_view needed : {"nomor", "tahun"})
    if (!uses(pieces, needed))
      problems.push_back({.code = Code::bad_value,
                          .message = say("number pattern '{}' has no {{{}}}", pattern, needed),
                          .hint = say("serials begin anew each year; two letters would bear the same number"),
                          .place = at});
  if (safe_for_terminal(pattern) != pattern)
    problems.push_back({.code = Code::bad_text,
                        .message = say("control characters in a number pattern"),
                        .hint = say("use letters, digits, '/', '-', '.' and spaces"),
                        .place = at});
  return problems;
}

std::string letter_number(const std::string &pattern, int serial, const Paper &paper, const Office &office,
                          Date issued) {
  throw_if_any(check_number_pattern(pattern));
  const std::array<std::string, placeholders.size()> values{paper.code, fmt::format("{:03}", serial), office.code,
                                                            fmt::format("{}", static_cast<int>(issued.year())),
                                                            roman_month(static_cast<unsigned>(issued.month()))};
  std::string number;
  for (const auto &piece : pieces_of(pattern)) {
    if (!piece.placeholder) {
      number += piece.text;
      continue;
    }
    const auto found = std::find(placeholders.begin(), placeholders.end(), piece.text);
    number += values[static_cast<std::size_t>(found - placeholders.begin())];
  }
  return number;
}

namespace {

// the first number of a paper; nothing where its pattern gives none
std::string first_of(const Standard &standard, const Paper &paper) {
  const Date any = std::chrono::year{2026} / 1 / 1; // every pattern has the year, and a month is the same in all
  if (paper.number.empty() || !check_number_pattern(paper.number).empty())
    return {};
  return letter_number(paper.number, 1, paper, standard.office, any);
}

using Numbered = std::map<std::string, const Paper *>; // the first of each number

void compare_numbers(Numbered &known, const Standard &standard, std::vector<Problem> &problems) {
  for (const auto &paper : standard.papers) {
    const auto number = first_of(standard, paper);
    if (number.empty())
      continue;
    const auto *other = known.try_emplace(number, &paper).first->second;
    if (other->book() == paper.book())
      continue;
    problems.push_back(
        {.code = Code::duplicate_name,
         .message = say("letters of '{}' and '{}' would bear the same numbers", other->id, paper.id),
         .hint = say("count them in one register: register = \"{}\"; or give one another code", other->book()),
         .place = {.file = standard.file, .line = paper.line}});
  }
}

} // namespace

std::vector<Problem> check_same_numbers(const Standard &standard) {
  Numbered known;
  std::vector<Problem> problems;
  compare_numbers(known, standard, problems);
  return problems;
}

std::vector<Problem> check_same_numbers(const Standard &former, const Standard &next) {
  Numbered known;
  std::vector<Problem> of_former, problems; // the former were looked at when they came
  compare_numbers(known, former, of_former);
  compare_numbers(known, next, problems);
  return problems;
}

} // namespace mediasi
