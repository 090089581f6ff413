// Everything the store holds of one case, in words and in order: what the case file on paper (paper/dossier_page.h) is
// made from. Values alone; report/dossier_of.h fills them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"

namespace mediasi {

struct DossierFact {
  std::string label, value;
};

struct DossierPerson {
  std::string id, side, name; // name: initials where it is not known
  std::vector<DossierFact> facts;
};

struct DossierEntry {
  std::int64_t number = 0;
  std::string title, by, typed; // officers by name; typed: "" when who did it typed it
  Moment on, recorded;
  bool late = false, counts = true;
  std::vector<DossierFact> facts, sealed;
  std::vector<std::string> remarks; // acceptances, corrections
};

struct DossierPaper {
  std::string title, serial, number, to, hash; // hash of the page, hex
  Date issued{};
  std::int64_t entry = 0;
  bool counts = true; // a voided one keeps its number
};

struct DossierFile { // attached to an entry; the sender's name for it was never kept
  std::int64_t entry = 0;
  int number = 0;
  std::string kind;
  std::optional<std::int64_t> bytes; // of an erased case nothing can be read
  std::string hash;                  // BLAKE2b-256, hex
};

struct DossierDeadline {
  std::string title, unit; // unit: minute, hour, day, working_day
  std::string start, due, ended;
  int net = 0, gross = 0; // days, without and with pauses
};

struct Dossier {
  std::string number, initials, stage;
  Moment received;
  std::optional<Date> complete, closed;
  std::string closed_why;
  std::string erased; // "" or the day from which on nothing sealed can be read
  std::vector<DossierPerson> people;
  std::vector<DossierEntry> entries;
  std::vector<DossierPaper> papers;
  std::vector<DossierFile> files;
  std::vector<DossierDeadline> deadlines;
  std::optional<int> service_days; // of the time the standard promises
  std::int64_t last_entry = 0;
  Moment as_of;          // when it was recorded
  std::string head_code; // of the journal at that entry
  std::string rules;     // hash of the rules the case is pinned to
  bool practice = false;
};

} // namespace mediasi
