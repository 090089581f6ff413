// Minutes (Berita Acara Hasil Mediasi): written, frozen when the paper is issued, signed by all who took part, copied
// (S7).
#include <algorithm>
#include <array>
#include <set>

#include "acts/kinds.h"
#include "acts/lists.h"
#include "acts/spec.h"
#include "base/language.h"
#include "model/signing.h"

namespace mediasi {

namespace acts {

namespace {

Minutes *minutes_of(CaseFile &file, const Row &fields) {
  const auto *session = session_of(file, fields);
  if (!session)
    return nullptr;
  const auto found = std::find_if(file.minutes.begin(), file.minutes.end(),
                                  [&](const Minutes &minutes) { return minutes.session == session->number; });
  return found == file.minutes.end() ? nullptr : &*found;
}

// who came and stayed signs; one who left early is noted and is no signer
std::vector<std::string> who_took_part(const Session &session) {
  std::vector<std::string> signers;
  for (const auto &row : session.attendance)
    if (stayed(session, row.person))
      signers.push_back(row.person);
  return signers;
}

std::vector<std::string> those_signed_for(const CaseFile &file, const Session &session) {
  std::vector<std::string> children;
  for (const auto *party : file.parties())
    if (!who_sign_for(file, session, *party).empty())
      children.push_back(party->id);
  return children;
}

void apply_minutes(CaseFile &file, const Entry &entry) {
  const auto *session = session_of(file, entry.facts.fields);
  if (!session)
    return;
  Minutes minutes;
  minutes.session = session->number;
  minutes.on = entry.on;
  minutes.entry = entry.seq;
  minutes.signers = values_of(entry.facts.fields, "signers");
  if (minutes.signers.empty())
    minutes.signers = who_took_part(*session);
  minutes.signed_for = those_signed_for(file, *session);
  minutes.clear = entry.facts.fields;
  minutes.parts = session->parts;
  minutes.parts.insert(minutes.parts.end(), entry.parts.begin(), entry.parts.end());
  std::erase_if(file.minutes, [&](const Minutes &old) { return old.session == minutes.session; });
  file.minutes.push_back(std::move(minutes));
}

bool is_before(const Moment &one, const Moment &other) {
  return one.day < other.day || (one.day == other.day && one.time < other.time);
}

// complete when every signer has signed or refused; the clock stops at the last of these
void settle(Minutes &minutes) {
  minutes.complete.reset();
  if (!unanswered(minutes).empty())
    return;
  const auto has = [](const std::vector<std::string> &ids, const std::string &id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  };
  for (const auto &given : minutes.signatures) {
    const bool counts = has(minutes.signers, given.signer) && !has(minutes.signed_for, given.signer);
    if (counts && (!minutes.complete || is_before(*minutes.complete, given.on)))
      minutes.complete = given.on;
  }
}

bool has_refused(const Minutes &minutes, std::string_view signer) {
  return std::any_of(minutes.signatures.begin(), minutes.signatures.end(),
                     [&](const Signature &s) { return s.signer == signer && s.state == "refused"; });
}

// a party who refused, or for whom the guardian did
bool is_refused(const CaseFile &file, const Session &session, const Minutes &minutes, const Person &party) {
  const auto guardians = who_sign_for(file, session, party);
  return has_refused(minutes, party.id) || std::any_of(guardians.begin(), guardians.end(), [&](const Person *guardian) {
           return has_refused(minutes, guardian->id);
         });
}

// whose hand the agreement lacks: who refused, or left before there was one and has nobody who signs for them
bool stands_aside(const CaseFile &file, const Session &session, const Minutes &minutes, const Person &party) {
  const bool came = stayed(session, party.id) || !who_sign_for(file, session, party).empty();
  return !came || is_refused(file, session, minutes, party);
}

// A party who does not sign excludes "agreed" (spec 5): where each side still has somebody who agrees, the agreement is
// one of some of the parties (Perma 1/2016), else there is none. It binds nobody who stood aside.
void weigh_refusals(CaseFile &file, const Minutes &minutes) {
  for (auto &session : file.sessions) {
    const auto recorded = text_in(session.outcome_clear, "outcome");
    if (session.number != minutes.session || (recorded != "agreed" && recorded != "partly"))
      continue;
    session.outcome = recorded;
    std::set<std::string> aside;
    for (const auto side : {Side::beneficiary, Side::respondent}) {
      const auto parties = file.side(side);
      const auto before = aside.size();
      for (const auto *party : parties)
        if (stands_aside(file, session, minutes, *party))
          aside.insert(party->id);
      if (aside.size() > before && session.outcome != "not_agreed")
        session.outcome = aside.size() - before < parties.size() ? "partly" : "not_agreed";
    }
    for (auto &obligation : file.obligations)
      if (obligation.session == session.number)
        obligation.lapsed = session.outcome == "not_agreed" || aside.contains(obligation.who);
  }
}

void apply_signatures(CaseFile &file, const Entry &entry) {
  auto *minutes = minutes_of(file, entry.facts.fields);
  if (!minutes || (entry.seq != 0 && entry.seq < minutes->frozen_by))
    return; // given under a text that was issued anew since, on a day of its own
  for (const auto &row : rows_of(entry.facts, "signature")) {
    const auto signer = text_in(row, "person");
    std::erase_if(minutes->signatures, [&](const Signature &old) { return old.signer == signer; });
    minutes->signatures.push_back({signer, text_in(row, "state"), moment_in(row, "on", entry.on)});
  }
  settle(*minutes);
  weigh_refusals(file, *minutes);
}

void apply_copies(CaseFile &file, const Entry &entry) {
  auto *minutes = minutes_of(file, entry.facts.fields);
  if (!minutes)
    return;
  const auto named = text_in(entry.facts.fields, "version");
  const auto version = named.empty() ? minutes->frozen : named;
  for (const auto &row : rows_of(entry.facts, "copy"))
    minutes->copies.push_back({text_in(row, "person"), version, moment_in(row, "on", entry.on), row});
}

std::span<const FieldSpec> signature_fields() {
  static const std::array fields{
      needed(open_field("person", Kind::participant, later("signer"))),
      needed(open_field("state", Kind::choice, later("signed or refused"), lists::signature_states())),
      open_field("on", Kind::date, later("day")),
      sealed_field("reason", Kind::text, later("reason for a refusal")),
      open_field("mark", Kind::choice, later("signature or thumbprint"), lists::signature_marks()),
      open_field("thumbprint_witness", Kind::person, later("witness of a thumbprint")),
  };
  return fields;
}

std::span<const FieldSpec> copy_fields() {
  static const std::array fields{
      needed(open_field("person", Kind::participant, later("for whom"))),
      needed(open_field("how", Kind::choice, later("how it was handed over"), lists::delivery_means())),
      open_field("on", Kind::date, later("day")),
      open_field("result", Kind::choice, later("taken or refused"), lists::copy_results()),
      sealed_field("received_by", Kind::text, later("received by")),
  };
  return fields;
}

} // namespace

} // namespace acts

void begin_round(CaseFile &file, Minutes &minutes) {
  minutes.signatures.clear();
  minutes.complete.reset();
  acts::weigh_refusals(file, minutes);
}

namespace acts {

ActKind minutes() {
  static const std::array fields{
      open_field("session", Kind::session, later("session")),
      open_field("signers", Kind::participants, later("signers (all who took part, when left out)")),
      needed(sealed_field("course", Kind::story, later("course of the session, in neutral words"))),
  };
  return {"minutes", "record", later("minutes"), fields, {}, apply_minutes, Bearing::works};
}

ActKind signature() {
  static const std::array fields{open_field("session", Kind::session, later("session"))};
  static const std::array groups{GroupSpec{"signature", later("signatures"), 1, 100, signature_fields(), true}};
  return {"signature", "record", later("signatures"), fields, groups, apply_signatures, Bearing::works};
}

ActKind copies() {
  static const std::array fields{open_field("session", Kind::session, later("session"))};
  static const std::array groups{GroupSpec{"copy", later("copies"), 1, 100, copy_fields()}};
  return {"copies", "record", later("copies handed out"), fields, groups, apply_copies};
}

} // namespace acts

} // namespace mediasi
