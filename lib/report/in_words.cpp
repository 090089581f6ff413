#include "report/in_words.h"

#include <algorithm>
#include <array>

#include "acts/acts.h"
#include "base/language.h"
#include "base/text.h"
#include "model/corrections.h"

namespace mediasi {

namespace {

constexpr std::string_view linking_id = "pid"; // says that records belong together, and nothing a reader could use

// what the program itself puts beside the fields of a form
constexpr std::array nik_findings{
    Choice{"agrees", later("agrees")},
    Choice{"birth", later("another birth day")},
    Choice{"sex", later("another sex")},
    Choice{"province", later("no such province")},
    Choice{"district", later("no such district")},
    Choice{"twice", later("somebody else has it too")},
    Choice{"not_compared", later("not compared")},
};
constexpr std::array made_by_us{
    FieldSpec{"id", Kind::id, Need::optional, Seal::clear, later("id")},
    FieldSpec{"number", Kind::integer, Need::optional, Seal::clear, later("number")},
    FieldSpec{"initials", Kind::text, Need::optional, Seal::clear, later("initials")},
    FieldSpec{"attachments", Kind::text, Need::optional, Seal::clear, later("attached files")},
    FieldSpec{"as_found", Kind::tri, Need::optional, Seal::clear, later("as found in an old register")},
    FieldSpec{"found_breaches", Kind::text, Need::optional, Seal::clear, later("rules it broke then")},
    FieldSpec{"breaches", Kind::text, Need::optional, Seal::clear, later("rules the session broke")},
    FieldSpec{"represented", Kind::tri, Need::optional, Seal::clear, later("has a representative")},
    FieldSpec{"remove", Kind::text, Need::optional, Seal::clear, later("taken out")},
    FieldSpec{"nik_check", Kind::choices, Need::optional, Seal::clear, later("NIK check"), nik_findings},
};

std::string translated(std::string_view msgid) {
  return tr(std::string(msgid).c_str());
}

std::string choice_label(std::span<const Choice> choices, const std::string &value) {
  for (const Choice &choice : choices)
    if (choice.id == value)
      return translated(choice.label);
  return value;
}

std::string value_in_words(const FieldSpec &spec, const std::string &value) {
  if (spec.kind == Kind::tri)
    return value == "yes" ? tr("yes") : value == "no" ? tr("no") : tr("unknown");
  if (spec.kind != Kind::choice && spec.kind != Kind::choices)
    return value;
  std::vector<std::string> labels;
  for (const std::string &each : split(value, ','))
    labels.push_back(choice_label(spec.choices, each));
  return join(labels, ", ");
}

const FieldSpec *find(std::span<const FieldSpec> fields, std::string_view name) {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const FieldSpec &f) { return f.name == name; });
  return found == fields.end() ? nullptr : &*found;
}

std::string office_label(const Standard &standard, const std::string &key) {
  for (const auto &[name, label] : standard.labels)
    if (name == key)
      return label;
  return {};
}

struct Speaker {
  std::string_view act;
  const Step *step;
  const Standard &standard;
  std::string_view group = {}; // of whose rows it speaks

  std::string own_label(const std::string &name) const {
    return office_label(standard, std::string(act) + '.' + (group.empty() ? "" : std::string(group) + '.') + name);
  }

  std::string titles(const std::string &roles) const {
    std::vector<std::string> all;
    for (const std::string &id : split(roles, ',')) {
      const Role *role = standard.role(id);
      all.push_back(role == nullptr ? id : role->title);
    }
    return join(all, ", ");
  }

  std::string coded(const FieldSpec &spec, const std::string &value) const {
    auto own = standard.word(act, spec.name, value);
    return own.empty() ? value_in_words(spec, value) : own;
  }

  std::string own(const ExtraField &extra, const std::string &value) const {
    if (extra.kind == Kind::roles)
      return titles(value);
    std::vector<Choice> choices;
    for (const auto &[id, label] : extra.choices)
      choices.push_back({id, label});
    return value_in_words({extra.name, extra.kind, extra.need, extra.seal, extra.label, choices}, value);
  }

  InWords one(std::span<const FieldSpec> fields, const std::string &name, const std::string &value) const {
    const FieldSpec *spec = find(fields, name);
    if (spec != nullptr) {
      const std::string own = own_label(name);
      return {own.empty() ? translated(spec->label) : own,
              spec->kind == Kind::roles ? titles(value) : coded(*spec, value)};
    }
    if (step != nullptr)
      for (const ExtraField &extra : step->fields)
        if (extra.name == name)
          return {extra.label, own(extra, value)};
    if (const FieldSpec *ours = find(made_by_us, name); ours != nullptr)
      return {translated(ours->label), value_in_words(*ours, value)};
    return {name == correction_note ? std::string(tr("note")) : name, value};
  }

  std::vector<InWords> row(std::span<const FieldSpec> fields, const Row &values) const {
    std::vector<InWords> all;
    // in the order of the form, then what only the rules know
    for (const FieldSpec &spec : fields)
      if (const auto found = values.find(spec.name); found != values.end())
        all.push_back(one(fields, found->first, found->second));
    for (const auto &[name, value] : values)
      if (find(fields, name) == nullptr && name != linking_id)
        all.push_back(one(fields, name, value));
    return all;
  }
};

const GroupSpec *group_of(const ActKind *kind, std::string_view name) {
  if (kind != nullptr)
    for (const GroupSpec &group : kind->groups)
      if (group.name == name)
        return &group;
  return nullptr;
}

} // namespace

std::string_view group_of_person(std::string_view id) {
  return id.substr(0, id.find_last_not_of("0123456789") + 1);
}

std::string choice_in_words(const Standard &standard, std::string_view act, std::string_view field,
                            std::string_view value) {
  auto own = standard.word(act, field, value);
  return own.empty() ? choice_in_words(act, "", field, value) : own;
}

std::vector<InWords> facts_told(const Facts &facts, std::string_view act, const Step *step, const Standard &standard) {
  const ActKind *kind = act_kind(act);
  const Speaker speaker{act, step, standard};
  auto all = speaker.row(kind != nullptr ? kind->fields : std::span<const FieldSpec>(), facts.fields);
  for (const auto &[name, rows] : facts.groups) {
    const GroupSpec *group = group_of(kind, name);
    const std::string label = group != nullptr ? translated(group->label) : name;
    const Speaker of_rows{act, step, standard, name};
    for (const Row &row : rows)
      all.push_back(
          {label, joined(of_rows.row(group != nullptr ? group->fields : std::span<const FieldSpec>(), row)), true});
  }
  return all;
}

std::vector<InWords> row_told(const Row &row, std::string_view act, std::string_view group, const Standard &standard) {
  const GroupSpec *spec = group_of(act_kind(act), group);
  return Speaker{act, nullptr, standard, group}.row(spec != nullptr ? spec->fields : std::span<const FieldSpec>(), row);
}

std::string joined(const std::vector<InWords> &told) {
  std::vector<std::string> all;
  for (const auto &[label, value, row] : told) {
    if (row)
      all.push_back(value.empty() ? label : label + " (" + value + ")");
    else
      all.push_back(label + ": " + value);
  }
  return join(all, "; ");
}

std::string facts_in_words(const Facts &facts, std::string_view act, const Step *step, const Standard &standard) {
  return joined(facts_told(facts, act, step, standard));
}

std::string row_in_words(const Row &row, std::string_view act, std::string_view group, const Standard &standard) {
  return joined(row_told(row, act, group, standard));
}

std::string choice_in_words(std::string_view act, std::string_view group, std::string_view field,
                            std::string_view value) {
  const ActKind *kind = act_kind(act);
  const GroupSpec *rows = group_of(kind, group);
  const FieldSpec *spec = nullptr;
  if (rows != nullptr)
    spec = find(rows->fields, field);
  else if (kind != nullptr)
    spec = find(kind->fields, field);
  return spec == nullptr ? std::string(value) : value_in_words(*spec, std::string(value));
}

std::string side_in_words(Side side) {
  switch (side) {
  case Side::beneficiary:
    return tr("beneficiary");
  case Side::respondent:
    return tr("respondent");
  case Side::companion:
    return tr("companion");
  case Side::other:
    return tr("other person");
  }
  return {};
}

} // namespace mediasi
