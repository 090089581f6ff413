// What the fold of one case puts into the question tables: rows for questions over many cases, never a source of truth.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace mediasi {

struct CaseRow { // projection: one line a case
  std::string number, initials, rules, stage;
  std::string received, complete, closed; // ISO days or ""
  std::string outcome, reason;
};

struct DueRow { // projection: when something becomes late, never whether it is
  std::string case_number, deadline, step, role, officer;
  std::string due;       // ISO day or moment
  std::string late_from; // ISO moment, office time: "2026-03-27T00:00"
  bool provisional = false;
  std::string paused_since; // ISO day or ""
};

struct Booking {              // projection: a resource taken for a time
  std::string kind, resource; // mediator | room | officer: roster id; person: the human being's pid, or "CASE/person"
  std::string from, to;       // ISO moments
  std::string case_number;
  int session = 0;
};

struct PersonLink { // projection: a record of a human being who has, or may have, others
  std::string pid, case_number, person;
  std::string side;                         // beneficiary, respondent, companion, other
  std::string beside;                       // of a companion: beneficiary, respondent, or both joined
  std::string alleged_offender = "unknown"; // yes, no, unknown
  std::string staff;                        // mediator:ID, officer:ID, joined; "" = nobody of the roster

  friend bool operator==(const PersonLink &, const PersonLink &) = default;
};

struct Projection { // everything the fold of one case puts into the question tables
  CaseRow row;
  std::vector<DueRow> dues;
  std::vector<Booking> bookings;
  std::vector<PersonLink> links = {};
};

// What stays of an erased case: the line that is counted, and nobody in it.
inline Projection erased_projection(CaseRow row) {
  row.initials.clear();
  return {std::move(row), {}, {}, {}};
}

} // namespace mediasi
