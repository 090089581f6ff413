// Everything known of one case without a key: fold(its entries). A value with no behaviour beyond questions about
// itself. Each act kind says in its own file (acts/) what it does to a CaseFile; nobody else changes one.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/agreement.h"
#include "model/complaint.h"
#include "model/person.h"
#include "model/session.h"
#include "model/waiting.h"

namespace mediasi {

struct Received { // a requirement paper
  std::string requirement;
  Moment on;
  std::int64_t entry = 0;
  int copies = 0; // 0: nobody counted them
};

struct Consent {
  std::string party, given_by; // given_by: "self" or a person's id
  std::string relation;
  std::vector<std::string> purposes; // service, mediation, assessment, sharing ...
  std::string decision;              // given, refused, withdrawn
  Tri child_view = Tri::unknown;     // the child's own view was heard
  Moment on;
  std::int64_t entry = 0;
};

struct Assessment {
  std::string party;
  Moment on;
  std::int64_t entry = 0;
  Row clear; // the screening block among it (acts/assessment.cpp)
};

struct Condition {
  std::string id; // "1", "2" ... over the whole case
  bool met = false;
};

struct Finding {
  std::string finding; // fit, conditional, unfit, postponed
  Moment on;
  std::int64_t entry = 0;
  Row clear;
  bool best_interest = false; // a best-interest note is sealed beside it
};

struct Order {
  bool ordered = false; // false: sent back
  Moment on;
  std::int64_t entry = 0;
  std::string by;
  Row clear;
  std::string step = {};
};

struct Appointment {
  std::string mediator;
  Moment on;
  std::int64_t entry = 0;
};

struct ReportUp {
  std::string what;            // plan, minutes, monitoring
  std::vector<std::string> to; // role ids
  Moment on;
  std::int64_t entry = 0;
};

struct Visit {
  int number = 0;
  Moment on;
  std::int64_t entry = 0;
  Row clear;
};

struct Referral {
  std::string to;     // acts/lists.h: referral targets
  std::string answer; // offered, accepted, refused, answered: the latest
  Moment on;
  std::int64_t entry = 0;
};

struct Addendum { // a signed change of the agreement
  Moment on;
  std::int64_t entry = 0;
  std::vector<std::string> signed_by; // persons
};

// What the case manager has to look at on the same day: new violence, an irregular session, an objection of a parent.
struct FollowUp {
  std::string what; // violence, irregular, objection
  Moment on;
  std::int64_t entry = 0;       // the act that calls for it
  std::optional<Moment> answer; // when the case manager took it up
};

// After the beneficiary stayed away: is she safe? No second letter before that is known.
struct SafetyCheck {
  std::string party;
  Tri reached = Tri::unknown, safe = Tri::unknown;
  Moment on;
  std::int64_t entry = 0;
};

struct Assignment {
  std::string role, officer;
  Moment on;
  std::int64_t entry = 0;
};

struct LegalHold {
  Moment on;
  std::string reason;
};

struct Termination {
  std::string reason;
  Moment on;
  std::int64_t entry = 0;
  std::string by;
};

struct IssuedPaper {
  std::string kind, serial, number, to; // serial: per case and kind; to: recipient's id or ""
  std::string hash;                     // BLAKE2b-256 of the page, hex
  std::int64_t entry = 0;
  Moment on;
  int session = 0;
  std::int64_t for_entry = 0; // the act that owed it
};

struct Scan { // the signed paper of a decision, attached later
  std::int64_t of = 0, entry = 0;
  Moment on;
};

struct Happened { // one line for every effective entry, in order
  std::string step, act;
  Moment on;
  Instant recorded{};
  std::string by, typed;
  std::int64_t entry = 0;
  Facts facts;                            // the clear facts
  bool as_found = false;                  // an act of an old register: recorded with its breaches, judged by none
  std::vector<std::string> breaches = {}; // rules it broke, as found
  bool accepted = false;                  // the case manager accepted its breaches of office rules
  std::int64_t undone = 0;                // the entry that took it back with its batch

  // An old act in breach counts in reports and opens nothing until its breaches are accepted (spec 1).
  bool opens() const { return !as_found || breaches.empty() || accepted; }
};

struct Corrected { // one line for every entry that corrects another, whether or not it still counts
  Correction kind = Correction::amends;
  std::int64_t entry = 0, target = 0;
  Instant recorded{};
  std::string by, typed, because;
  Facts facts; // of an amendment: what it changed
  bool stands = true;
};

struct RegisterRow { // in an old register, that a case was taken in from (mediasi-batch(5))
  std::string source, ref;
};

struct CaseFile {
  std::string number;
  std::string rules; // hash the case is pinned to
  Moment received;
  Row intake; // clear fields of the registration
  std::optional<RegisterRow> came_from;
  std::vector<Person> persons;
  std::vector<Matter> matters;
  std::vector<Received> requirements;
  std::vector<Consent> consents;
  std::vector<Assessment> assessments;
  std::vector<Finding> findings;
  std::vector<Condition> conditions;
  std::vector<Order> orders;
  std::vector<Appointment> appointments;
  std::vector<Moment> briefings;
  std::vector<Session> sessions;
  std::vector<Obligation> obligations;
  std::vector<Minutes> minutes;
  std::vector<ReportUp> reports;
  std::vector<Visit> visits;
  std::vector<Referral> referrals;
  std::vector<Moment> violence; // newly reported violence
  std::vector<Addendum> addenda;
  std::vector<FollowUp> follow_ups;
  std::vector<SafetyCheck> safety_checks;
  std::vector<Assignment> assignments;
  std::optional<LegalHold> legal_hold;
  std::vector<Wait> waits;
  std::vector<StoppedClock> pauses;
  std::vector<Extension> extensions;
  std::optional<Termination> termination;
  std::vector<Termination> ended; // terminations before a reopening
  std::vector<Moment> reopened;
  std::vector<IssuedPaper> papers;
  std::map<std::string, std::string, std::less<>> assigned; // role -> officer
  std::vector<Scan> scans;
  std::vector<Complaint> complaints; // of the house alone
  std::vector<Happened> story;
  std::vector<Happened> voided; // what does not count any more, by entry
  std::vector<Corrected> corrections;

  const Person *person(std::string_view id) const;
  const Session *session(int which) const;
  const Obligation *obligation(int which) const;
  std::vector<const Person *> parties() const; // beneficiaries, then respondents
  std::vector<const Person *> side(Side which) const;
  std::vector<const Person *> companions_of(std::string_view party) const;
  const Assessment *latest_assessment(std::string_view party) const;
  // the latest word of each giver, the latest first
  std::vector<const Consent *> consents_of(std::string_view party, std::string_view purpose) const;
  const Finding *finding() const; // latest or null
  const Session *last_session() const;
  bool closed() const { return termination.has_value(); }
  std::string initials() const; // of the first beneficiary
};

} // namespace mediasi
