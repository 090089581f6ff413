// A guard kind: what it may be told, and the question it asks. Kinds stand in the file of their subject (guards_*.cpp)
// and in one line of the table in guards.cpp; loader, manual, `--list guards` and explain read that table.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "judge/judge.h"

namespace mediasi {

// The facts a guard may ask: the case before the act, the act, and the case as it would be after it.
struct Question {
  const Bench &bench;
  const CaseFile &file;
  const Entry &act;
  const CaseFile &after;
  const Guard &guard;
};

struct Seen {
  bool passed = true;
  bool known = true;  // false: the fact is unknown; such a guard has not passed
  std::string fact{}; // what was looked at
  std::string seen{}; // what was found
};

inline Seen fine() {
  return {};
}
inline Seen fails(std::string fact, std::string seen) {
  return {false, true, std::move(fact), std::move(seen)};
}
inline Seen unknown(std::string fact) {
  return {false, false, std::move(fact), "unknown"};
}

// An act that helps a guard to pass, and what it would have to say.
struct Wanted {
  std::string act;    // an act kind, or one of wanted_roster, wanted_paper
  std::string step{}; // only this step will do; "" = any step of that act
  Facts says{};
};
inline constexpr std::string_view wanted_roster = "roster"; // an entry of the roster: says.fields "kind"
inline constexpr std::string_view wanted_paper = "paper";   // the paper of that step is issued

using Way = std::vector<Wanted>; // all of these, in order
using Ways = std::vector<Way>;   // any of these; none: no act can make it pass

struct GuardKind {
  GuardShape shape;
  bool reads_act = false; // asks for the act's own fields: cannot be judged before the act is written
  Seen (*check)(const Question &);
  Ways (*ways)(const Question &) = nullptr; // asked when it fails (ways.h); null: no act can make it pass
  Seen (*sure)(const Question &) = nullptr; // of one that reads the act: what fails whatever the act says
};

std::span<const GuardKind> guard_kinds();
const GuardKind *guard_kind(std::string_view name);

// only = ["reason:carried_out"]: does the guard speak about this act? Of a field in a group ("matter.kind") one row is
// enough.
bool concerns(const Guard &guard, const Entry &act);
// A field "matter.kind" is asked for in each row of the group "matter". The rows the guard speaks about: what its
// `only` says of the same group is looked for in the same row.
struct AskedRow {
  std::size_t number = 0; // in the form, from 1
  const Row *row = nullptr;
};
std::vector<AskedRow> rows_asked(const Guard &guard, const Entry &act);
// "matter" of "matter.kind"; "" of a field of the act itself
std::string_view group_of(std::string_view field);

// Judges one guard. An `only` parameter that does not match makes it pass.
Verdict ask(const Bench &bench, const CaseFile &file, const Entry &act, const CaseFile &after, const Guard &guard);

// The session an act is about, in the case as it would be after the act; null when there is none.
const Session *session_asked(const Question &question);

namespace guards {
std::span<const GuardKind> history();    // guards_history.cpp
std::span<const GuardKind> people();     // guards_people.cpp
std::span<const GuardKind> safety();     // guards_safety.cpp
std::span<const GuardKind> companions(); // guards_companions.cpp
std::span<const GuardKind> sessions();   // guards_sessions.cpp
std::span<const GuardKind> matters();    // guards_matters.cpp
std::span<const GuardKind> agreements(); // guards_agreements.cpp
std::span<const GuardKind> ladder();     // guards_ladder.cpp
std::span<const GuardKind> identities(); // guards_identities.cpp
std::span<const GuardKind> conflicts();  // guards_conflicts.cpp
} // namespace guards

} // namespace mediasi
