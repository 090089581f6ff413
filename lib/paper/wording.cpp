#include "paper/shield.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <span>

#include "base/language.h"
#include "paper/fields.h"
#include "paper/tags.h"

namespace mediasi {

namespace {

// Words that would tell a postman or a neighbour what a letter is about.
constexpr std::array<std::string_view, 24> telling{
    "kekerasan",    "penganiayaan", "pelecehan",      "perkosaan",   "pemerkosaan",  "seksual",
    "pencabulan",   "cabul",        "kdrt",           "perundungan", "bullying",     "penelantaran",
    "eksploitasi",  "perdagangan",  "trafficking",    "tppo",        "tpks",         "pornografi",
    "persetubuhan", "perzinaan",    "perselingkuhan", "pemukulan",   "pengeroyokan", "ancaman"};

// In papers the sides are Pihak I and Pihak II.
constexpr std::array<std::string_view, 5> branding{"korban", "pelaku", "tersangka", "terdakwa", "terlapor"};

// What is read from outside: the title of the file, headings, and the element of class "subject" (Hal).
constexpr std::array<std::string_view, 4> outer{"<title", "<h1", "<h2", "class=\"subject\""};

struct Stretch {
  std::size_t begin = 0, end = 0;
};

bool letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

// from the end of the opening tag to the next closing tag of the same element
Stretch inside_element(std::string_view text, std::size_t found) {
  const auto open = text[found] == '<' ? found : text.rfind('<', found);
  const auto begin = text.find('>', found);
  if (open == std::string_view::npos || begin == std::string_view::npos)
    return {};
  auto name_end = open + 1;
  while (name_end < text.size() && std::isalnum(static_cast<unsigned char>(text[name_end])) != 0)
    ++name_end;
  const auto close = "</" + std::string(text.substr(open + 1, name_end - open - 1));
  return {begin + 1, std::min(text.find(close, begin), text.size())};
}

std::vector<Stretch> outer_stretches(std::string_view text) {
  std::vector<Stretch> stretches;
  for (const auto start : outer)
    for (auto at = text.find(start); at != std::string_view::npos; at = text.find(start, at + 1))
      stretches.push_back(inside_element(text, at));
  return stretches;
}

struct Found {
  std::size_t at = 0;
  std::string_view word;
};

std::vector<Found> words_in(std::string_view text, Stretch stretch, std::span<const std::string_view> words) {
  std::string lower(text.substr(stretch.begin, stretch.end - stretch.begin));
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  std::vector<Found> found;
  for (const auto word : words)
    for (auto at = lower.find(word); at != std::string::npos; at = lower.find(word, at + 1)) {
      const bool starts = at == 0 || !letter(lower[at - 1]);
      const bool ends = at + word.size() >= lower.size() || !letter(lower[at + word.size()]);
      if (starts && ends)
        found.push_back({stretch.begin + at, word});
    }
  return found;
}

void check_stretch(const TemplateSource &source, Stretch stretch, std::vector<Problem> &problems) {
  const std::string_view text = source.text;
  for (const auto &found : words_in(text, stretch, telling))
    problems.push_back({.code = Code::bad_template,
                        .message = say("'{}' in a title, heading or subject line", found.word),
                        .hint = say("what a letter is about is not read from outside; name the service instead"),
                        .place = source.place(found.at)});
  for (const auto &tag : tags_of(text.substr(stretch.begin, stretch.end - stretch.begin))) {
    const auto *field = template_field(tag.name);
    if (field == nullptr || field->subject)
      continue;
    problems.push_back({.code = Code::bad_template,
                        .message = say("field '{}' in a title, heading or subject line", tag.name),
                        .hint = say("only names and numbers of office, service, case and letter may stand there"),
                        .place = source.place(stretch.begin + tag.begin)});
  }
}

} // namespace

std::vector<Problem> check_wording(const TemplateSource &source, std::string_view to) {
  const std::string_view text = source.text;
  std::vector<Problem> problems;
  const auto stretches = outer_stretches(text);
  for (const auto &stretch : stretches)
    check_stretch(source, stretch, problems);
  if (text.find("<title") == std::string_view::npos)
    problems.push_back({.code = Code::bad_template,
                        .message = say("the template has no title"),
                        .hint = say("write <title> ... </title> in its head"),
                        .place = source.place(0)});
  if (to == "office")
    return problems;
  for (const auto &found : words_in(text, {0, text.size()}, branding))
    problems.push_back({.code = Code::bad_template,
                        .message = say("'{}' in a paper to the sides", found.word),
                        .hint = say("write 'Pihak I' or 'Pihak II'"),
                        .place = source.place(found.at)});
  return problems;
}

std::vector<Problem> check_heading(const Paper &paper, const TemplateSource &source, const Place &at) {
  const auto tags = tags_of(source.text);
  const bool shown = std::any_of(tags.begin(), tags.end(), [](const Tag &tag) { return tag.name == "paper_heading"; });
  std::vector<Problem> problems;
  if (!shown)
    return problems;
  const std::string_view words = paper.head();
  for (const auto &found : words_in(words, {0, words.size()}, telling))
    problems.push_back({.code = Code::bad_template,
                        .message = say("'{}' in the heading of the paper '{}'", found.word, paper.id),
                        .hint = say("what a letter is about is not read from outside: write heading = \"...\""),
                        .place = at});
  if (audience(paper) == "office")
    return problems;
  for (const auto &found : words_in(words, {0, words.size()}, branding))
    problems.push_back({.code = Code::bad_template,
                        .message = say("'{}' in the heading of the paper '{}'", found.word, paper.id),
                        .hint = say("write 'Pihak I' or 'Pihak II'"),
                        .place = at});
  return problems;
}

} // namespace mediasi
