#include "action/blank.h"

#include <algorithm>

#include <fmt/core.h>

#include "action/check.h"
#include "action/references.h"
#include "acts/acts.h"
#include "base/language.h"
#include "base/text.h"

namespace mediasi {

namespace {

std::string example(Kind kind) {
  switch (kind) {
  case Kind::date:
    return "YYYY-MM-DD";
  case Kind::moment:
    return "YYYY-MM-DDTHH:MM";
  case Kind::birth:
    return "YYYY-MM-DD | YYYY-MM | YYYY";
  case Kind::tri:
    return "yes | no | unknown";
  case Kind::nik:
    return say("16 digits, between quotes");
  case Kind::persons:
  case Kind::participants:
  case Kind::choices:
  case Kind::roles:
    return say("a list: [\"a\", \"b\"]");
  default:
    return {};
  }
}

std::string choice_lines(const FieldSpec &spec) {
  std::string lines;
  for (const auto &choice : spec.choices)
    lines += fmt::format("#     {:<20} {}\n", choice.id, tr(choice.label.data()));
  return lines;
}

std::string known_values(Kind kind, const Standard &standard, const CaseFile &file) {
  std::vector<std::string> known;
  const bool takes_part = kind == Kind::participant || kind == Kind::participants;
  if (kind == Kind::person || kind == Kind::persons || kind == Kind::giver || takes_part)
    for (const auto &person : file.persons)
      known.push_back(fmt::format("{} ({})", person.id, person.initials));
  if (kind == Kind::giver)
    known.emplace_back("self");
  if (takes_part)
    known.insert(known.end(), {"mediator", "pendamping"});
  if (kind == Kind::requirement)
    for (const auto &requirement : standard.requirements)
      known.push_back(requirement.id);
  if (kind == Kind::role || kind == Kind::roles)
    for (const auto &role : standard.roles)
      known.push_back(role.id);
  if (kind == Kind::obligation)
    for (const auto &obligation : file.obligations)
      known.push_back(std::to_string(obligation.number));
  return join(known, ", ");
}

std::string line_of(const FieldSpec &spec, const Standard &standard, const CaseFile &file) {
  std::string lines = fmt::format("# {}", tr(spec.label.data()));
  if (spec.need == Need::required)
    lines += " (" + say("needed") + ")";
  if (spec.seal == Seal::sealed)
    lines += " [" + say("sealed") + "]";
  if (const auto shape = example(spec.kind); !shape.empty())
    lines += ": " + shape;
  lines += "\n" + choice_lines(spec);
  if (const auto known = known_values(spec.kind, standard, file); !known.empty())
    lines += "#     " + known + "\n";
  return lines + fmt::format("{}{} = \"\"\n", spec.need == Need::required ? "" : "#", spec.name);
}

// which person or matter of the case a row may correct
std::string correction_lines(const GroupSpec &group, const CaseFile &file) {
  std::vector<std::string> known;
  for (const auto &person : file.persons)
    if (is_person_group(group.name) && person.id.starts_with(group.name))
      known.push_back(fmt::format("{} ({})", person.id, person.initials));
  for (const auto &matter : file.matters)
    if (group.name == "matter")
      known.push_back(fmt::format("{} ({})", matter.number, matter.kind));
  if (known.empty())
    return {};
  return fmt::format("# {}\n#     {}\n#{} = \"\"\n", say("to correct one of the case (a new one, when left out)"),
                     join(known, ", "), group.name == "matter" ? "number" : "id");
}

std::string group_lines(const std::string &path, const GroupSpec &group, const Standard &standard,
                        const CaseFile &file) {
  std::string lines = fmt::format("\n# --- {} ---\n", tr(group.label.data()));
  const bool needed = group.at_least > 0;
  lines += fmt::format("{}[[{}]]\n", needed ? "" : "#", path);
  lines += correction_lines(group, file);
  for (const auto &spec : group.fields) {
    auto line = line_of(spec, standard, file);
    if (!needed && spec.need == Need::required) {
      const auto at = line.rfind(std::string(spec.name) + " = ");
      line.insert(at, "#");
    }
    lines += line;
  }
  return lines;
}

std::string step_lines(const Standard &standard, const Step &step, const CaseFile &file, bool alone) {
  const auto *kind = act_kind(step.act);
  if (!kind)
    return {};
  std::string lines = fmt::format("\n# ==== {} ({}) ====\n", step.title, step.id);
  lines += alone ? fmt::format("step = \"{}\"\n", step.id)
                 : fmt::format("{}{}{}\n", step.repeat == Repeat::once ? "[" : "[[", step.id,
                               step.repeat == Repeat::once ? "]" : "]]");
  lines += fmt::format("# {}\n#on = \"YYYY-MM-DDTHH:MM\"\n# {}\n#by = \"\"\n",
                       say("when it happened (now, when left out)"), say("who did it: {}", join(step.roles, ", ")));
  const auto fields = fields_of(step);
  for (const auto &spec : fields.specs)
    if (!step.preset.contains(spec.name))
      lines += line_of(spec, standard, file);
  for (const auto &group : kind->groups)
    lines +=
        group_lines(alone ? std::string(group.name) : step.id + "." + std::string(group.name), group, standard, file);
  return lines;
}

} // namespace

std::string blank_form(const Standard &standard, std::string_view name, const CaseFile &file) {
  std::string text = say("# Fill in what is known; a line beginning with # is left out.") + "\n";
  if (const auto *form = standard.form(name)) {
    for (const auto &id : form->steps)
      if (const auto *step = standard.step(id))
        text += step_lines(standard, *step, file, false);
    return text;
  }
  if (const auto *step = standard.step(name))
    return text + step_lines(standard, *step, file, true);
  return {};
}

} // namespace mediasi
