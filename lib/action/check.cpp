#include "action/check.h"

#include <algorithm>

#include "action/amendment.h"
#include "action/reference_number.h"
#include "action/references.h"
#include "action/rows.h"
#include "action/rule_names.h"
#include "action/sense.h"
#include "action/signing.h"
#include "acts/acts.h"
#include "base/language.h"
#include "base/text.h"
#include "model/corrections.h"

namespace mediasi {

namespace {

// what every step may name besides its fields
constexpr std::string_view meta_fields[] = {"on", "by", "accepted", "accept_paper", "accept_paper_date", "as_found"};
// and an amendment besides
constexpr std::string_view amend_fields[] = {"on",     "by",   "accepted",     "accept_paper", "accept_paper_date",
                                             "remove", "note", correction_note};

// the signed paper behind an acceptance
void take_paper(const Draft &draft, CheckedAct &act, std::vector<Problem> &problems) {
  for (const auto &[name, kind] : {std::pair{"accept_paper", Kind::text}, {"accept_paper_date", Kind::date}}) {
    const auto found = draft.fields.values.find(name);
    if (found == draft.fields.values.end() || trim(found->second.text).empty())
      continue;
    auto checked = check_value(kind, {}, found->second.text);
    if (checked.complaint.empty())
      act.entry.facts.fields[name] = std::move(checked.value);
    else
      problems.push_back(problem_at(found->second.place, kind == Kind::date ? Code::not_a_date : Code::bad_value,
                                    say("field '{}': {}", name, checked.complaint), checked.hint));
  }
}

// Files are sealed as attachment#1 ...; an amendment adds to those the entry has. Their kinds stay clear.
void take_attachments(const Draft &draft, const Entry *amended, CheckedAct &act, std::vector<Problem> &problems) {
  if (draft.attachments.empty())
    return;
  auto kinds = amended ? values_of(amended->facts.fields, "attachments") : std::vector<std::string>{};
  for (const auto &attachment : draft.attachments) {
    if (attachment.file.empty() || !check_value(Kind::id, {}, attachment.kind).complaint.empty())
      problems.push_back(problem_at(attachment.place, Code::bad_attachment,
                                    say("an attachment is KIND=FILE, KIND in small letters"),
                                    say("for example: --attach identitas=scan.pdf")));
    else if (may_hold_a_number(attachment.kind))
      problems.push_back(problem_at(attachment.place, Code::bad_attachment,
                                    say("KIND of an attachment holds a long number, which may be somebody's"),
                                    say("KIND stands in the clear: name what it is, --attach identitas=scan.pdf")));
    kinds.push_back(attachment.kind);
    act.entry.sealed_paths.push_back("attachment#" + std::to_string(kinds.size()));
  }
  act.attachments = draft.attachments;
  act.entry.facts.fields["attachments"] = join(kinds, ",");
}

// as_found = "yes": an act of an old register
void take_as_found(const Draft &draft, CheckedAct &act, std::vector<Problem> &problems) {
  const auto found = draft.fields.values.find("as_found");
  if (found == draft.fields.values.end() || trim(found->second.text).empty())
    return;
  const auto answer = check_value(Kind::tri, {}, found->second.text);
  if (answer.value == "yes" || answer.value == "no")
    act.entry.facts.fields["as_found"] = answer.value;
  else
    problems.push_back({Code::bad_value,
                        say("field '{}': {}", "as_found", say("neither yes nor no")),
                        say("write as_found = \"yes\" for an act of an old register"),
                        found->second.place,
                        {},
                        {},
                        {}});
}

void take_head(const Draft &draft, const References &references, CheckedAct &act, std::vector<Problem> &problems) {
  if (const auto on = draft.fields.values.find("on"); on != draft.fields.values.end()) {
    const auto moment = parse_moment(trim(on->second.text));
    if (moment) {
      act.entry.on = *moment;
      act.has_on = true;
    } else {
      problems.push_back({Code::not_a_date,
                          say("field 'on' is not a day"),
                          say("write YYYY-MM-DD or YYYY-MM-DDTHH:MM"),
                          on->second.place,
                          {},
                          {},
                          {}});
    }
  }
  if (const auto by = draft.fields.values.find("by");
      by != draft.fields.values.end() && !trim(by->second.text).empty()) {
    act.entry.by = std::string(trim(by->second.text));
    act.has_by = true;
    if (!references.first_missing(Kind::officer, act.entry.by).empty())
      problems.push_back({Code::not_a_reference,
                          say("field '{}': no such id", "by"),
                          say("known: {}", join(references.known(Kind::officer), ", ")),
                          by->second.place,
                          {},
                          {},
                          {}});
  }
  if (const auto accepted = draft.fields.values.find("accepted"); accepted != draft.fields.values.end())
    act.entry.facts.fields["accepted"] = accepted->second.text;
  take_as_found(draft, act, problems);
}

Date day_of(const Draft &draft, Date otherwise) {
  const auto on = draft.fields.values.find("on");
  const auto said = on == draft.fields.values.end() ? std::nullopt : parse_moment(trim(on->second.text));
  return said ? said->day : otherwise;
}

void apply_preset(const Step &step, const Draft &draft, CheckedAct &act, std::vector<Problem> &problems) {
  for (const auto &[name, value] : step.preset) {
    const auto given = draft.fields.values.find(name);
    if (given != draft.fields.values.end() && trim(given->second.text) != value)
      problems.push_back({Code::bad_value,
                          say("field '{}' is fixed to '{}' by the rules", name, value),
                          say("leave it out"),
                          given->second.place,
                          {},
                          {},
                          {}});
    act.entry.facts.fields[name] = value;
  }
}

void check_groups(const Draft &draft, const ActKind &kind, const Step &step, const RowContext &context, CheckedAct &act,
                  std::vector<Problem> &problems) {
  std::vector<std::string> known;
  for (const auto &spec : kind.groups)
    known.emplace_back(spec.name);
  for (const auto &[name, rows] : draft.groups)
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      const auto near = nearest(name, known);
      problems.push_back({Code::unknown_key,
                          say("step '{}' has no rows '{}'", step.id, repeatable(name)),
                          near.empty() ? say("see its blank form: mediasi {} --step {} --blank", step.command, step.id)
                                       : say("did you mean '{}'?", near),
                          rows.front().place,
                          {},
                          {},
                          {}});
    }
  for (const auto &spec : kind.groups) {
    const auto found = draft.groups.find(spec.name);
    const auto count = found == draft.groups.end() ? 0 : static_cast<int>(found->second.size());
    const bool stays = context.amended && found == draft.groups.end();
    if (count < spec.at_least && !stays)
      problems.push_back({Code::missing_field,
                          say("step '{}' needs at least {} of '{}'", step.id, spec.at_least, spec.name),
                          say("add [[{}]]", spec.name),
                          draft.fields.place,
                          {},
                          {},
                          {}});
    if (count > spec.at_most)
      problems.push_back({Code::too_large,
                          say("step '{}' takes at most {} of '{}'", step.id, spec.at_most, spec.name),
                          say("split it over several acts"),
                          draft.fields.place,
                          {},
                          {},
                          {}});
    if (found == draft.groups.end() || count > spec.at_most)
      continue;
    check_rows(spec, found->second, context, act, problems);
  }
}

void check_act(const Draft &draft, const Step &step, const ActKind &kind, std::span<const FieldSpec> fields,
               const RowContext &context, CheckedAct &act, std::vector<Problem> &problems) {
  act.entry.act = std::string(kind.id);
  act.entry.step = step.id;
  take_head(draft, context.references, act, problems);
  take_paper(draft, act, problems);
  take_attachments(draft, context.amended, act, problems);
  apply_preset(step, draft, act, problems);
  check_top(fields, draft.fields, context, act, problems);
  check_groups(draft, kind, step, context, act, problems);
  for (const auto &sealed : act.sealed)
    act.entry.sealed_paths.push_back(sealed.path);
}

} // namespace

StepFields fields_of(const Step &step) {
  StepFields fields;
  if (const auto *kind = act_kind(step.act))
    fields.specs.assign(kind->fields.begin(), kind->fields.end());
  for (const auto &extra : step.fields) {
    auto &choices = fields.choices.emplace_back();
    for (const auto &[id, label] : extra.choices)
      choices.push_back({id, label});
    fields.specs.push_back({extra.name, extra.kind, extra.need, extra.seal, extra.label, choices});
  }
  return fields;
}

CheckedAct check_draft(const Draft &draft, const Standard &standard, const CaseFile &file, const Roster &roster,
                       Date day, std::vector<Problem> &problems, const Amended *amended) {
  CheckedAct act;
  const auto *step = standard.step(draft.step);
  const auto *kind = step ? act_kind(step->act) : nullptr;
  if (!kind) {
    problems.push_back(problem_at(draft.fields.place, Code::unknown_step,
                                  say("unknown step '{}'", repeatable(draft.step)), say("see: mediasi --list steps")));
    return act;
  }
  const References references(standard, file, roster, draft);
  const auto fields = fields_of(*step);
  using Names = std::span<const std::string_view>;
  const auto meta = amended ? Names(amend_fields) : Names(meta_fields);
  for (const auto name : meta)
    if (const auto said = draft.fields.values.find(name); said != draft.fields.values.end() && said->second.truth)
      problems.push_back(problem_at(said->second.place, Code::wrong_type,
                                    say("field '{}' is true or false, and no text", name),
                                    say("put what is meant between quotes, or leave it out")));
  const RowContext context{standard,          references, *step, file, meta, amended ? &amended->entry : nullptr,
                           day_of(draft, day)};
  check_act(draft, *step, *kind, fields.specs, context, act, problems);
  fill_defaults(*kind, context, act);
  if (amended)
    check_amendment(draft, *step, *kind, amended->entry, act, problems);
  check_sense(draft, act, amended ? amended->before : file, context.amended, problems);
  check_rule_names(draft, act.entry, standard, problems);
  settle_signers(standard, *step, file, amended ? &amended->entry.facts : nullptr, draft.fields.place, act, problems);
  return act;
}

CheckedAct check_house(const Draft &draft, const ActKind &kind, const Standard &standard, const Roster &roster,
                       std::vector<Problem> &problems) {
  CheckedAct act;
  const CaseFile nobody;
  Step step;
  step.id = std::string(kind.id);
  step.command = std::string(kind.command);
  const References references(standard, nobody, roster, draft);
  for (const auto &attachment : draft.attachments)
    problems.push_back(problem_at(attachment.place, Code::unknown_key, say("unknown field '{}'", "attach"),
                                  say("leave it out: the roster takes no files")));
  check_act(draft, step, kind, kind.fields, {standard, references, step, nobody, meta_fields}, act, problems);
  check_spans(draft, act.entry.facts, problems);
  act.entry.step.clear();
  act.entry.case_number = std::string(house);
  return act;
}

} // namespace mediasi
