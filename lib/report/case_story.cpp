#include "report/case_story.h"

#include <fmt/core.h>

#include "base/language.h"
#include "base/text.h"
#include "judge/judge.h"
#include "report/case_entries.h"
#include "report/chain_notes.h"
#include "report/in_words.h"
#include "report/names.h"

namespace mediasi {

namespace {

using Notes = std::vector<std::string>;

std::string person_note(const Person &person, const CaseView &view, const Moment &now) {
  const bool party = person.side == Side::beneficiary || person.side == Side::respondent;
  std::string text = say("{}: {}, {}", person.id, name_of(view, person.id), side_in_words(person.side));
  if (person.organisation)
    text += say(", organisation");
  else if (party && child_on(person, now.day)) // also when the birth is not known: whoever may be a child is one
    text += person.birth.year > 0 ? say(", child") : say(", age unknown");
  if (person.special_needs == Tri::yes)
    text += say(", special needs");
  if (!person.kinds.empty()) {
    Notes kinds;
    for (const std::string &kind : person.kinds)
      kinds.push_back(choice_in_words("register", "companion", "kinds", kind));
    text += ", " + join(kinds, ", ");
  }
  if (!person.of.empty())
    text += say(", of {}", join(person.of, ", "));
  return text;
}

// what is sealed of a person or an obligation; nothing without names
std::string sealed_row(const CaseView &view, std::string_view of, std::string_view act, std::string_view group) {
  if (!view.identities)
    return {};
  const Identities &all = view.identities();
  const auto found = all.find(of);
  if (found == all.end())
    return {};
  Row row = found->second;
  row.erase("name"); // stands in the line above
  return row_in_words(row, act, group, view.standard);
}

// how far the count has come, with and without the days its clock stood still
std::string count_note(const std::string &id, const std::vector<ExplainedDeadline> &deadlines) {
  for (const ExplainedDeadline &counted : deadlines) {
    if (counted.id != id || counted.days.empty())
      continue;
    std::string text = say(", day {} of {}", counted.net, counted.amount);
    if (counted.gross != counted.net)
      text += say(" ({} with the pauses)", counted.gross);
    if (counted.extended > 0)
      text += say(", extended by {}", counted.extended);
    return text;
  }
  return {};
}

std::string due_note(const DueRow &due, const CaseView &view, const std::string &now) {
  std::string text = say("deadline {}: {}", due_in_words(due.deadline, view.standard), due.due);
  text += count_note(due.deadline, view.deadlines);
  if (!due.paused_since.empty())
    text += say(", paused since {}", due.paused_since);
  else if (due.late_from <= now)
    text += say(", overdue");
  if (due.provisional)
    text += say(", provisional: the holidays of a year are not loaded");
  if (!due.role.empty())
    text += due.officer.empty() ? say("; {}", due.role) : say("; {} ({})", due.role, due.officer);
  return text;
}

std::string paid_note(const Obligation &obligation) {
  std::int64_t sum = 0;
  for (const Payment &payment : obligation.payments)
    sum += payment.amount;
  return say(", paid {} rupiah in {} payments", sum, obligation.payments.size());
}

std::string obligation_note(const Obligation &obligation) {
  const auto words = [](std::string_view field, const std::string &value) {
    return choice_in_words("outcome", "obligation", field, value);
  };
  std::string text = say("obligation {}: {}, {}, {}", obligation.number, words("kind", obligation.kind), obligation.who,
                         words("recurrence", obligation.recurrence));
  if (obligation.due)
    text += say(", due {}", text_of(*obligation.due));
  if (obligation.replaces != 0)
    text += say(", in place of obligation {}", obligation.replaces);
  if (!obligation.payments.empty())
    text += paid_note(obligation);
  if (obligation.replaced_by != 0)
    return text + say("; replaced by obligation {}", obligation.replaced_by);
  if (obligation.lapsed)
    return text + say("; lapsed: not signed by who owes it, or by one side");
  if (obligation.history.empty())
    return text + say("; open");
  const Fulfilment &last = obligation.history.back();
  return text + say("; {} on {}", choice_in_words("visit", "state", "state", last.state), text_of(last.on.day));
}

std::string issued_note(const IssuedPaper &paper, const Standard &standard) {
  const Paper *kind = standard.paper(paper.kind);
  std::string text = say("paper {}: {}", paper.serial, kind != nullptr ? kind->title : paper.kind);
  if (!paper.number.empty())
    text += say(", number {}", paper.number);
  if (!paper.to.empty())
    text += say(", to {}", paper.to);
  return text + say(", issued {}", text_of(paper.on.day));
}

// a voided paper keeps its number, so that nobody looks for it in vain
std::string voided_note(const Happened &voided, const Standard &standard) {
  const auto &row = voided.facts.fields;
  const Paper *kind = standard.paper(value_of(row, "kind"));
  std::string text =
      say("paper {}: {}", value_of(row, "serial"), kind != nullptr ? kind->title : std::string(value_of(row, "kind")));
  if (const auto number = value_of(row, "number"); !number.empty())
    text += say(", number {}", number);
  return text + say(", void");
}

std::string unscanned_note(const UnscannedPaper &paper) {
  return paper.number.empty()
             ? say("entry {} ({}): no signed paper named", paper.entry, paper.step)
             : say("entry {} ({}): signed paper {} is not scanned", paper.entry, paper.step, paper.number);
}

std::string owed_note(const OwedPaper &paper, const Standard &standard) {
  const Paper *kind = standard.paper(paper.kind);
  const std::string title = kind != nullptr ? kind->title : paper.kind;
  if (paper.state == "withheld")
    return say("paper withheld: {}, to {}", title, paper.to);
  return paper.to.empty() ? say("paper owed: {}", title) : say("paper owed: {}, to {}", title, paper.to);
}

// how long a closed case is kept, or that nothing sealed of it is there any more
Notes keeping_notes(const CaseView &view) {
  if (view.erased)
    return {say("erased {}: {}; what was sealed can be read by nobody", view.erased->on, view.erased->reason)};
  if (!view.kept)
    return {};
  const Kept &kept = view.kept->kept;
  if (kept.codes.empty())
    return {say("kept: no class of the rules says how long")};
  const std::string codes = join(kept.codes, ", ");
  if (kept.permanent)
    return {say("kept for good, class {}", codes)};
  return {say("kept until {}, class {}", kept.until ? text_of(*kept.until) : std::string(), codes)};
}

// where the case stands, in the order one asks
Notes standing(const CaseView &view, const Moment &now) {
  const CaseFile &file = view.file;
  Notes notes{say("case {}, {}", file.number, file.initials())};
  for (const Person &person : file.persons) {
    notes.push_back(person_note(person, view, now));
    if (const std::string more = sealed_row(view, person.id, "register", group_of_person(person.id)); !more.empty())
      notes.push_back(say("{}: {}", person.id, more));
  }
  notes.push_back(view.complete
                      ? say("received {}, file complete {}", text_of(file.received.day), text_of(*view.complete))
                      : say("received {}, file not complete", text_of(file.received.day)));
  for (const std::string &missing : view.missing)
    notes.push_back(say("missing: {}", missing));
  if (!view.stage.empty())
    notes.push_back(say("stage: {}", stage_in_words(view.stage)));
  if (file.termination)
    notes.push_back(say("closed {}: {}", text_of(file.termination->on.day),
                        choice_in_words(view.standard, "termination", "reason", file.termination->reason)));
  for (std::string &note : keeping_notes(view))
    notes.push_back(std::move(note));
  for (const DueRow &due : view.dues)
    notes.push_back(due_note(due, view, text_of(now)));
  for (const std::string &wait : view.waits)
    notes.push_back(wait);
  for (const Session &session : file.sessions)
    if (!session.breaches.empty())
      notes.push_back(say("session {} was irregular: {}", session.number, join(session.breaches, ", ")));
  for (std::string &note : chain_notes(file, view.standard))
    notes.push_back(std::move(note));
  for (const Obligation &obligation : file.obligations) {
    notes.push_back(obligation_note(obligation));
    const std::string id = fmt::format("obligation{}", obligation.number);
    if (const std::string more = sealed_row(view, id, "outcome", "obligation"); !more.empty())
      notes.push_back(say("obligation {}: {}", obligation.number, more));
  }
  for (const IssuedPaper &paper : file.papers)
    notes.push_back(issued_note(paper, view.standard));
  for (const Happened &voided : file.voided)
    if (voided.act == "paper")
      notes.push_back(voided_note(voided, view.standard));
  for (const UnscannedPaper &paper : papers_without_scan(view.standard, file))
    notes.push_back(unscanned_note(paper));
  for (const OwedPaper &paper : view.papers)
    if (paper.state != "issued")
      notes.push_back(owed_note(paper, view.standard));
  return notes;
}

} // namespace

Report case_story(const CaseView &view, const Moment &now) {
  Report report;
  report.name = "case";
  report.title = say("Case {}, {}", view.file.number, view.file.initials());
  report.as_of = text_of(now.day);
  const SealedFacts *sealed = view.identities ? &view.sealed : nullptr;
  report.columns = entry_columns(sealed);
  report.rows = entry_rows(view.file, view.standard, sealed);
  report.notes = standing(view, now);
  return report;
}

} // namespace mediasi
