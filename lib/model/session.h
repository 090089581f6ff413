// A session of mediation: fixed, invited to, asked about on its day, attended, and what came of it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/person.h"

namespace mediasi {

struct Invitation {
  std::string person; // a person's id, or "mediator"
  int number = 1;     // ke-1 ..
  Moment on;
  std::int64_t entry = 0;
  bool delivered = false; // proof of delivery on file, of before the session
  bool came_late = false; // it is known to have arrived, and after the session
  bool excused = false;
  bool refused = false; // in writing: ends the ladder of invitations
};

struct Attendance {
  std::string person;
  std::string status;              // present, absent, excused, represented, left_early
  std::string represented_by = {}; // a person's id, where somebody stood in by power of attorney
  bool came = false;               // in person, or by somebody who may stand in (acts/day.cpp)
};

struct DayQuestions { // asked of each side apart, on the day
  std::string party;
  Tri willing = Tri::unknown, safe = Tri::unknown, afraid = Tri::unknown;
};

struct Session {
  int number = 0;
  std::string state; // planned, moved, cancelled, held, not_held
  Moment at;
  int minutes = 120;
  std::string room, mode, mediator; // mode: joint, separate, remote
  std::vector<Invitation> invitations;
  std::vector<DayQuestions> questions;
  std::vector<Attendance> attendance;
  std::vector<std::string> breaches; // gate and guard ids found when attendance was recorded: irregular unless empty
  std::string outcome;               // agreed, partly, not_agreed, continued, not_held, stopped; empty = none yet
  Moment outcome_on;
  std::int64_t outcome_entry = 0;
  Row outcome_clear;
  std::vector<Row> waivers;   // per offence on file: matter, marries, silence, no_report
  int from = 0, to = 0;       // the chain of a session that was moved: where it stood before, where it stands now
  std::int64_t ended_by = 0;  // the entry that moved or cancelled it
  std::string ended_why;      // lists::session_change_reasons, or the act that cancelled it by itself
  std::vector<Stretch> parts; // of attendance and outcome
};

} // namespace mediasi
