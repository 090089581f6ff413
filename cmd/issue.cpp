#include "cmd/issue.h"

#include <algorithm>

#include <fmt/core.h>

#include "acts/acts.h"
#include "base/digest.h"
#include "base/error.h"
#include "base/file.h"
#include "base/language.h"
#include "base/text.h"
#include "cmd/late_letter.h"
#include "model/identities.h"
#include "model/letter_numbers.h"
#include "paper/dossier_page.h"
#include "paper/paper.h"

namespace mediasi {

namespace {

// a voided paper keeps its serial and its number
int next_of_kind(const CaseFile &file, std::string_view kind) {
  const auto voided = std::count_if(file.voided.begin(), file.voided.end(), [&](const Happened &entry) {
    return entry.act == "paper" && value_of(entry.facts.fields, "kind") == kind;
  });
  const auto issued = std::count_if(file.papers.begin(), file.papers.end(),
                                    [&](const IssuedPaper &paper) { return paper.kind == kind; });
  return 1 + static_cast<int>(voided + issued);
}

struct PaperDesk { // what one case's papers are composed from
  Store &store;
  const Bench &bench;
  const Templates &templates;
  const Identities &identities;
  const Issuer &issuer;
};

Entry blank_entry(const PaperDesk &desk, const CaseFile &file, const PaperDue &due) {
  Entry entry;
  entry.case_number = file.number;
  entry.act = "paper";
  entry.on = desk.issuer.dated ? Moment{*desk.issuer.dated, std::nullopt} : desk.issuer.on;
  entry.recorded = desk.issuer.recorded;
  entry.by = desk.issuer.by;
  entry.typed = desk.issuer.typed;
  entry.seq = desk.store.next_seq();
  entry.rules = file.rules;
  auto &fields = entry.facts.fields;
  fields["kind"] = due.kind;
  fields["serial"] = std::to_string(next_of_kind(file, due.kind));
  if (!due.to.empty())
    fields["to"] = due.to;
  if (due.session > 0)
    fields["session"] = std::to_string(due.session);
  fields["for"] = std::to_string(due.for_entry);
  if (due.freezes_minutes)
    fields["freezes"] = "minutes";
  return entry;
}

// A letter that bears an earlier day has a number that was set aside on that day, or none.
int serial_for(const PaperDesk &desk, const Paper &paper, Date day) {
  if (!desk.issuer.dated)
    return next_serial(desk.store, desk.bench.standard, paper, day);
  if (const auto reserved = desk.store.reserved_number(paper.book(), day))
    return *reserved;
  Problem none{
      Code::refused_by_rule, say("no number of the register '{}' was set aside on {}", paper.book(), text_of(day)),
      say("date it today: leave --on out; for days to come: mediasi document --reserve {} --count 5", paper.id)};
  none.rule = "builtin.reserved_number";
  none.basis = tr("numbers of a register follow the days: a late letter takes one that was set aside on its day");
  throw Error(std::move(none));
}

std::string take_number(const PaperDesk &desk, const Paper &paper, Entry &entry) {
  if (paper.number.empty())
    return {};
  const int serial = serial_for(desk, paper, entry.on.day);
  entry.facts.fields["register"] = paper.book();
  entry.facts.fields["register_serial"] = std::to_string(serial);
  entry.facts.fields["number"] = letter_number(paper.number, serial, paper, desk.bench.standard.office, entry.on.day);
  return entry.facts.fields["number"];
}

// The tables first, the entry last: it covers them.
void record(const PaperDesk &desk, std::vector<Entry> &entries, Entry entry, const std::string &html) {
  entries.push_back(std::move(entry));
  const Entry &added = entries.back();
  desk.store.replace_projection(project(desk.bench, fold(entries)));
  for (const auto &number : numbers_of(added))
    desk.store.note_number(number.register_name, number.year, number.serial, added.case_number, added.seq);
  desk.store.append(added, {{"paper", html}});
}

void move_problems(std::vector<Problem> &problems, std::vector<Problem> more) {
  std::move(more.begin(), more.end(), std::back_inserter(problems));
}

Page issue_one(const PaperDesk &desk, std::vector<Entry> &entries, const PaperDue &due) {
  const CaseFile whole = fold(entries);
  const auto dated = desk.issuer.dated;
  if (dated)
    check_day(whole, due, *dated);
  const CaseFile file = dated ? case_on(entries, *dated) : whole;
  const auto &paper = *desk.bench.standard.paper(due.kind);
  Entry entry = blank_entry(desk, whole, due);
  const PaperRequest request{due.kind,
                             due.to,
                             due.session,
                             due.for_entry,
                             take_number(desk, paper, entry),
                             due.ordinal,
                             entry.on.day,
                             desk.store.head().code(),
                             desk.store.practice()};
  const PaperInput input{desk.bench.standard, desk.bench.roster, file, desk.identities, request};
  const auto html = compose(input, desk.templates);
  entry.facts.fields["hash"] = digest_hex(html);
  entry.sealed_paths = {"paper"};
  auto problems = judge(desk.bench, file, entry, desk.issuer.on).problems;
  if (dated)
    move_problems(problems, against_late(desk.bench, entries, entry, desk.issuer.on));
  throw_if_any(std::move(problems));
  const std::string name = paper_file_name(file.number, due.kind, value_of(entry.facts.fields, "serial"));
  record(desk, entries, std::move(entry), html);
  return {name, html, entries.back().seq, entries.back().recorded};
}

// An invitation is not written any more when its session has begun; of one that was, the earlier day is said.
std::optional<Problem> too_late_to_invite(const PaperDesk &desk, const CaseFile &file, const PaperDue &due) {
  const auto *paper = desk.bench.standard.paper(due.kind);
  const auto *session = file.session(due.session);
  const auto act = std::find_if(file.story.begin(), file.story.end(),
                                [&](const Happened &one) { return one.entry == due.for_entry; });
  const bool invites =
      act != file.story.end() && (act->act == "session" || act->act == "session_move" || act->act == "invitation");
  const Moment on = desk.issuer.dated ? Moment{*desk.issuer.dated, std::nullopt} : desk.issuer.on;
  if (!invites || !paper || paper->to != "invitee" || paper->cancels || !session || !is_after(on, session->at))
    return std::nullopt;
  return Problem{.code = Code::session_past,
                 .message = say("'{}': session {} was on '{}', and nobody is invited to it any more", paper->title,
                                session->number, text_of(session->at)),
                 .hint = say("record what came of it; a letter that was written then: --on, with a number set aside")};
}

} // namespace

const Paper &paper_named(const Standard &standard, const std::string &kind) {
  if (const auto *paper = standard.paper(kind))
    return *paper;
  std::vector<std::string> known;
  for (const auto &paper : standard.papers)
    known.push_back(paper.id);
  known.emplace_back(dossier_kind);
  if (kind.empty())
    throw Error(
        {Code::usage, say("which paper is meant?"), say("name one ({}), or --owed, or --list", join(known, ", "))});
  const auto near = nearest(kind, known);
  throw Error({Code::unknown_paper, say("no paper '{}' in the rules", safe_for_terminal(kind)),
               near.empty() ? say("known: {}", join(known, ", ")) : say("did you mean '{}'?", near)});
}

int next_serial(Store &store, const Standard &standard, const Paper &paper, Date day) {
  const int year = static_cast<int>(day.year());
  return store.next_number(paper.book(), year, standard.first_number(paper.book(), year));
}

Issued issue_owed(Store &store, Grounds &grounds, std::vector<Entry> &entries, const Issuer &issuer,
                  const std::function<bool(const PaperDue &)> &wanted) {
  const auto adopted = fold(entries).rules;
  const auto bench = grounds.bench(adopted);
  const auto kept = store.rules(adopted).templates;
  const Templates templates(kept.begin(), kept.end());
  const auto identities = open_identities(entries, [&](const Entry &entry) { return store.open_sealed(entry); });
  const PaperDesk desk{store, bench, templates, identities, issuer};
  Issued issued;
  const auto file = fold(entries);
  for (const auto &due : papers_due(bench.standard, file)) {
    if (due.issued || !wanted(due))
      continue;
    if (auto problem = too_late_to_invite(desk, file, due))
      issued.late.push_back(std::move(*problem));
    else
      issued.pages.push_back(issue_one(desk, entries, due));
  }
  return issued;
}

Page page_again(const Store &store, const std::vector<Entry> &entries, const IssuedPaper &paper) {
  for (const auto &entry : entries) {
    if (entry.seq != paper.entry)
      continue;
    for (auto &sealed : store.open_sealed(entry))
      if (sealed.path == "paper")
        return {paper_file_name(entry.case_number, paper.kind, paper.serial), std::move(sealed.plain), entry.seq,
                entry.recorded};
  }
  throw Error(
      {Code::store_altered, say("entry {} no longer holds its page", paper.entry), say("mediasi store verify")});
}

void write_pages(const std::vector<Page> &pages, const std::string &folder, const std::string &case_number) {
  for (const auto &page : pages) {
    try {
      create_private(folder, page.file_name, page.html);
    } catch (const Error &error) {
      auto problems = error.problems();
      problems.push_back({Code::after_commit,
                          say("entry {} of case {} is recorded, its page is not written", page.entry, case_number),
                          say("mediasi document {} --owed --into FOLDER writes it", case_number)});
      throw Error(std::move(problems));
    }
  }
}

} // namespace mediasi
