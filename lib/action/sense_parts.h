// What the checks of one act share (sense.h), and those that have a file of their own.
#pragma once

#include <string>
#include <vector>

#include "action/check.h"

namespace mediasi::sense {

struct Sense { // what the checks of one act share
  const Draft &draft;
  const Facts &facts;
  const CaseFile &file;
  std::vector<Problem> &problems;
  std::vector<Problem> &warnings; // of what is taken down all the same

  void complain(std::string message, std::string hint) const {
    problems.push_back({Code::bad_value, std::move(message), std::move(hint), draft.fields.place, {}, {}, {}});
  }
  void complain_at(const char *field, std::string message, std::string hint) const {
    const auto written = draft.fields.values.find(field);
    const auto &place = written == draft.fields.values.end() ? draft.fields.place : written->second.place;
    problems.push_back({Code::bad_value, std::move(message), std::move(hint), place, {}, {}, {}});
  }
  void remark(std::string message, std::string hint, std::string rule) const {
    warnings.push_back(
        {Code::worth_a_look, std::move(message), std::move(hint), draft.fields.place, std::move(rule), {}, {}});
  }
};

// sense_people.cpp
void assessment(const Sense &);
void consent(const Sense &);
void sides(const Sense &);
// sense_agreement.cpp
void promises(const Sense &);
void payment(const Sense &);

} // namespace mediasi::sense
