#include "rules/load.h"

#include <algorithm>
#include <array>

#include "base/digest.h"
#include "base/language.h"
#include "rules/load_parts.h"

namespace mediasi {

namespace {

// Ids are declared once each; the second place is the one to complain of.
std::vector<std::string> declared(Source &source, const Node &root, std::string_view tables) {
  std::vector<std::string> ids;
  const auto *member = root.find(tables);
  if (member == nullptr)
    return ids;
  for (const auto &item : member->value.items) {
    const auto *id = item.find("id");
    if (id == nullptr || id->value.type != NodeType::text)
      continue; // its own reader will say so
    if (is_one_of(id->value.text, ids))
      source.complain(Code::duplicate_name, id->value.at, say("the id '{}' is used twice", id->value.text),
                      tr("give each its own id"));
    else
      ids.push_back(id->value.text);
  }
  return ids;
}

Words words_of(Source &source, const Node &root) {
  Words words{.roles = declared(source, root, "role"),
              .requirements = declared(source, root, "requirement"),
              .steps = declared(source, root, "step"),
              .papers = declared(source, root, "paper"),
              .deadlines = declared(source, root, "deadline")};
  declared(source, root, "form");
  if (!is_one_of("admin", words.roles))
    words.roles.emplace_back("admin"); // every store has one: its first officer
  return words;
}

// The statutory gates are not the office's to name, let alone to switch off (spec 1).
void refuse_gates(Source &source, Table &root, const Node &node) {
  constexpr std::array names{"gate", "gates", "statute"};
  for (const auto *name : names) {
    const auto *member = node.find(name);
    if (member == nullptr)
      continue;
    root.note(name);
    source.complain(Code::gate_dropped, member->at, say("'{}' is not an office's to set", name),
                    tr("leave it out: the statutory gates come with the program"));
  }
}

void load_format(Source &source, Table &root) {
  const auto format = root.number("format", 1, 1000, Need::required);
  if (format && *format != 1)
    source.complain(Code::bad_value, root.at("format"), say("format {} is not known", *format), tr("write format = 1"));
}

void load_all(Reading &reading, Table &root) {
  load_format(reading.source, root);
  load_head(reading, root);
  load_people(reading, root);
  load_settings(reading, root);
  load_steps(reading, root);
  load_forms(reading, root);
  load_deadlines(reading, root);
  load_papers(reading, root);
  load_registers(reading, root);
  load_fitness(reading, root);
  load_tests(reading, root);
  load_retention(reading, root);
}

} // namespace

Loaded load_standard(std::string_view text, const std::string &file, const Known &known) {
  Loaded loaded;
  loaded.standard.file = file;
  loaded.standard.hash = digest_hex(text);
  Source source(text, file);
  if (auto node = source.parse()) {
    Reading reading{source, known, words_of(source, *node), loaded.standard};
    Table root(source, *node);
    refuse_gates(source, root, *node);
    load_all(reading, root);
    root.done();
    if (source.sound()) { // a half-read file would only give false alarms
      check_reach(reading);
      check_settings(reading);
    }
  }
  loaded.problems = source.take_problems();
  loaded.warnings = source.take_warnings();
  return loaded;
}

} // namespace mediasi
