// Reading identities is recorded before anything is shown (spec 4): who, by which command, for what, which cases. It is
// an entry of the house, "read", one for each command however many cases it opens; `report journal --reads` tells them.
//
//   command, what   "report", "register": the command, and its report or kind of paper; what may be ""
//   for             a code of lists::reading_purposes()
//   count, [case]   how many cases, and a row for each with its number; complaints are the house's, "0"
#pragma once

#include <string>
#include <vector>

#include "cmd/command.h"
#include "cmd/house_entry.h"
#include "cmd/options.h"
#include "store/store.h"

namespace mediasi {

struct ReadOf {
  std::string command, what;
  std::string purpose;            // as purpose_of gave it
  std::vector<std::string> cases; // in any order, also several times
};

// --for CODE, the same for every command that opens identities
void declare_purpose(std::string &purpose, Options &options);
// The code typed, casework where none is. Error(option_value) with the list for any other.
std::string purpose_of(const std::string &typed);

// Who reads now: `by`, or who types. Error(no_officer).
Recorder reader_of(const Store &store, const Env &env, const std::string &by = {});

// Inside the transaction of a command that shows nothing before it has committed. Like every entry it comes after the
// projections are replaced.
void append_reading(Store &store, ReadOf read, const Recorder &reader);
// In a transaction of its own. When it returns the entry is on the disk; when it throws, nothing may be shown.
void record_reading(Store &store, ReadOf read, const Recorder &reader);

} // namespace mediasi
