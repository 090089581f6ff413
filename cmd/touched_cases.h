// The cases that a word about one human being touches, as they will be once it is said.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "action/plan.h"
#include "model/identities.h"
#include "store/store.h"

namespace mediasi {

struct Record { // a person of a case
  std::string case_number, person;
  friend auto operator<=>(const Record &, const Record &) = default;
};

class TouchedCases {
public:
  TouchedCases(const Store &store, const std::string &own, const std::vector<Entry> &entries, const Plan &plan);

  CaseFile file(const std::string &number);
  std::string rules(const std::string &number);
  Identities sealed(const std::string &number);     // of the people; nothing where the key is not at hand
  std::set<Record> records(const std::string &pid); // every one that now has this pid; none for ""
  void tell(const Entry &entry);                    // from now on the case has it

private:
  std::vector<Entry> &entries_of(const std::string &number);

  const Store &store_;
  const Plan &plan_;
  std::map<std::string, std::vector<Entry>> entries_;
};

} // namespace mediasi
