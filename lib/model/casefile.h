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

namespace mediasi {

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
  std::vector<Complaint> complaints;                        // of the house alone
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

} // namespace mediasi
