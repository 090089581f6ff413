#include "action/amendment.h"

#include <algorithm>

#include "base/language.h"
#include "base/text.h"
#include "model/corrections.h"

namespace mediasi {

namespace {

bool is_needed(std::span<const FieldSpec> fields, const ActKind &kind, std::string_view name) {
  return std::any_of(fields.begin(), fields.end(),
                     [&](const FieldSpec &spec) { return spec.name == name && spec.need == Need::required; }) ||
         std::any_of(kind.groups.begin(), kind.groups.end(),
                     [&](const GroupSpec &spec) { return spec.name == name && spec.at_least > 0; });
}

std::vector<std::string> names_of(std::span<const FieldSpec> fields, const ActKind &kind) {
  std::vector<std::string> names{"accepted", "accept_paper", "accept_paper_date"};
  for (const auto &spec : fields)
    names.emplace_back(spec.name);
  for (const auto &spec : kind.groups)
    names.emplace_back(spec.name);
  return names;
}

void check_remove(const DraftValue &value, std::span<const FieldSpec> fields, const ActKind &kind, const Step &step,
                  CheckedAct &act, std::vector<Problem> &problems) {
  const auto known = names_of(fields, kind);
  std::vector<std::string> taken;
  for (const auto &part : split(value.text, ',')) {
    const auto name = std::string(trim(part));
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      const auto near = nearest(name, known);
      problems.push_back({Code::unknown_key, say("'remove': step '{}' has no field '{}'", step.id, repeatable(name)),
                          near.empty() ? say("known: {}", join(known, ", ")) : say("did you mean '{}'?", near),
                          value.place});
      continue;
    }
    if (is_needed(fields, kind, name) || step.preset.contains(name))
      problems.push_back({Code::missing_field, say("'remove': field '{}' is needed", name),
                          say("give its right value instead"), value.place});
    taken.push_back(name);
  }
  act.entry.facts.fields["remove"] = join(taken, ",");
}

// does the entry stand otherwise with the amendment than without?
bool changes(const Entry &amended, const Entry &amendment) {
  const bool seals = std::any_of(amendment.sealed_paths.begin(), amendment.sealed_paths.end(),
                                 [](const std::string &path) { return path != correction_note; });
  if (seals)
    return true;
  auto standing = amended;
  amend(standing, amendment);
  return standing.facts != amended.facts || standing.on != amended.on || standing.by != amended.by ||
         standing.sealed_paths != amended.sealed_paths;
}

} // namespace

bool take_note(const Draft &draft, bool note_is_field, CheckedAct &act) {
  for (const std::string_view name : {correction_note, std::string_view("note")}) {
    if (name == "note" && note_is_field)
      continue;
    const auto found = draft.fields.values.find(name);
    if (found == draft.fields.values.end() || trim(found->second.text).empty())
      continue;
    act.sealed.push_back({std::string(correction_note), found->second.text});
    act.entry.sealed_paths.emplace_back(correction_note);
    return true;
  }
  return false;
}

void check_amendment(const Draft &draft, const Step &step, const ActKind &kind, const Entry &amended, CheckedAct &act,
                     std::vector<Problem> &problems) {
  const auto fields = fields_of(step);
  auto &facts = act.entry.facts;
  for (const auto &[name, value] : step.preset) // what the rules fix is no change
    facts.fields.erase(name);
  if (act.has_on)
    facts.fields["on"] = text_of(act.entry.on);
  if (act.has_by)
    facts.fields["by"] = act.entry.by;
  if (const auto found = draft.fields.values.find("remove"); found != draft.fields.values.end())
    check_remove(found->second, fields.specs, kind, step, act, problems);
  const bool own_note =
      std::any_of(fields.specs.begin(), fields.specs.end(), [](const FieldSpec &spec) { return spec.name == "note"; });
  take_note(draft, own_note, act);
  if (problems.empty() && !changes(amended, act.entry))
    problems.push_back({Code::nothing_changed, say("the amendment changes nothing of entry {}", amended.seq),
                        say("give what is to change; what is left out stays"), draft.fields.place});
}

} // namespace mediasi
