// What the parties agreed: obligations and how they fare, and the minutes from their writing to the last copy.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/entry.h"

namespace mediasi {

struct Fulfilment {
  int visit = 0;     // visit's ordinal
  std::string state; // kept, partly, late, broken, waived, not_due
  Moment on;
};

struct Payment {           // between the parties, never to the office (S13)
  std::int64_t amount = 0; // rupiah
  Date on{};
  std::int64_t entry = 0;
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
  std::vector<Payment> payments;
  int replaces = 0, replaced_by = 0; // numbers of obligations, by a signed addendum
  bool lapsed = false;               // who owes it, or all of a side, did not sign: it binds nobody
};

bool binds(const Obligation &obligation); // neither replaced nor lapsed

// Nothing more is waited for: carried out, broken, waived, or it binds no more.
bool is_settled(const Obligation &obligation);

struct Signature {
  std::string signer;
  std::string state; // signed, refused
  Moment on;
};

struct Copy {
  std::string person;
  std::string version; // hash (hex) of the issued text it is a copy of
  Moment on;
  Row clear;
};

// The minutes of one session, from their writing to the last signature.
struct Minutes {
  int session = 0;
  Moment on;
  std::int64_t entry = 0;
  std::vector<std::string> signers;
  std::vector<std::string> signed_for = {}; // children among them whose guardian signs: they may add their names
  std::vector<Stretch> parts; // of the minutes, the outcome and the attendance: what the text was made from
  std::string frozen;         // hash (hex) of the issued text; empty = not frozen yet, or the text is another by now
  std::int64_t frozen_by = 0; // the entry that issued it
  std::vector<Signature> signatures;
  std::vector<Copy> copies;
  std::optional<Moment> complete; // the last of the signatures, when every signer has answered
  Row clear;
};

} // namespace mediasi
