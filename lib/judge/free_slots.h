// The first times at which a session could be held: on working days and in office hours, inside the limit that runs,
// when mediator, room and everybody needed are free, the mediator's credential holds and no assessment is stale. Pure:
// what others have taken comes with the bench. Proposes and decides nothing; the act itself is judged as any other.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "judge/judge.h"

namespace mediasi {

struct SlotWish {
  int minutes = 120, count = 5;
  std::string room, mediator; // "": any room of the roster; the mediator appointed
  Date from{};
};

struct FreeSlot {
  Moment at;
  std::string room, mediator;
};

// The days that are searched. `limit` is the earliest deadline that only a session can meet.
struct SlotWindow {
  Date first{}, last{};
  std::optional<DueRow> limit; // none runs: a fixed number of days is searched
};
// The step that would fix the session: of several the one whose turn it is, by what stands before it. Null: none does,
// or none does once more.
const Step *session_step(const Bench &bench, const CaseFile &file, const Moment &now);

SlotWindow slot_window(const Bench &bench, const CaseFile &file, Date from, const Moment &now);

struct SlotSearch {
  std::vector<FreeSlot> slots; // in order of time
  std::vector<Problem> why;    // when there is none: what stands in the way, the most frequent first
  int tried = 0;               // times looked at
};
SlotSearch search_slots(const Bench &bench, const CaseFile &file, const SlotWish &wish, const SlotWindow &window,
                        const Moment &now);

} // namespace mediasi
