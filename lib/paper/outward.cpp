#include "paper/shield.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/language.h"
#include "paper/tags.h"

namespace mediasi {

namespace {

struct Reach {
  std::string_view needle; // lower case, without spaces
  std::string_view inside; // what may follow it; empty = nothing
};

constexpr std::array<Reach, 19> reaches{{{"<script", ""},
                                         {"<link", ""},
                                         {"<iframe", ""},
                                         {"<frame", ""},
                                         {"<object", ""},
                                         {"<embed", ""},
                                         {"<base", ""},
                                         {"<form", ""},
                                         {"<video", ""},
                                         {"<audio", ""},
                                         {"http-equiv", ""},
                                         {"http:", ""},
                                         {"https:", ""},
                                         {"javascript:", ""},
                                         {"@import", ""},
                                         {"url(", ""},
                                         {"srcset=", ""},
                                         {"src=", "\"data:image/png;base64,"}, // a coat of arms lies in the page itself
                                         {"href=", "\"#"}}};

struct Squeezed { // lower case without white space, so that "HREF =" is found as well
  std::string text;
  std::vector<std::size_t> from;
};

Squeezed squeeze(std::string_view text) {
  Squeezed squeezed;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (std::isspace(byte) != 0)
      continue;
    squeezed.text += static_cast<char>(std::tolower(byte));
    squeezed.from.push_back(at);
  }
  return squeezed;
}

void find_reach(const Squeezed &squeezed, const Reach &reach, const TemplateSource &source,
                std::vector<Problem> &problems) {
  for (auto at = squeezed.text.find(reach.needle); at != std::string::npos;
       at = squeezed.text.find(reach.needle, at + 1)) {
    const auto after = std::string_view(squeezed.text).substr(at + reach.needle.size());
    if (!reach.inside.empty() && after.starts_with(reach.inside))
      continue;
    problems.push_back({.code = Code::bad_template,
                        .message = say("'{}' would point outside the page", reach.needle),
                        .hint = say("a paper holds all it shows; take it out"),
                        .place = source.place(squeezed.from[at])});
  }
}

// onload=, onclick= ...: an attribute that begins with "on", after a space and inside a tag
bool handler_at(std::string_view text, std::size_t at) {
  auto end = at + 2;
  while (end < text.size() && std::isalpha(static_cast<unsigned char>(text[end])) != 0)
    ++end;
  if (end == at + 2)
    return false;
  while (end < text.size() && std::isspace(static_cast<unsigned char>(text[end])) != 0)
    ++end;
  return end < text.size() && text[end] == '=';
}

void find_handlers(const TemplateSource &source, std::vector<Problem> &problems) {
  std::string lower(source.text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  for (auto at = lower.find("on", 1); at != std::string::npos; at = lower.find("on", at + 1)) {
    const bool starts_word = std::isspace(static_cast<unsigned char>(lower[at - 1])) != 0;
    if (!starts_word || !handler_at(lower, at))
      continue;
    problems.push_back({.code = Code::bad_template,
                        .message = say("a paper runs no script"),
                        .hint = say("take the event attribute out"),
                        .place = source.place(at)});
  }
}

} // namespace

std::vector<Problem> check_outward(const TemplateSource &source) {
  std::vector<Problem> problems;
  const auto squeezed = squeeze(source.text);
  for (const auto &reach : reaches)
    find_reach(squeezed, reach, source, problems);
  find_handlers(source, problems);
  return problems;
}

std::vector<Problem> check_stylesheet(const TemplateSource &sheet) {
  auto problems = check_outward(sheet);
  const auto close = sheet.text.find("</");
  if (close != std::string_view::npos)
    problems.push_back({.code = Code::bad_template,
                        .message = say("a stylesheet may not close its element"),
                        .hint = say("take '</' out"),
                        .place = sheet.place(close)});
  return problems;
}

} // namespace mediasi
