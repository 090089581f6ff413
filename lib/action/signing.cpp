#include "action/signing.h"

#include <algorithm>
#include <set>

#include "base/language.h"
#include "base/text.h"
#include "model/as_found.h"
#include "model/signing.h"
#include "rules/minutes_text.h"

namespace mediasi {

namespace {

using IdSet = std::set<std::string, std::less<>>;

struct Desk { // what the checks of one act share
  const SigningAct &signing;
  const Session *session = nullptr;
  const Minutes *minutes = nullptr;
  std::vector<Problem> &problems;

  void complain(std::string message, std::string hint, std::string rule = {}, std::string basis = {}) const {
    const Code code = rule.empty() ? Code::bad_value : Code::refused_by_rule;
    problems.push_back(
        {code, std::move(message), std::move(hint), signing.place, std::move(rule), std::move(basis), {}});
  }
  // those of the act itself: what an amendment leaves out was looked at when it was recorded
  const std::vector<Row> &rows(std::string_view group) const { return rows_of(signing.act.entry.facts, group); }
};

std::string listed(const IdSet &ids) {
  return join(std::vector<std::string>(ids.begin(), ids.end()), ", ");
}

// Who came and stayed signs; the mediator and the case's own officer may always.
IdSet may_sign(const Desk &desk) {
  IdSet ids{"mediator", "pendamping"};
  ids.insert(desk.minutes->signers.begin(), desk.minutes->signers.end());
  ids.insert(desk.minutes->signed_for.begin(), desk.minutes->signed_for.end());
  return ids;
}

// sealed beside the row, and so in its own path
bool has_reason(const CheckedAct &act, std::size_t row) {
  const std::string path = "signature#" + std::to_string(row);
  return std::any_of(act.sealed.begin(), act.sealed.end(), [&](const Sealed &sealed) {
    return sealed.path == path && !trim(value_of(decode_row(sealed.plain), "reason")).empty();
  });
}

// Of many companions no birth is known; the law's doubt is about those a case is about, not about who stands beside.
bool is_known_child(const Desk &desk, const Person &person) {
  return person.birth.year != 0 && desk.session && child_on(person, desk.session->at.day);
}

void check_thumbprint(const Desk &desk, const Row &row) {
  if (value_of(row, "mark") != "thumbprint")
    return;
  const auto signer = value_of(row, "person");
  const auto witness = value_of(row, "thumbprint_witness");
  const auto *person = desk.signing.file.person(witness);
  if (witness.empty())
    desk.complain(say("the thumbprint of '{}' has no witness", signer), say("add thumbprint_witness"));
  else if (witness == signer || (person && is_known_child(desk, *person)))
    desk.complain(say("'{}' cannot witness the thumbprint of '{}'", witness, signer),
                  say("a witness is somebody else, and of age"));
}

const IssuedPaper *issued_text(const Desk &desk) {
  const auto &papers = desk.signing.file.papers;
  const auto found = std::find_if(papers.begin(), papers.end(),
                                  [&](const IssuedPaper &paper) { return paper.entry == desk.minutes->frozen_by; });
  return found == papers.end() ? nullptr : &*found;
}

// a day of its own before there was the text
void check_days(const Desk &desk, std::string_view group) {
  const auto *paper = desk.minutes->frozen.empty() ? nullptr : issued_text(desk);
  for (const auto &row : desk.rows(group))
    if (const auto on = parse_moment(value_of(row, "on")); paper && on && on->day < paper->on.day)
      desk.complain(say("'{}': the text was issued on {}, after {}", value_of(row, "person"), text_of(paper->on.day),
                        text_of(on->day)),
                    say("check the day"));
}

// Who refused may sign later; who signed has signed, and a slip of the pen is amended.
void check_answered(const Desk &desk, const std::string &signer) {
  const auto &given = desk.minutes->signatures;
  const auto signature = std::find_if(
      given.begin(), given.end(), [&](const Signature &one) { return one.signer == signer && one.state == "signed"; });
  if (signature != given.end())
    desk.complain(say("'{}' signed on {} already", signer, text_of(signature->on.day)),
                  say("correct that entry: mediasi record {} --amend ENTRY --because CODE", desk.signing.file.number));
}

void check_signatures(const Desk &desk) {
  if (!desk.minutes)
    return; // the step says what comes first
  const auto known = may_sign(desk);
  std::size_t number = 0;
  for (const auto &row : desk.rows("signature")) {
    const std::string signer(value_of(row, "person"));
    ++number;
    if (!known.contains(signer))
      desk.complain(say("'{}' is no signer of these minutes", signer),
                    say("who came and stayed to the end signs: {}", listed(known)));
    if (value_of(row, "state") == "refused" && !has_reason(desk.signing.act, number))
      desk.complain(say("the refusal of '{}' has no reason", signer), say("add reason = \"...\""));
    check_answered(desk, signer);
    check_thumbprint(desk, row);
  }
  check_days(desk, "signature");
}

// named signers: nobody who was not there to the end
void check_minutes(const Desk &desk) {
  const auto named = values_of(desk.signing.standing.fields, "signers");
  if (!desk.session || named.empty())
    return;
  for (const auto &signer : named)
    if (desk.signing.file.person(signer) && !stayed(*desk.session, signer))
      desk.complain(say("'{}' did not stay to the end of session {}", signer, desk.session->number),
                    say("who left early is noted in the minutes and does not sign"));
}

// a page of these minutes, whether or not it is their text still
bool was_issued(const Desk &desk) {
  const auto &papers = desk.signing.file.papers;
  return std::any_of(papers.begin(), papers.end(),
                     [&](const IssuedPaper &paper) { return paper.for_entry == desk.minutes->entry; });
}

// Signatures under no text at all are refused where they are given, and that is said alone.
void check_copies(const Desk &desk) {
  if (!desk.minutes)
    return;
  if (desk.minutes->frozen.empty() && (was_issued(desk) || desk.minutes->signatures.empty()))
    desk.complain(say("the text of the minutes is not issued, or another by now"),
                  say("issue it first: mediasi document {} --owed", desk.signing.file.number), "builtin.copy_of_issued",
                  tr("a copy is of the text that was signed"));
  check_days(desk, "copy");
}

const Session *session_about(const SigningAct &signing) {
  const auto named = parse_integer(value_of(signing.standing.fields, "session"));
  const auto *session = named ? signing.file.session(static_cast<int>(*named)) : nullptr;
  return session ? session : signing.file.last_session();
}

const Minutes *minutes_of(const CaseFile &file, const Session *session) {
  for (const auto &minutes : file.minutes)
    if (session && minutes.session == session->number)
      return &minutes;
  return nullptr;
}

} // namespace

void check_signing(const SigningAct &signing, std::vector<Problem> &problems) {
  if (is_as_found(signing.standing))
    return;
  const auto *session = session_about(signing);
  const Desk desk{signing, session, minutes_of(signing.file, session), problems};
  const auto &act = signing.act.entry.act;
  if (act == "minutes")
    check_minutes(desk);
  if (act == "signature")
    check_signatures(desk);
  if (act == "copies")
    check_copies(desk);
}

namespace {

bool guards_a_child(const CaseFile &file, const Session &session, std::string_view id) {
  const auto parties = file.parties();
  return std::any_of(parties.begin(), parties.end(), [&](const Person *party) {
    const auto guardians = who_sign_for(file, session, *party);
    return std::any_of(guardians.begin(), guardians.end(), [&](const Person *one) { return one->id == id; });
  });
}

// Who stands in for a party by power of attorney has that party's hand.
bool stands_in(const Session &session, std::string_view id) {
  return std::any_of(session.attendance.begin(), session.attendance.end(),
                     [&](const Attendance &row) { return row.represented_by == id && stayed(session, row.person); });
}

struct Table { // a session that minutes are written of, and their text
  const CaseFile &file;
  const Session &session;
  const Paper *text; // null: the rules have none

  bool asks(const std::string &id) const {
    const auto *person = file.person(id);
    if (person && text && is_signed_by_sides(*text) && guards_a_child(file, session, id))
      return true;
    return !has_no_other_hand(id) && (!text || asks_hand(*text, person, id));
  }
  // stands in for a party, and is none
  bool has_no_other_hand(const std::string &id) const {
    const auto *person = file.person(id);
    const bool party = person && (person->side == Side::beneficiary || person->side == Side::respondent);
    return person && !party && stands_in(session, id);
  }
};

// the hands the text has room for, of those who took part
std::vector<std::string> asked_to_sign(const Table &table) {
  std::vector<std::string> signers;
  for (const auto &row : table.session.attendance)
    if (stayed(table.session, row.person) && table.asks(row.person))
      signers.push_back(row.person);
  return signers;
}

// Those the minutes name: all who took part and whose hand the text asks for, and nobody it has no room for.
void check_named(const Table &table, const std::vector<std::string> &named, const Place &place,
                 std::vector<Problem> &problems) {
  const auto complain = [&](std::string message, std::string hint) {
    problems.push_back({Code::bad_value, std::move(message), std::move(hint), place, {}, {}, {}});
  };
  const auto &file = table.file;
  for (const auto &signer : named)
    if (file.person(signer) && !table.asks(signer) && table.text)
      complain(say("'{}' asks for no hand of '{}'", table.text->title, signer),
               table.has_no_other_hand(signer)
                   ? say("leave them out: who stands in for a party has that party's hand")
                   : say("leave 'signers' out, or name who signs in signers of [[paper]] '{}'", table.text->id));
  for (const auto &asked : asked_to_sign(table)) {
    const auto *person = file.person(asked);
    if (person && who_sign_for(file, table.session, *person).empty() &&
        std::find(named.begin(), named.end(), asked) == named.end())
      complain(say("'{}' took part and is not among the signers", asked),
               say("leave 'signers' out: all who took part sign"));
  }
}

} // namespace

void settle_signers(const Standard &standard, const Step &step, const CaseFile &file, const Facts *before,
                    const Place &place, CheckedAct &act, std::vector<Problem> &problems) {
  auto &facts = act.entry.facts;
  const auto said = [&](std::string_view field) {
    const auto own = value_of(facts.fields, field);
    return own.empty() && before ? value_of(before->fields, field) : own;
  };
  const auto number = parse_integer(said("session"));
  const auto *session = act.entry.act == "minutes" && number ? file.session(static_cast<int>(*number)) : nullptr;
  if (!session || is_as_found(before ? *before : facts))
    return;
  const auto outcome = value_of(session->outcome_clear, "outcome");
  const Table table{file, *session, text_of_minutes(standard, step, before ? before->fields : facts.fields, outcome)};
  if (const auto named = values_of(facts.fields, "signers"); !named.empty())
    return check_named(table, named, place, problems);
  const auto asked = asked_to_sign(table);
  const auto took_part = std::count_if(session->attendance.begin(), session->attendance.end(),
                                       [&](const Attendance &row) { return stayed(*session, row.person); });
  const auto taken = values_of(facts.fields, "remove");
  const bool anew = !before || std::find(taken.begin(), taken.end(), "signers") != taken.end();
  if (anew && table.text && !asked.empty() && std::ssize(asked) < took_part)
    facts.fields["signers"] = join(asked, ",");
}

} // namespace mediasi
