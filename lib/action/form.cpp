#include "action/form.h"

#include <algorithm>

#include "acts/acts.h"
#include "base/language.h"
#include "base/text.h"
#include "rules/reader.h"

namespace mediasi {

namespace {

class FormReading {
public:
  explicit FormReading(std::string file) : file_(std::move(file)) {}

  Place place(Spot at, std::string_view field = {}) const {
    return {file_, at.line, at.column, 0, std::string(field), {}};
  }

  void complain(Code code, Place where, std::string message, std::string hint) {
    problems.push_back({code, std::move(message), std::move(hint), std::move(where), {}, {}, {}});
  }

  DraftRow row(const Node &table) {
    DraftRow row;
    row.place = place(table.at);
    for (const auto &member : table.members)
      if (auto value = plain(member))
        row.values.emplace(member.key, std::move(*value));
    return row;
  }

  Draft draft(const std::string &step, const Node &table) {
    Draft draft;
    draft.step = step;
    draft.fields.place = place(table.at);
    for (const auto &member : table.members) {
      if (member.key == "attach") {
        attach(member, draft);
      } else if (is_rows(member.value)) {
        for (const auto &item : member.value.items)
          draft.groups[member.key].push_back(row(item));
      } else if (auto value = plain(member)) {
        draft.fields.values.emplace(member.key, std::move(*value));
      }
    }
    return draft;
  }

  static bool is_rows(const Node &node) {
    return node.type == NodeType::array && !node.items.empty() && node.items.front().type == NodeType::table;
  }

  std::vector<Problem> problems;

private:
  // attach = ["KIND=FILE"]: names of files may hold anything, a comma too
  void attach(const Member &member, Draft &draft) {
    const auto one = [&](const Node &node) {
      const auto where = place(node.at, member.key);
      if (node.type != NodeType::text)
        return complain(Code::wrong_type, where, say("field '{}' has a list of something else than words", "attach"),
                        say("write it as a list of texts: [\"a\", \"b\"]"));
      const auto equals = node.text.find('=');
      draft.attachments.push_back(
          {node.text.substr(0, equals), equals == std::string::npos ? "" : node.text.substr(equals + 1), where});
    };
    if (member.value.type != NodeType::array)
      return one(member.value);
    for (const auto &item : member.value.items)
      one(item);
  }

  // a text, a whole number, yes/no, a day, or a list of texts
  std::optional<DraftValue> plain(const Member &member) {
    const auto where = place(member.value.at, member.key);
    if (member.value.type == NodeType::array)
      return list(member, where);
    if (const auto text = plain_text(member.value))
      return DraftValue{.text = *text,
                        .place = where,
                        .number = member.value.type == NodeType::integer,
                        .truth = member.value.type == NodeType::boolean};
    if (member.value.type == NodeType::date)
      return DraftValue{member.value.text, where, false};
    complain(Code::wrong_type, where,
             say("field '{}' has a value that is not a text, a whole number or yes or no", repeatable(member.key)),
             say("put the value between quotes"));
    return std::nullopt;
  }

  std::optional<DraftValue> list(const Member &member, const Place &where) {
    DraftValue value{.text = {}, .place = where, .list = true};
    std::vector<std::string> parts;
    for (const auto &item : member.value.items) {
      const auto text = plain_text(item);
      if (!text) {
        complain(Code::wrong_type, where,
                 say("field '{}' has a list of something else than words", repeatable(member.key)),
                 say("write it as a list of texts: [\"a\", \"b\"]"));
        return std::nullopt;
      }
      value.commas = value.commas || text->find(',') != std::string::npos;
      value.truth = value.truth || item.type == NodeType::boolean;
      parts.push_back(*text);
    }
    value.text = join(parts, ",");
    return value;
  }

  std::string file_;
};

bool is_step(const Standard &standard, std::string_view name) {
  return standard.step(name) != nullptr;
}

// every section of the form that is a step, in the order of the rules' composite form or of the steps
std::vector<std::string> step_order(const Standard &standard, std::string_view asked) {
  if (const auto *form = standard.form(asked))
    return form->steps;
  std::vector<std::string> order;
  for (const auto &step : standard.steps)
    order.push_back(step.id);
  return order;
}

void read_sections(FormReading &reading, const Node &root, const Standard &standard, std::string_view asked,
                   FormRead &read) {
  for (const auto &step : step_order(standard, asked)) {
    const auto *member = root.find(step);
    if (!member)
      continue;
    if (member->value.type == NodeType::table)
      read.drafts.push_back(reading.draft(step, member->value));
    if (FormReading::is_rows(member->value))
      for (const auto &item : member->value.items)
        read.drafts.push_back(reading.draft(step, item));
  }
  std::vector<std::string> known{"on", "by", "step"};
  for (const auto &step : step_order(standard, asked))
    known.push_back(step);
  for (const auto &member : root.members) {
    if (std::find(known.begin(), known.end(), member.key) != known.end())
      continue;
    const auto near = nearest(member.key, known);
    reading.complain(Code::unknown_key, reading.place(member.at, member.key),
                     say("unknown step '{}'", repeatable(member.key)),
                     near.empty() ? say("see: mediasi --list steps") : say("did you mean '{}'?", near));
  }
}

// `on` and `by` at the top of a composite form are those of each of its steps that names none
void share_head(FormReading &reading, const Node &root, FormRead &read) {
  const auto head = reading.row(root);
  for (auto &draft : read.drafts)
    for (const auto *name : {"on", "by"})
      if (const auto found = head.values.find(name); found != head.values.end())
        draft.fields.values.emplace(name, found->second);
}

bool has_sections(const Node &root, const Standard &standard, const Step *single) {
  const auto *kind = single ? act_kind(single->act) : nullptr;
  return std::any_of(root.members.begin(), root.members.end(), [&](const Member &member) {
    const bool table = member.value.type == NodeType::table || FormReading::is_rows(member.value);
    const bool group = kind && std::any_of(kind->groups.begin(), kind->groups.end(),
                                           [&](const GroupSpec &spec) { return spec.name == member.key; });
    return table && !group && is_step(standard, member.key);
  });
}

std::optional<Node> parse_form(std::string_view text, const std::string &file, std::vector<Problem> &problems) {
  Source source(text, file);
  auto root = source.parse();
  for (auto &problem : source.take_problems()) {
    // the parser's own words may quote what was typed
    if (problem.code == Code::toml_syntax)
      problem.message = say("not readable as TOML");
    problem.place.excerpt.clear();
    problem.hint = say("texts stand between quotes, one field a line: name = \"value\"");
    problems.push_back(std::move(problem));
  }
  return root;
}

} // namespace

FormRead read_single(std::string_view text, const std::string &file, const std::string &name) {
  FormRead read;
  const auto root = parse_form(text, file, read.problems);
  if (!root)
    return read;
  FormReading reading(file);
  read.drafts.push_back(reading.draft(name, *root));
  read.problems = std::move(reading.problems);
  return read;
}

FormRead read_form(std::string_view text, const std::string &file, const Standard &standard, std::string_view asked,
                   std::string_view only_open) {
  FormRead read;
  const auto root = parse_form(text, file, read.problems);
  if (!root)
    return read;
  FormReading reading(file);
  std::string name(asked);
  if (const auto *said = root->find("step"); said && name.empty() && said->value.type == NodeType::text)
    name = said->value.text;
  if (name.empty() && !has_sections(*root, standard, standard.step(only_open)))
    name = only_open;
  const auto *single = standard.step(name);
  if (single && !has_sections(*root, standard, single)) {
    auto draft = reading.draft(name, *root);
    draft.fields.values.erase("step");
    read.drafts.push_back(std::move(draft));
  } else if (single || standard.form(name) || name.empty()) {
    read_sections(reading, *root, standard, standard.form(name) ? name : std::string(), read);
    const auto quiet = std::move(reading.problems);
    share_head(reading, *root, read);
    reading.problems = quiet;
  }
  read.problems = std::move(reading.problems);
  if (read.drafts.empty() && read.problems.empty())
    read.problems.push_back({Code::step_needed,
                             say("the form names no step"),
                             say("name one: --step STEP (mediasi --list steps)"),
                             {file, 0, 0, 0, {}, {}},
                             {},
                             {},
                             {}});
  return read;
}

void set_field(Draft &draft, std::string_view assignment, const Standard &standard, std::vector<Problem> &problems) {
  const auto equals = assignment.find('=');
  const auto name = std::string(assignment.substr(0, equals));
  const auto shown = repeatable(name);
  const auto complain = [&](Code code, std::string message, std::string hint) {
    problems.push_back({code, std::move(message), std::move(hint), {"--set", 0, 0, 0, shown, {}}, {}, {}, {}});
  };
  if (equals == std::string_view::npos || name.empty())
    return complain(Code::option_value, say("--set needs name=value"), say("for example: --set risk=low"));
  const auto *step = standard.step(draft.step);
  const auto *kind = step ? act_kind(step->act) : nullptr;
  const bool sealed_field_named =
      (kind && std::any_of(kind->fields.begin(), kind->fields.end(),
                           [&](const FieldSpec &spec) { return spec.name == name && spec.seal == Seal::sealed; })) ||
      (step && std::any_of(step->fields.begin(), step->fields.end(),
                           [&](const ExtraField &extra) { return extra.name == name && extra.seal == Seal::sealed; }));
  if (sealed_field_named)
    return complain(Code::sealed_in_argument, say("field '{}' is sealed and cannot come from an argument", name),
                    say("write it into a form: --form FILE or --form -"));
  if (name.find('.') != std::string::npos)
    return complain(Code::sealed_in_argument, say("'{}' belongs to a group of rows", shown),
                    say("write it into a form: --form FILE"));
  const auto before = draft.fields.values.find(name);
  if (before != draft.fields.values.end() && before->second.place.file == "--set")
    return complain(Code::duplicate_name, say("'{}' is set twice", shown), say("say it once"));
  draft.fields.values[name] = {std::string(assignment.substr(equals + 1)), {"--set", 0, 0, 0, shown, {}}, false};
}

} // namespace mediasi
