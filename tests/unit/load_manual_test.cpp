// The manual page is the authority on rules files: its example must load, and it must name all there is to name.
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>

#include "judge/judge.h"
#include "rules/load.h"

using namespace mediasi;

namespace {

std::string manual() {
  std::ifstream file(MEDIASI_SOURCE_DIR "/man/mediasi-rules.5");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string example() {
  const auto page = manual();
  const std::string begin = ".Bd -literal\n";
  const auto from = page.find(begin) + begin.size();
  return page.substr(from, page.find(".Ed", from) - from);
}

} // namespace

TEST_CASE("the manual's example of another office loads without a complaint") {
  const auto loaded = load_standard(example(), "sambas.toml", known_names({"undangan", "berita_acara"}));
  for (const auto *list : {&loaded.problems, &loaded.warnings})
    for (const auto &problem : *list)
      MESSAGE(problem.place.line << ": " << problem.message);
  CHECK(loaded.problems.empty());
  CHECK(loaded.warnings.empty());
  CHECK(loaded.standard.printed.decree == "000.8.3.2/295/Umpeg-Sbs/2024");
  CHECK(loaded.standard.step("pemeriksaan")->fields.at(0).name == "patok");
}

TEST_CASE("the manual names every guard kind with its parameters, every act, event, fact and condition") {
  const auto page = manual();
  const auto names = [&](std::string_view word) {
    CAPTURE(word);
    CHECK(page.find(" " + std::string(word)) != std::string::npos);
  };
  const auto known = known_names({});
  for (const auto &guard : known.guards) {
    CHECK(page.find(".It Li " + std::string(guard.kind)) != std::string::npos);
    for (const auto &parameter : guard.parameters)
      names(parameter.name);
  }
  for (const auto &act : known.acts)
    names(act.id);
  for (const auto event : known.events)
    names(event);
  for (const auto condition : known.conditions)
    names(condition);
  for (const auto &fact : known.facts) {
    names(fact.name);
    for (const auto value : fact.values)
      names(value);
  }
}
