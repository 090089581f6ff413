// Everything known of one case without a key: fold(its entries). A value with no behaviour beyond questions about
// itself. Each act kind says in its own file (acts/) what it does to a CaseFile; nobody else changes one.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/entry.h"

namespace mediasi {

enum class Tri { yes, no, unknown };
Tri tri_of(const Row &row, std::string_view name); // absent = unknown

enum class Side { beneficiary, respondent, companion, other };

// A person of this case. Clear facts only: initials, year and month of birth, coded values.
struct Person {
  std::string id; // beneficiary1, respondent2, companion1, other1
  Side side = Side::other;
  std::string initials;
  PartialDate birth; // day 0 unless the birth day is known to no key (never here)
  bool organisation = false;
  Tri special_needs = Tri::unknown;
  Tri alleged_offender = Tri::unknown;
  std::vector<std::string> of;    // companion: whose (several of one side may share a mother)
  std::vector<std::string> kinds; // companion: parent, relative, guardian, ...
  Row clear;                      // every clear field as entered
};

// One matter between one beneficiary and one respondent (spec 1: gates judge the matter, per pair).
struct Matter {
  int number = 0;   // 1..
  std::string kind; // acts/lists.h: matter kinds
  std::string beneficiary, respondent;
  bool mediate = false; // is to be mediated
  Row clear; // incident_on, police_report, police_number, police_stage, penalty_years, serious_harm, place ...
};

struct Received { // a requirement paper
  std::string requirement;
  Moment on;
  std::int64_t entry = 0;
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
};

struct Appointment {
  std::string mediator;
  Moment on;
  std::int64_t entry = 0;
};

struct Invitation {
  std::string person; // a person's id, or "mediator"
  int number = 1;     // ke-1 ..
  Moment on;
  std::int64_t entry = 0;
  bool delivered = false; // proof of delivery on file
  bool excused = false;
};

struct Attendance {
  std::string person;
  std::string status; // present, absent, excused, represented, left_early
};

struct DayQuestions { // asked of each side apart, on the day
  std::string party;
  Tri willing = Tri::unknown, safe = Tri::unknown, afraid = Tri::unknown;
};

struct Session {
  int number = 0;
  std::string state; // planned, moved, cancelled, held, not_held
  Moment at;
  int minutes = 120;
  std::string room, mode, mediator; // mode: joint, separate, remote
  std::vector<Invitation> invitations;
  std::vector<DayQuestions> questions;
  std::vector<Attendance> attendance;
  std::vector<std::string> breaches; // gate and guard ids found when attendance was recorded: irregular unless empty
  std::string outcome;               // agreed, partly, not_agreed, continued, not_held, stopped; empty = none yet
  Moment outcome_on;
  std::int64_t outcome_entry = 0;
  Row outcome_clear;
  std::vector<Row> waivers; // per offence on file: matter, marries, silence, no_report
};

struct Fulfilment {
  int visit = 0;     // visit's ordinal
  std::string state; // kept, partly, late, broken, waived, not_due
  Moment on;
};

struct Obligation {
  int number = 0; // 1.. over the whole case
  int session = 0;
  std::string who;        // person's id
  std::string kind;       // acts/lists.h: obligation kinds
  std::string recurrence; // once, recurring, standing
  std::optional<Date> due;
  Row clear;
  std::vector<Fulfilment> history;
};

struct Signature {
  std::string signer;
  std::string state; // signed, refused
  Moment on;
};

struct Copy {
  std::string person;
  Moment on;
  Row clear;
};

// The minutes of one session, from their writing to the last signature.
struct Minutes {
  int session = 0;
  Moment on;
  std::int64_t entry = 0;
  std::vector<std::string> signers;
  std::string frozen; // hash (hex) of the issued text; empty = not frozen yet
  std::vector<Signature> signatures;
  std::vector<Copy> copies;
  std::optional<Moment> complete; // the last of the signatures, when every signer has answered
  Row clear;
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
  std::string answer; // offered, accepted, refused
  Moment on;
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

struct Happened { // one line for every effective entry, in order
  std::string step, act;
  Moment on;
  Instant recorded{};
  std::string by, typed;
  std::int64_t entry = 0;
  Facts facts; // the clear facts
};

struct CaseFile {
  std::string number;
  std::string rules; // hash the case is pinned to
  Moment received;
  Row intake; // clear fields of the registration
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
  std::optional<Termination> termination;
  std::vector<IssuedPaper> papers;
  std::map<std::string, std::string, std::less<>> assigned; // role -> officer
  std::vector<Happened> story;

  const Person *person(std::string_view id) const;
  const Session *session(int which) const;
  const Obligation *obligation(int which) const;
  std::vector<const Person *> parties() const; // beneficiaries, then respondents
  std::vector<const Person *> side(Side which) const;
  std::vector<const Person *> companions_of(std::string_view party) const;
  const Assessment *latest_assessment(std::string_view party) const;
  const Consent *latest_consent(std::string_view party, std::string_view purpose) const;
  const Finding *finding() const; // latest or null
  const Session *last_session() const;
  bool closed() const { return termination.has_value(); }
  std::string initials() const; // of the first beneficiary
};

// Under eighteen on that day, and when in doubt (UU 35/2014 art. 1; domain notes section 4). Organisations never.
bool child_on(const Person &person, Date day);

} // namespace mediasi
