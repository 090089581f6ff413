#include "paper/contact.h"

#include <algorithm>

#include "base/text.h"

namespace mediasi {

namespace {

bool is_own(const Consent &consent) {
  return consent.given_by == "self" || consent.given_by == consent.party;
}

// The law's demands on who consents for whom (judge/guards_people.cpp tells them one by one); unknown is never safe.
bool is_good(const CaseFile &file, const Person &party, const Consent &consent) {
  if (consent.decision != "given")
    return false;
  if (party.organisation)
    return true;
  if (!child_on(party, consent.on.day))
    return is_own(consent) || party.special_needs == Tri::yes;
  const auto *giver = file.person(consent.given_by);
  return giver != nullptr && !is_own(consent) && consent.relation != "self" && giver->side != Side::respondent &&
         giver->alleged_offender == Tri::no && consent.child_view == Tri::yes;
}

bool consents(const CaseFile &file, const Person &party, std::string_view purpose) {
  const auto latest = file.consents_of(party.id, purpose);
  const bool refused = std::any_of(latest.begin(), latest.end(), [](const Consent *consent) {
    return is_own(*consent) && consent->decision != "given";
  });
  return !refused && std::any_of(latest.begin(), latest.end(),
                                 [&](const Consent *consent) { return is_good(file, party, *consent); });
}

bool all_consent(const CaseFile &file, std::string_view purpose) {
  const auto sides = file.side(Side::beneficiary);
  return !sides.empty() &&
         std::all_of(sides.begin(), sides.end(), [&](const Person *party) { return consents(file, *party, purpose); });
}

const Happened *act_at(const CaseFile &file, std::int64_t entry) {
  const auto found =
      std::find_if(file.story.begin(), file.story.end(), [&](const Happened &act) { return act.entry == entry; });
  return found == file.story.end() ? nullptr : &*found;
}

// taken back by anybody after it was given with the referral
bool taken_back_since(const CaseFile &file, std::string_view purpose, std::int64_t entry) {
  return std::any_of(file.consents.begin(), file.consents.end(), [&](const Consent &consent) {
    return consent.entry > entry && consent.decision != "given" &&
           std::find(consent.purposes.begin(), consent.purposes.end(), purpose) != consent.purposes.end();
  });
}

// share_consent of the referral, or of the earlier one that it answers
Tri said_with_referral(const CaseFile &file, std::int64_t entry) {
  const auto *act = act_at(file, entry);
  if (act == nullptr)
    return Tri::unknown;
  const auto own = tri_of(act->facts.fields, "share_consent");
  const auto number = parse_integer(value_of(act->facts.fields, "number"));
  if (own != Tri::unknown || !number || *number < 1 || static_cast<std::size_t>(*number) > file.referrals.size())
    return own;
  const auto *earlier = act_at(file, file.referrals[static_cast<std::size_t>(*number) - 1].entry);
  return earlier == nullptr ? own : tri_of(earlier->facts.fields, "share_consent");
}

bool has_consent(const CaseFile &file, const Paper &paper, std::int64_t for_entry) {
  if (paper.consent.empty())
    return true;
  const auto said = paper.consent == "sharing" ? said_with_referral(file, for_entry) : Tri::unknown;
  if (said == Tri::unknown)
    return all_consent(file, paper.consent);
  return said == Tri::yes && !taken_back_since(file, paper.consent, for_entry);
}

} // namespace

bool is_letter(const Paper &paper) {
  return std::none_of(paper.signers.begin(), paper.signers.end(),
                      [](const std::string &signer) { return signer == "parties" || signer == "companions"; });
}

Barrier barrier_to(const CaseFile &file, const Paper &paper, std::string_view to, std::int64_t for_entry) {
  const auto *person = file.person(to);
  if (person != nullptr && is_letter(paper) && tri_of(person->clear, "may_write") == Tri::no)
    return Barrier::safe_contact;
  return has_consent(file, paper, for_entry) ? Barrier::none : Barrier::consent;
}

bool was_approached(const CaseFile &file, std::string_view person) {
  const auto concerns = [&](const auto &row) { return row.party == person; };
  const auto invited = [&](const Session &session) {
    return std::any_of(session.invitations.begin(), session.invitations.end(),
                       [&](const auto &invitation) { return invitation.person == person; });
  };
  return std::any_of(file.assessments.begin(), file.assessments.end(), concerns) ||
         std::any_of(file.consents.begin(), file.consents.end(), concerns) ||
         std::any_of(file.sessions.begin(), file.sessions.end(), invited) ||
         std::any_of(file.papers.begin(), file.papers.end(),
                     [&](const IssuedPaper &paper) { return paper.to == person; });
}

} // namespace mediasi
