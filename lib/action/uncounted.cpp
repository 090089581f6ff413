#include "action/uncounted.h"

#include <algorithm>
#include <array>

#include "base/language.h"
#include "judge/of_session.h"
#include "model/corrections.h"

namespace mediasi {

namespace {

// What a child says for itself is taken down, and opens nothing without a guardian's word (UU 27/2022 art. 25).
void note_child_alone(const CaseFile &after, const Entry &entry, std::vector<Problem> &warnings) {
  const auto &row = entry.facts.fields;
  const auto *party = after.person(value_of(row, "party"));
  if (value_of(row, "decision") != "given" || !party || party->organisation || !child_on(*party, entry.on.day))
    return;
  const auto giver = value_of(row, "given_by");
  const bool alone = giver == "self" || giver == party->id;
  if (!alone && tri_of(row, "child_view") == Tri::yes)
    return;
  warnings.push_back({Code::refused_by_rule,
                      alone
                          ? say("the consent of the child '{}' alone does not count", party->id)
                          : say("the consent for the child '{}' does not count: its own view was not heard", party->id),
                      alone ? say("ask a parent or guardian who is not the alleged offender, and hear the child "
                                  "(child_view)")
                            : say("hear the child, and record the consent again with child_view = \"yes\""),
                      {},
                      "builtin.child_consent",
                      tr("a child's consent is its guardian's, with the child's own view heard"),
                      {}});
}

} // namespace

void note_uncounted(const CaseFile &before, const CaseFile &after, const Entry &entry, std::vector<Problem> &warnings) {
  if (entry.act == "consent")
    note_child_alone(after, entry, warnings);
  const auto *session = entry.act == "delivery" ? session_named(before, entry) : nullptr;
  if (!session)
    return;
  const auto *then = after.session(session->number);
  for (const auto &row : rows_of(entry.facts, "delivery")) {
    const auto person = value_of(row, "person");
    const bool counts = value_of(row, "result") == "not_found" ||
                        std::any_of(then->invitations.begin(), then->invitations.end(),
                                    [&](const Invitation &one) { return one.person == person && one.delivered; });
    if (!counts)
      warnings.push_back(
          {Code::refused_by_rule,
           say("the invitation of '{}' came after session {} and does not count", person, session->number),
           say("invite anew, to a session that is still to come"),
           {},
           "builtin.delivered_late",
           tr("an invitation counts with proof that it was there before the session"),
           {}});
  }
}

void note_twice(const std::vector<Entry> &known, const Entry &entry, std::vector<Problem> &warnings) {
  constexpr std::array<std::string_view, 4> told_apart_by_what_is_sealed{"log", "complaint", "complaint_answer",
                                                                         "referral"};
  if (entry.brought || std::find(told_apart_by_what_is_sealed.begin(), told_apart_by_what_is_sealed.end(), entry.act) !=
                           told_apart_by_what_is_sealed.end()) // rows have keys
    return;
  const auto gone = taken_back(known);
  const auto same = std::find_if(known.rbegin(), known.rend(), [&](const Entry &other) {
    return other.correction == Correction::none && !gone.contains(other.seq) && other.step == entry.step &&
           other.on.day == entry.on.day && other.facts == entry.facts && other.sealed_paths == entry.sealed_paths &&
           entry.recorded - other.recorded < std::chrono::days{1};
  });
  if (same == known.rend())
    return;
  warnings.push_back(
      {Code::worth_a_look,
       say("step '{}' was recorded already, alike in all that stands in the clear: entry {}", entry.step, same->seq),
       say("if it was sent off twice, void this one before a paper is issued: --void {} --because CODE", entry.seq),
       {},
       "builtin.twice",
       {},
       {}});
}

} // namespace mediasi
