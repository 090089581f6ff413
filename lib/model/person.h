// Who a case is about and what it is about: persons and matters, in clear facts alone.
#pragma once

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
  std::string pid;                // of the human being, 32 hex digits: the same in every record of it; "" = not linked
  std::vector<std::string> staff; // who this is in the roster: mediator:ID, officer:ID
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

// Under eighteen on that day, and when in doubt (UU 35/2014 art. 1; domain notes section 4). Organisations never.
bool child_on(const Person &person, Date day); // model/age.cpp

} // namespace mediasi
