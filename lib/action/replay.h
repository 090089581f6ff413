// What comes after an act that is put in, changed or taken out further back: does it still stand? (spec 3)
#pragma once

#include <optional>
#include <vector>

#include "judge/judge.h"

namespace mediasi {

struct Fallen { // an act that held before and would not hold then
  std::int64_t entry = 0;
  std::string step;
  std::vector<Problem> why;
};

// The case as it was when the entry's turn came: everything that counts and stands before it.
CaseFile case_before(const std::vector<Entry> &entries, std::int64_t seq);

// One history, entry by entry: what may be done is judged on it, so acts as found that open nothing are not in it.
class Course {
public:
  const CaseFile &file() const { return file_; }
  void take(const Entry &entry); // of standing_in_order()

private:
  std::vector<Entry> taken_;
  CaseFile file_;
};

// Everything against one act at its place: judge(), and ids it names that nobody bears there.
std::vector<Problem> against(const Bench &bench, const CaseFile &file, const Entry &act, const Moment &now);

// The part of it about ids.
std::vector<Problem> unknown_names(const Bench &bench, const CaseFile &after, const Entry &act);

// The first entry that would fail a guard which it passed before, in the case's own order. `changed` is the entry put
// in or changed, judged elsewhere. An act that comes last costs nothing.
std::optional<Fallen> first_fallen(const Bench &bench, const std::vector<Entry> &before, const std::vector<Entry> &with,
                                   std::int64_t changed, const Moment &now);

// The refusal that names it; `about` is what was to be written, as a person would say it.
Problem refusal_of(const Fallen &fallen, std::string about, const std::string &case_number);

} // namespace mediasi
