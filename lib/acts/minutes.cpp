// Minutes (Berita Acara Hasil Mediasi): written, frozen when the paper is issued, signed by all who took part, copied
// (S7).
#include <algorithm>
#include <array>

#include "acts/kinds.h"
#include "acts/lists.h"
#include "acts/spec.h"
#include "base/language.h"

namespace mediasi::acts {

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
    if (row.status == "present" || row.status == "represented")
      signers.push_back(row.person);
  return signers;
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
  minutes.clear = entry.facts.fields;
  minutes.parts = session->parts;
  minutes.parts.insert(minutes.parts.end(), entry.parts.begin(), entry.parts.end());
  std::erase_if(file.minutes, [&](const Minutes &old) { return old.session == minutes.session; });
  file.minutes.push_back(std::move(minutes));
}

// complete when every signer has signed or refused; the clock stops at the last of these
void settle(Minutes &minutes) {
  Moment last{};
  for (const auto &signer : minutes.signers) {
    const auto found = std::find_if(minutes.signatures.begin(), minutes.signatures.end(),
                                    [&](const Signature &s) { return s.signer == signer; });
    if (found == minutes.signatures.end())
      return;
    if (last.day < found->on.day || (last.day == found->on.day && last.time < found->on.time))
      last = found->on;
  }
  if (!minutes.signers.empty())
    minutes.complete = last;
}

bool has_refused(const Minutes &minutes, std::string_view signer) {
  return std::any_of(minutes.signatures.begin(), minutes.signatures.end(),
                     [&](const Signature &s) { return s.signer == signer && s.state == "refused"; });
}

// A party's refusal to sign excludes "agreed" (spec 5): where each side still has somebody who agrees, the agreement is
// one of some of the parties (Perma 1/2016), else there is none.
void weigh_refusals(CaseFile &file, const Minutes &minutes) {
  for (auto &session : file.sessions) {
    const auto recorded = text_in(session.outcome_clear, "outcome");
    if (session.number != minutes.session || (recorded != "agreed" && recorded != "partly"))
      continue;
    session.outcome = recorded;
    for (const auto side : {Side::beneficiary, Side::respondent}) {
      const auto parties = file.side(side);
      const auto refused =
          std::count_if(parties.begin(), parties.end(), [&](const Person *p) { return has_refused(minutes, p->id); });
      if (refused > 0 && session.outcome != "not_agreed")
        session.outcome = refused < static_cast<std::ptrdiff_t>(parties.size()) ? "partly" : "not_agreed";
    }
  }
}

void apply_signatures(CaseFile &file, const Entry &entry) {
  auto *minutes = minutes_of(file, entry.facts.fields);
  if (!minutes)
    return;
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
  for (const auto &row : rows_of(entry.facts, "copy"))
    minutes->copies.push_back({text_in(row, "person"), moment_in(row, "on", entry.on), row});
}

std::span<const FieldSpec> signature_fields() {
  static const std::array fields{
      needed(open_field("person", Kind::participant, later("signer"))),
      needed(open_field("state", Kind::choice, later("signed or refused"), lists::signature_states())),
      open_field("on", Kind::date, later("day")),
      sealed_field("reason", Kind::text, later("reason for a refusal")),
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

ActKind minutes() {
  static const std::array fields{
      open_field("session", Kind::session, later("session")),
      open_field("signers", Kind::participants, later("signers (all who took part, when left out)")),
      needed(sealed_field("course", Kind::story, later("course of the session, in neutral words"))),
  };
  return {"minutes", "record", later("minutes"), fields, {}, apply_minutes};
}

ActKind signature() {
  static const std::array fields{open_field("session", Kind::session, later("session"))};
  static const std::array groups{GroupSpec{"signature", later("signatures"), 1, 100, signature_fields(), true}};
  return {"signature", "record", later("signatures"), fields, groups, apply_signatures};
}

ActKind copies() {
  static const std::array fields{open_field("session", Kind::session, later("session"))};
  static const std::array groups{GroupSpec{"copy", later("copies"), 1, 100, copy_fields()}};
  return {"copies", "record", later("copies handed out"), fields, groups, apply_copies};
}

} // namespace mediasi::acts
