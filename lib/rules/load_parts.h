// The pieces of load_standard: each reads its tables of the file and complains for itself.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/known.h"
#include "rules/reader.h"
#include "rules/standard.h"

namespace mediasi {

// Every id the file declares, gathered before anything is read, so that no order of tables is asked of an office.
struct Words {
  std::vector<std::string> roles, requirements, steps, papers, deadlines;
};

struct Reading { // one file being read
  Source &source;
  const Known &known;
  Words words;
  Standard &standard;
};

// The fields a guard may ask for: those of all acts it judges, and the office's own.
class AskedFields {
public:
  AskedFields(std::vector<const ActKind *> acts, std::vector<ExtraField> extra);

  const std::vector<std::string> &names() const { return names_; }
  // the closed list of values of a field; empty = anything
  std::vector<std::string> values(std::string_view name) const;
  bool sealed(std::string_view name) const;

private:
  std::vector<const ActKind *> acts_;
  std::vector<ExtraField> extra_;
  std::vector<std::string> names_;
};

void load_head(Reading &reading, Table &root);     // office, printed
void load_settings(Reading &reading, Table &root); // settings, labels, reasons
void load_people(Reading &reading, Table &root);   // roles, requirements
void load_steps(Reading &reading, Table &root);
void load_forms(Reading &reading, Table &root);
void load_deadlines(Reading &reading, Table &root);
void load_papers(Reading &reading, Table &root);
void load_registers(Reading &reading, Table &root); // after the papers that name them
void load_fitness(Reading &reading, Table &root);
void load_tests(Reading &reading, Table &root);
void load_retention(Reading &reading, Table &root);

inline constexpr std::array<std::string_view, 4> fitness_findings{"fit", "conditional", "unfit", "postponed"};

// One guard's table, all keys but those of the caller; `done()` is left to the caller.
Guard load_guard(Reading &reading, Table &table, const AskedFields &fields);
std::vector<ExtraField> load_fields(Reading &reading, Table &step, const ActKind *act);
Row load_preset(Reading &reading, Table &step, const ActKind *act);

// What can only be seen with everything read: dead ends, cycles, settings left open.
void check_reach(Reading &reading);
void check_settings(Reading &reading);

// --- checks of names, shared by the pieces ---
bool known_word(Reading &reading, const Named &name, const std::string &what, std::span<const std::string> known);
bool known_step(Reading &reading, const Named &name);
bool known_role(Reading &reading, const Named &name);
bool known_event(Reading &reading, const Named &name); // an event or "step:ID"
std::vector<std::string> step_names(Reading &reading, Table &table, std::string_view key, Need need = Need::optional);
std::vector<std::string> role_names(Reading &reading, Table &table, std::string_view key, Need need = Need::optional);
std::string one_of(Reading &reading, Table &table, std::string_view key, const std::string &what,
                   std::span<const std::string> known, Need need = Need::optional);

} // namespace mediasi
