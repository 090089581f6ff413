#include "cmd/load_rules.h"

#include <algorithm>
#include <filesystem>

#include "base/embedded.h"
#include "base/file.h"
#include "base/language.h"
#include "base/text.h"
#include "judge/judge.h"
#include "paper/dossier_page.h"
#include "paper/given.h"
#include "paper/paper.h"
#include "paper/shield.h"
#include "rules/gaps.h"

namespace mediasi {

namespace {

namespace fs = std::filesystem;
constexpr std::size_t largest_rules = 1U << 20U;

std::string found_at(const Env &env, const std::string &path) {
  std::error_code failed;
  if (fs::exists(path, failed) || path.find('/') != std::string::npos)
    return path;
  const auto shipped = fs::path(env.share.value) / "rules" / (path + ".toml");
  return fs::exists(shipped, failed) ? shipped.string() : path;
}

void add_templates(const fs::path &folder, Templates &templates) {
  std::error_code failed;
  for (const auto &item : fs::directory_iterator(folder, failed)) {
    const auto extension = item.path().extension();
    if (extension == ".html")
      templates[item.path().stem().string()] = read_whole(item.path().string(), largest_rules);
    if (extension == ".css")
      templates[item.path().filename().string()] = read_whole(item.path().string(), largest_rules);
  }
}

void add_problems(std::vector<Problem> &problems, const std::vector<Problem> &more) {
  problems.insert(problems.end(), more.begin(), more.end());
}

// where it stands in the file, with its line for whoever mends it
Place place_of(const RulesFile &file, int line) {
  const auto lines = split(file.text.text, '\n');
  const bool known = line > 0 && static_cast<std::size_t>(line) <= lines.size();
  return {file.text.file, line, 1, 0, {}, known ? std::string(trim(lines[static_cast<std::size_t>(line) - 1])) : ""};
}

void check_papers(const RulesFile &file, const Templates &templates, std::vector<Problem> &problems) {
  for (const auto &paper : file.loaded.standard.papers) {
    const auto place = place_of(file, paper.line);
    if (!paper.number.empty())
      add_problems(problems, check_number_pattern(paper.number, place));
    const auto found = templates.find(paper.template_name);
    if (found == templates.end())
      continue;
    const auto source = source_with_parts(found->first, found->second, templates);
    add_problems(problems, check_template(source, audience(paper)));
    add_problems(problems, check_heading(paper, source, place));
    add_problems(problems, check_given(file.loaded.standard, paper, source, place));
  }
  add_problems(problems, check_same_numbers(file.loaded.standard));
  if (const auto dossier = templates.find(std::string(dossier_template)); dossier != templates.end())
    add_problems(problems, check_dossier_template(source_with_parts(dossier->first, dossier->second, templates)));
  if (const auto sheet = templates.find("paper.css"); sheet != templates.end())
    add_problems(problems, check_stylesheet(plain_source(sheet->first, sheet->second)));
}

} // namespace

std::vector<Gate> statutory_gates() {
  std::vector<Problem> problems;
  auto gates = load_gates(statute_text(), known_names({}), problems);
  throw_if_any(problems);
  return gates;
}

RulesFile load_rules_file(const Env &env, const std::string &path) {
  const auto at = found_at(env, path);
  Templates templates;
  add_templates(fs::path(env.share.value) / "templates", templates);
  add_templates(fs::path(at).parent_path() / "templates", templates);
  RulesFile file;
  file.text.file = fs::path(at).filename().string();
  file.text.text = read_whole(at, largest_rules);
  std::vector<std::string> names;
  for (const auto &[name, text] : templates) {
    names.push_back(name);
    file.text.templates.emplace_back(name, text);
  }
  file.text.hash = rules_hash(file.text);
  file.loaded = load_standard(file.text.text, file.text.file, known_names(names));
  check_papers(file, templates, file.loaded.problems);
  add_problems(file.loaded.problems, misused_deadlines(file.loaded.standard));
  if (file.loaded.problems.empty())
    add_problems(file.loaded.warnings, gaps_of(file.loaded.standard, statutory_gates()));
  file.loaded.standard.hash = file.text.hash;
  return file;
}

} // namespace mediasi
