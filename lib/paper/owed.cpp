#include "paper/owed.h"

#include <algorithm>

#include <fmt/core.h>

#include "base/text.h"
#include "paper/paper.h"

namespace mediasi {

namespace {

int number_of(const Facts &facts, std::string_view field, int otherwise) {
  const auto number = parse_integer(value_of(facts.fields, field));
  return number ? static_cast<int>(*number) : otherwise;
}

// an invitation owes letters to those it names, not to everybody the session ever invited
bool concerns(const Facts &facts, const std::string &recipient) {
  const auto &invited = rows_of(facts, "invitee");
  return invited.empty() || std::any_of(invited.begin(), invited.end(),
                                        [&](const Row &row) { return value_of(row, "person") == recipient; });
}

// a page of the minutes whose text was changed since counts no more: the paper is owed anew
bool is_the_text(const CaseFile &file, const IssuedPaper &paper) {
  return std::any_of(file.minutes.begin(), file.minutes.end(), [&](const Minutes &minutes) {
    return minutes.entry == paper.for_entry && minutes.frozen == paper.hash;
  });
}

const IssuedPaper *issued_for(const CaseFile &file, const PaperDue &due) {
  const auto found = std::find_if(file.papers.rbegin(), file.papers.rend(), [&](const IssuedPaper &paper) {
    return paper.kind == due.kind && paper.to == due.to && paper.for_entry == due.for_entry &&
           (due.session == 0 || paper.session == due.session) && (!due.freezes_minutes || is_the_text(file, paper));
  });
  return found == file.papers.rend() ? nullptr : &*found;
}

// the sessions an act owes this paper about: those it cancelled, or the one it speaks of
std::vector<int> sessions_about(const CaseFile &file, const Happened &act, const Paper &paper) {
  if (!paper.cancels) {
    const int named = number_of(act.facts, "session", 0);
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

// An invitation to a session that is off is no longer sent; a cancellation goes to those who hold an invitation.
bool is_pointless(const CaseFile &file, const Paper &paper, const PaperDue &due) {
  if (due.issued)
    return false;
  if (paper.cancels)
    return !was_written_to(file, due.to, due.session);
  const auto *session = file.session(due.session);
  return paper.to == "invitee" && session && (session->state == "moved" || session->state == "cancelled");
}

void add_due(const Standard &standard, const CaseFile &file, const Happened &act, const Paper &paper,
             std::vector<PaperDue> &list) {
  for (const int session : sessions_about(file, act, paper))
    for (const auto &to : recipients(standard, file, paper, session)) {
      if (!concerns(act.facts, to))
        continue;
      PaperDue due{paper.id, to, act.entry, session, number_of(act.facts, "number", 1), act.act == "minutes", nullptr};
      due.issued = issued_for(file, due);
      if (!is_pointless(file, paper, due))
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
      if (const auto *paper = standard.paper(kind))
        add_due(standard, file, act, *paper, list);
  }
  return list;
}

OwedPaper owed_paper(const PaperDue &due, std::string_view case_number) {
  return {due.kind, due.to, due.issued ? "issued" : "owed",
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
