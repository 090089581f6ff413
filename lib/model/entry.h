// One entry of the append-only journal: an act, who did it, when it happened and when it was recorded.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "model/facts.h"

namespace mediasi {

// Case "0" is the house: the store's own acts (init, roster, rules, calendar, complaints about the service).
inline constexpr std::string_view house = "0";

enum class Correction { none, amends, voids };

// A stretch of the journal in which something held: from the entry that brought it to the one that took it back.
struct Stretch {
  std::int64_t from = 0;
  std::int64_t until = 0; // 0: it holds to this day
};
// Is what held after entry `seq` what holds today?
bool unchanged_since(const std::vector<Stretch> &parts, std::int64_t seq);

// Where an entry came from, when a batch brought it (mediasi-batch(5)).
struct Brought {
  std::int64_t batch = 0;
  int row = 0;             // of its file
  std::string source, ref; // the row's own key in the register it comes from; "" when it gave none
  std::string clear;       // digest over what the row says in the clear, hex
  std::string whole = {};  // the same over all it says, 32 bytes; only on its way in, where it is sealed
};

struct Entry {
  std::int64_t seq = 0;    // 1.. without gaps over the whole store; 0 = not yet recorded
  std::string case_number; // "2026-0012" or house
  std::string act;         // act kind, a name of acts/acts.h
  std::string step;        // step id of the rules it ran under; empty for house acts
  Moment on;               // when it happened, office time
  Instant recorded{};      // the machine's clock, always
  std::string by;          // officer who did it
  std::string typed;       // officer who typed it
  std::string rules;       // hash (hex) of the rules it ran under
  Correction correction = Correction::none;
  std::int64_t target = 0;               // the entry corrected
  Facts facts;                           // clear facts only
  std::vector<std::string> sealed_paths; // what is sealed beside them: "story", "beneficiary#1", "paper"
  std::vector<Stretch> parts = {};       // of an entry as it stands: itself and its amendments; never stored
  std::optional<Brought> brought = {};
  std::int64_t undone = 0; // the entry that undid its batch: it counts no more; never stored
};

// One sealed thing on its way into the store or out of it. Paths: a field's name; "GROUP#N" for the sealed fields of
// the Nth row of a group together (a JSON object); "paper" for an issued page; "attachment#N" for a file.
struct Sealed {
  std::string path;
  std::string plain;
};

} // namespace mediasi
