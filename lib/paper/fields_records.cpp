// Records: consent, assessment, plan and order, the agreement, copies, monitoring.
#include <array>

#include "base/language.h"
#include "paper/field_tables.h"

namespace mediasi {

namespace {

using namespace field_tables;

constexpr std::array record_table{
    // whose record it is
    text("recorded_by", anyone, later("officer who did what the paper is about")),
    text("recorded_on", anyone, later("day of what the paper is about")),
    flag("has_seen_by", anyone, later("officers see the paper after it is signed")),
    list("seen_by", anyone, later("officers who see the paper: the signers after the first")),
    text("seen_title", anyone, later("office of who sees it"), "seen_by"),
    text("seen_name", anyone, later("name of who sees it"), "seen_by"),
    text("seen_nip", anyone, later("NIP of who sees it"), "seen_by"),
    // consent
    text("consent_giver", own, later("name of who gives the consent")),
    text("consent_relation", own, later("relation of who gives it, where it is another")),
    flag("consent_for_child", own, later("the consent is given for a child")),
    list("consent_purposes", own, later("what is consented to")),
    text("consent_purpose", own, later("one purpose"), "consent_purposes"),
    text("consent_version", own, later("version of the text that was explained")),
    text("consent_language", own, later("language or aid used")),
    // copies
    text("handed_how", own, later("how the copy was handed over")),
    text("handed_on", own, later("day the copy was handed over")),
    text("minutes_number", named, later("number of the minutes as they were issued")),
    text("minutes_date", named, later("day the minutes were issued")),
    text("minutes_code", named, later("beginning of the hash of the minutes' text")),
    // the attendance list
    list("attendees", named, later("who is expected at the session")),
    text("attendee_name", named, later("name of who is expected"), "attendees"),
    text("attendee_capacity", named, later("capacity of who is expected"), "attendees"),
    // a mediation without an agreement
    text("outcome_reason", named, later("why, without saying who was afraid")),
    text("invitations_sent", named, later("number of invitations to sessions of the case")),
    list("absentees", named, later("parties who did not come")),
    text("absentee_label", named, later("Pihak I or Pihak II"), "absentees"),
    text("absentee_name", named, later("name of who did not come"), "absentees"),
    text("absentee_status", named, later("absent, or with an excuse"), "absentees"),
    // identities in what both sides sign
    list("identities", agreed, later("identity of the parties, where all of them agreed to show it")),
    text("identity_label", agreed, later("Pihak I or Pihak II"), "identities"),
    text("identity_name", agreed, later("name of the party"), "identities"),
    text("identity_nik", agreed, later("NIK of the party"), "identities"),
    text("identity_address", agreed, later("address of the party"), "identities"),
};

} // namespace

std::span<const TemplateField> record_fields() {
  return record_table;
}

} // namespace mediasi
