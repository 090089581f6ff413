#include <algorithm>
#include <array>

#include "base/language.h"
#include "rules/load_parts.h"

namespace mediasi {

namespace {

void add_names(std::vector<std::string> &names, std::span<const FieldSpec> fields, const std::string &prefix) {
  for (const auto &field : fields)
    names.push_back(prefix + std::string(field.name));
}

std::vector<std::string> names_of(const ActKind &act) {
  std::vector<std::string> names;
  add_names(names, act.fields, "");
  for (const auto &group : act.groups)
    add_names(names, group.fields, std::string(group.name) + ".");
  return names;
}

const FieldSpec *field_of(const ActKind &act, std::string_view name) {
  const auto find = [](std::span<const FieldSpec> fields, std::string_view wanted) {
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const FieldSpec &f) { return f.name == wanted; });
    return found == fields.end() ? nullptr : &*found;
  };
  const auto dot = name.find('.');
  if (dot == std::string_view::npos)
    return find(act.fields, name);
  for (const auto &group : act.groups)
    if (group.name == name.substr(0, dot))
      return find(group.fields, name.substr(dot + 1));
  return nullptr;
}

std::vector<std::string> values_of_kind(Kind kind) {
  return kind == Kind::tri ? std::vector<std::string>{"yes", "no", "unknown"} : std::vector<std::string>{};
}

std::vector<std::string> field_kinds() {
  std::vector<std::string> names;
  for (int kind = 0; kind <= static_cast<int>(Kind::roles); ++kind)
    names.emplace_back(kind_name(static_cast<Kind>(kind)));
  return names;
}

std::vector<std::pair<std::string, std::string>> load_choices(Reading &reading, Table &table) {
  std::vector<std::pair<std::string, std::string>> choices;
  for (auto &row : table.tables("choices")) {
    auto id = row.id("id");
    if (std::any_of(choices.begin(), choices.end(), [&](const auto &choice) { return choice.first == id; }))
      reading.source.complain(Code::duplicate_name, row.at("id"), say("the id '{}' is used twice", id));
    choices.emplace_back(std::move(id), row.text("label", Need::required));
    row.done();
  }
  return choices;
}

void check_field(Reading &reading, Table &table, const ExtraField &field, const std::vector<std::string> &taken) {
  if (is_one_of(field.name, taken))
    reading.source.complain(Code::duplicate_name, table.at("name"), say("the field '{}' is there already", field.name),
                            tr("give the extra field another name"));
  const bool chosen = field.kind == Kind::choice || field.kind == Kind::choices;
  if (chosen && field.choices.empty())
    reading.source.complain(Code::missing_key, table.at("kind"), say("'{}' has nothing to choose from", field.name),
                            tr("add choices = [{ id = \"…\", label = \"…\" }]"));
  if (!chosen && !field.choices.empty())
    reading.source.complain(Code::bad_value, table.at("choices"),
                            tr("'choices' goes with kind = \"choice\" or \"choices\""));
  const bool secret = field.kind == Kind::name || field.kind == Kind::nik || field.kind == Kind::phone ||
                      field.kind == Kind::story || field.kind == Kind::birth;
  if (secret && field.seal == Seal::clear)
    reading.source.complain(Code::bad_value, table.at("kind"), say("'{}' can tell who somebody is", field.name),
                            tr("add sealed = true"));
}

} // namespace

AskedFields::AskedFields(std::vector<const ActKind *> acts, std::vector<ExtraField> extra)
    : acts_(std::move(acts)), extra_(std::move(extra)) {
  if (!acts_.empty())
    names_ = names_of(*acts_.front());
  for (const auto *act : acts_)
    std::erase_if(names_, [&](const std::string &name) { return field_of(*act, name) == nullptr; });
  for (const auto &field : extra_)
    names_.push_back(field.name);
}

std::vector<std::string> AskedFields::values(std::string_view name) const {
  for (const auto &field : extra_) {
    if (field.name != name)
      continue;
    auto values = values_of_kind(field.kind);
    for (const auto &choice : field.choices)
      values.push_back(choice.first);
    return values;
  }
  const auto *spec = acts_.empty() ? nullptr : field_of(*acts_.front(), name);
  if (spec == nullptr)
    return {};
  auto values = values_of_kind(spec->kind);
  for (const auto &choice : spec->choices)
    values.emplace_back(choice.id);
  return values;
}

bool AskedFields::sealed(std::string_view name) const {
  const auto own =
      std::find_if(extra_.begin(), extra_.end(), [&](const ExtraField &field) { return field.name == name; });
  if (own != extra_.end())
    return own->seal == Seal::sealed;
  const auto *spec = acts_.empty() ? nullptr : field_of(*acts_.front(), name);
  return spec != nullptr && spec->seal == Seal::sealed;
}

std::vector<ExtraField> load_fields(Reading &reading, Table &step, const ActKind *act) {
  constexpr std::array<std::string_view, 2> needs{"required", "optional"};
  std::vector<ExtraField> fields;
  std::vector<std::string> taken;
  if (act != nullptr) {
    add_names(taken, act->fields, "");
    for (const auto &group : act->groups)
      taken.emplace_back(group.name);
  }
  for (auto &table : step.tables("field")) {
    ExtraField field;
    field.name = table.id("name");
    field.label = table.text("label", Need::required);
    field.line = table.at().line;
    const auto kind_text = table.text("kind", Need::required);
    const auto kind = parse_kind(kind_text);
    if (!kind && !kind_text.empty())
      reading.source.complain_unknown(Code::unknown_name, {kind_text, table.at("kind")}, tr("kind of field"),
                                      field_kinds());
    field.kind = kind.value_or(Kind::text);
    field.need = table.choice("need", needs) == "required" ? Need::required : Need::optional;
    field.seal = table.flag("sealed") ? Seal::sealed : Seal::clear;
    field.choices = load_choices(reading, table);
    if (kind)
      check_field(reading, table, field, taken);
    taken.push_back(field.name);
    table.done();
    fields.push_back(std::move(field));
  }
  return fields;
}

Row load_preset(Reading &reading, Table &step, const ActKind *act) {
  Row preset;
  auto table = step.table("preset");
  if (!table || act == nullptr)
    return preset;
  const AskedFields fields({act}, {});
  for (const auto &field : act->fields) {
    std::string joined;
    const auto closed = fields.values(field.name);
    for (const auto &value : table->names(field.name)) {
      if (!closed.empty())
        known_word(reading, value, say("value of '{}'", field.name), closed);
      if (field.kind == Kind::role || field.kind == Kind::roles)
        known_role(reading, value);
      joined += (joined.empty() ? "" : ",") + value.text;
    }
    if (!joined.empty())
      preset.emplace(field.name, joined);
  }
  table->done();
  return preset;
}

} // namespace mediasi
