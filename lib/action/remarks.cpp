#include "action/remarks.h"

#include <algorithm>
#include <map>

#include "base/fact_words.h"
#include "base/language.h"
#include "base/text.h"

namespace mediasi {

namespace {

using Lines = std::vector<std::string>;

// no TOML parser and no person takes it for anything else
constexpr std::string_view remark_mark = "#! ";

std::string remark(std::string_view text) {
  return std::string(remark_mark) + safe_for_terminal(text);
}

void add(Lines &lines, const Problem &problem) {
  const auto id = code_text(problem.code) + (problem.rule.empty() ? "" : ", " + problem.rule);
  lines.push_back(remark(problem.message + " [" + id + "]"));
  if (!problem.fact.empty())
    lines.push_back(remark("  " + say("seen: {}", fact_in_words(problem.fact))));
  if (!problem.basis.empty())
    lines.push_back(remark("  " + say("basis: {}", problem.basis)));
  if (!problem.hint.empty())
    lines.push_back(remark("  " + say("hint: {}", problem.hint)));
}

} // namespace

RemarkedForm with_remarks(std::string_view form, std::span<const Problem> problems, std::string_view file) {
  std::map<std::size_t, Lines> above; // line of the form, from 0
  auto &top = above[0];
  top.push_back(remark(say("nothing is recorded yet: mend the form and save it")));
  top.push_back(remark(say("to give up, leave it as it is, or empty it")));
  const auto lines = split(form, '\n');
  for (const auto &problem : problems) {
    const bool here = problem.place.file == file && problem.place.line > 0;
    const auto line = here ? static_cast<std::size_t>(problem.place.line) - 1 : 0;
    add(above[std::min(line, lines.size() - 1)], problem);
  }
  RemarkedForm remarked;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (auto &line : above[i]) {
      remarked.text += line + '\n';
      remarked.remarks.push_back(std::move(line));
    }
    remarked.text += lines[i] + (i + 1 < lines.size() ? "\n" : "");
  }
  return remarked;
}

std::string without_remarks(std::string_view text, std::span<const std::string> remarks) {
  Lines kept;
  for (auto &line : split(text, '\n'))
    if (std::find(remarks.begin(), remarks.end(), line) == remarks.end())
      kept.push_back(std::move(line));
  return join(kept, "\n");
}

bool is_emptied(std::string_view text) {
  const auto lines = split(text, '\n');
  return std::all_of(lines.begin(), lines.end(), [](const std::string &line) {
    const auto said = trim(line);
    return said.empty() || said.front() == '#';
  });
}

} // namespace mediasi
