#include "paper/owed.h"

#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "base/language.h"
#include "base/text.h"
#include "paper/contact.h"
#include "paper/paper.h"
#include "paper/shield.h"
#include "rules/minutes_text.h"

namespace mediasi {

namespace {

int number_of(const Facts &facts, std::string_view field, int otherwise) {
  const auto number = parse_integer(value_of(facts.fields, field));
  return number ? static_cast<int>(*number) : otherwise;
}

bool names_person(const std::vector<Row> &rows, const std::string &person) {
  return std::any_of(rows.begin(), rows.end(), [&](const Row &row) { return value_of(row, "person") == person; });
}

// An invitation owes letters to those it names, not to everybody the session ever invited; what is done with one party
// owes that party its paper; a receipt goes to who got the copy.
bool concerns(const Facts &facts, const Paper &paper, const std::string &recipient) {
  if (paper.to == "receiver")
    return names_person(rows_of(facts, "copy"), recipient);
  const auto party = value_of(facts.fields, "party");
  if (!party.empty() && (paper.to == "party" || paper.to == "beneficiary" || paper.to == "respondent"))
    return party == recipient;
  const auto &invited = rows_of(facts, "invitee");
  return invited.empty() || paper.to == "office" || names_person(invited, recipient);
}

// A session that was moved owes its letters to those who were invited to the old day; who is invited afterwards has the
// letter of that act.
bool is_moved_with(const CaseFile &file, const Happened &act, const Paper &paper, const PaperDue &due) {
  const auto *session = file.session(due.session);
  if (act.act != "session_move" || paper.to != "invitee" || session == nullptr)
    return true;
  return std::any_of(session->invitations.begin(), session->invitations.end(),
                     [&](const Invitation &one) { return one.person == due.to && one.entry == act.entry; });
}

// a page of the minutes whose text was changed since counts no more: the paper is owed anew
bool is_the_text(const CaseFile &file, const IssuedPaper &paper) {
  return std::any_of(file.minutes.begin(), file.minutes.end(), [&](const Minutes &minutes) {
    return minutes.entry == paper.for_entry && minutes.frozen == paper.hash;
  });
}

// what was made beside the minutes says what they said: it goes with them
bool is_of_the_text(const CaseFile &file, const IssuedPaper &paper) {
  return std::none_of(file.minutes.begin(), file.minutes.end(), [&](const Minutes &minutes) {
    return minutes.entry == paper.for_entry && !unchanged_since(minutes.parts, paper.entry);
  });
}

const Happened *find_act(const std::vector<Happened> &acts, std::int64_t entry) {
  const auto found = std::find_if(acts.begin(), acts.end(), [&](const Happened &act) { return act.entry == entry; });
  return found == acts.end() ? nullptr : &*found;
}

// An invitation went out for an act that was sent off twice, and that one was taken back: it is the letter of the
// other. Only invitations: what else is sealed beside an act stands in its letters, and may be another's.
const IssuedPaper *issued_for_its_double(const CaseFile &file, const Paper &kind, const PaperDue &due) {
  if (kind.cancels || (kind.to != "invitee" && !kind.invites_to_assessment))
    return nullptr;
  const auto *act = find_act(file.story, due.for_entry);
  const auto found = std::find_if(file.papers.rbegin(), file.papers.rend(), [&](const IssuedPaper &paper) {
    const auto *gone = find_act(file.voided, paper.for_entry);
    return paper.kind == due.kind && paper.to == due.to && (due.session == 0 || paper.session == due.session) &&
           paper.for_entry > due.for_entry && act && gone && gone->step == act->step && gone->on.day == act->on.day &&
           gone->facts == act->facts;
  });
  return found == file.papers.rend() || due.freezes_minutes ? nullptr : &*found;
}

const IssuedPaper *issued_for(const CaseFile &file, const Paper &kind, const PaperDue &due) {
  const auto found = std::find_if(file.papers.rbegin(), file.papers.rend(), [&](const IssuedPaper &paper) {
    return paper.kind == due.kind && paper.to == due.to && paper.for_entry == due.for_entry &&
           (due.session == 0 || paper.session == due.session) &&
           (due.freezes_minutes ? is_the_text(file, paper) : is_of_the_text(file, paper));
  });
  return found == file.papers.rend() ? issued_for_its_double(file, kind, due) : &*found;
}

// the sessions an act owes this paper about: those it cancelled, or the one it speaks of
std::vector<int> sessions_about(const CaseFile &file, const Happened &act, const Paper &paper) {
  if (!paper.cancels) {
    const int named = number_of(act.facts, act.act == "session" ? "number" : "session", 0);
    return {number_of(act.facts, "new_session", named)};
  }
  std::vector<int> cancelled;
  for (const auto &session : file.sessions)
    if (session.state == "cancelled" && session.ended_by == act.entry)
      cancelled.push_back(session.number);
  return cancelled;
}

bool was_written_to(const CaseFile &file, const std::string &person, int session) {
  return std::any_of(file.papers.begin(), file.papers.end(),
                     [&](const IssuedPaper &paper) { return paper.to == person && paper.session == session; });
}

// A session that is off may have been moved before, and who was not written to about that still waits for the old day.
int told_of(const CaseFile &file, const std::string &person, int session) {
  for (const auto *one = file.session(session); one != nullptr; one = file.session(one->from))
    if (was_written_to(file, person, one->number))
      return one->number;
  return session;
}

// What a later act of the same kind put in its place: the role is handed over, another mediator appointed, the case
// found to be otherwise. Who was relieved is sent to no work, and nobody hears of a finding that holds no more.
bool is_superseded(const CaseFile &file, std::int64_t entry) {
  constexpr std::array<std::string_view, 3> replaced{"assignment", "mediator", "finding"};
  const auto &story = file.story;
  const auto act = std::find_if(story.begin(), story.end(), [&](const Happened &one) { return one.entry == entry; });
  if (act == story.end() || std::find(replaced.begin(), replaced.end(), act->act) == replaced.end())
    return false;
  const auto role = value_of(act->facts.fields, "role");
  return std::any_of(act + 1, story.end(), [&](const Happened &next) {
    return next.act == act->act && value_of(next.facts.fields, "role") == role;
  });
}

// The case was opened again: nobody is told any more that it ended on that day.
bool is_undone_ending(const CaseFile &file, const Happened &act) {
  return act.act == "termination" && std::any_of(file.ended.begin(), file.ended.end(),
                                                 [&](const Termination &ended) { return ended.entry == act.entry; });
}

bool was_assessed_since(const CaseFile &file, const std::string &person, std::int64_t entry) {
  const auto *assessment = file.latest_assessment(person);
  return assessment != nullptr && assessment->entry > entry;
}

// who is told of the case for the first time by this letter, although it invites to nothing
bool comes_from_nowhere(const CaseFile &file, const Paper &paper, const std::string &to) {
  const auto *person = file.person(to);
  return person != nullptr && person->side == Side::respondent && is_letter(paper) && paper.consent.empty() &&
         !was_approached(file, to);
}

const Session *session_about(const CaseFile &file, const Happened &act) {
  const int number = number_of(act.facts, "session", 0);
  return number == 0 ? file.last_session() : file.session(number);
}

std::string_view fact_of(const CaseFile &file, const Happened &act, const std::string &name) {
  const auto own = value_of(act.facts.fields, name);
  if (!own.empty() || name != "outcome")
    return own;
  const auto *session = session_about(file, act);
  return session == nullptr ? std::string_view{} : std::string_view(session->outcome);
}

bool holds_for(const CaseFile &file, const Happened &act, const Conditions &when) {
  return std::all_of(when.begin(), when.end(), [&](const auto &condition) {
    const auto fact = fact_of(file, act, condition.first);
    return std::find(condition.second.begin(), condition.second.end(), fact) != condition.second.end();
  });
}

std::string_view recorded_outcome(const CaseFile &file, const Happened &act) {
  const auto *session = session_about(file, act);
  if (session == nullptr)
    return {};
  const auto recorded = value_of(session->outcome_clear, "outcome");
  return recorded.empty() ? std::string_view(session->outcome) : recorded;
}

// The minutes owe what their outcome was, whatever a refusal to sign made of it since: they have one text.
bool is_owed(const CaseFile &file, const Happened &act, const Paper &paper) {
  if (act.act == "minutes")
    return is_for_minutes(paper, act.facts.fields, recorded_outcome(file, act));
  return holds_for(file, act, paper.when);
}

// An invitation to a session that is off or over is no longer sent, a list of who is expected no longer signed once it
// is over, an agreement no longer made that a side refused to sign; a cancellation goes to those who hold an
// invitation.
bool is_pointless(const CaseFile &file, const Happened &act, const Paper &paper, const PaperDue &due) {
  if (due.issued)
    return false;
  if (paper.cancels)
    return !was_written_to(file, due.to, due.session);
  if (paper.invites_to_assessment && (file.closed() || was_assessed_since(file, due.to, due.for_entry)))
    return true;
  if (is_superseded(file, due.for_entry) || is_undone_ending(file, act) || comes_from_nowhere(file, paper, due.to))
    return true;
  if (act.act == "minutes" && !due.freezes_minutes)
    return !holds_for(file, act, paper.when);
  const auto *session = file.session(due.session);
  if (session == nullptr)
    return false;
  const bool fixes = act.act == "session" || act.act == "session_move" || act.act == "invitation";
  if (paper.to != "invitee")
    return fixes && session->state != "planned";
  const bool over = session->state != "planned" || !session->attendance.empty();
  const bool off = session->state == "moved" || session->state == "cancelled";
  return fixes ? over : off;
}

void add_due(const Standard &standard, const CaseFile &file, const Happened &act, const Step &step, const Paper &paper,
             std::vector<PaperDue> &list) {
  const bool freezes =
      act.act == "minutes" && text_of_minutes(standard, step, act.facts.fields, recorded_outcome(file, act)) == &paper;
  for (const int session : sessions_about(file, act, paper))
    for (const auto &to : recipients(standard, file, paper, session)) {
      if (!concerns(act.facts, paper, to))
        continue;
      const int about = paper.cancels ? told_of(file, to, session) : session;
      PaperDue due{paper.id, to, act.entry, about, number_of(act.facts, "number", 1), freezes};
      due.issued = issued_for(file, paper, due);
      due.withheld = !due.issued && barrier_to(file, paper, to, act.entry) != Barrier::none;
      if (!is_pointless(file, act, paper, due) && (due.issued || is_moved_with(file, act, paper, due)))
        list.push_back(std::move(due));
    }
}

} // namespace

std::vector<PaperDue> papers_due(const Standard &standard, const CaseFile &file) {
  std::vector<PaperDue> list;
  for (const auto &act : file.story) {
    const auto *step = act.as_found ? nullptr : standard.step(act.step); // an old act's papers were issued then
    if (!step)
      continue;
    for (const auto &kind : step->papers)
      if (const auto *paper = standard.paper(kind); paper && is_owed(file, act, *paper))
        add_due(standard, file, act, *step, *paper, list);
  }
  return list;
}

std::string_view state_of(const PaperDue &due) {
  if (due.issued)
    return later("issued");
  return due.withheld ? later("withheld") : later("owed");
}

OwedPaper owed_paper(const PaperDue &due, std::string_view case_number) {
  return {due.kind, due.to, std::string(state_of(due)),
          due.issued ? paper_file_name(case_number, due.kind, due.issued->serial) : ""};
}

std::vector<OwedPaper> owed_papers(const Standard &standard, const CaseFile &file) {
  std::vector<OwedPaper> list;
  for (const auto &due : papers_due(standard, file))
    list.push_back(owed_paper(due, file.number));
  return list;
}

std::string paper_file_name(std::string_view case_number, std::string_view kind, std::string_view serial) {
  return fmt::format("{}-{}-{}.html", case_number, kind, serial);
}

} // namespace mediasi
