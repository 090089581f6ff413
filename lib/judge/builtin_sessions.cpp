// The refusals about a session that no file needs to write: it has to be fixed, to come still or to have come, and to
// take place.
#include <algorithm>

#include "acts/lists.h"
#include "base/language.h"
#include "judge/builtin.h"
#include "judge/judge.h"
#include "judge/of_session.h"
#include "judge/statute.h"

namespace mediasi {

namespace {

bool is_change_reason(std::string_view why) {
  const auto reasons = lists::session_change_reasons();
  return std::any_of(reasons.begin(), reasons.end(), [&](const Choice &reason) { return reason.id == why; });
}

// the command that recorded it, and corrects it
std::string command_of(const Bench &bench, const CaseFile &file, std::int64_t entry) {
  const auto done =
      std::find_if(file.story.begin(), file.story.end(), [&](const Happened &one) { return one.entry == entry; });
  const auto *step = done == file.story.end() ? nullptr : bench.standard.step(done->step);
  return step ? step->command : std::string("schedule");
}

} // namespace

// A session that was moved or cancelled takes place no more: nobody is invited to it, asked or there. If it was held
// after all, what says otherwise is taken back first.
void check_session_over(const Bench &bench, const CaseFile &file, const Step &step, const Entry &act,
                        std::vector<Problem> &problems) {
  const auto *session = session_named(file, act);
  if (!session || !takes_place_no_more(*session) || (act.act != "invitation" && !of_the_day(act.act)))
    return;
  if (act.seq != 0 && session->ended_by > act.seq) // nobody knew of it then
    return;
  // one that violence cancelled by itself may have been held nevertheless: that is taken down as it was, and irregular
  if (!is_change_reason(session->ended_why) && act.act != "invitation")
    return;
  auto problem = refusal(Code::step_not_open,
                         session->state == "moved" ? say("session {} was moved", session->number)
                                                   : say("session {} was cancelled", session->number),
                         say("name the session meant in the field 'session'; if it was held after all: mediasi {} {} "
                             "--void {} --because CODE",
                             command_of(bench, file, session->ended_by), file.number, session->ended_by),
                         std::string(held_though_cancelled), bench, step);
  problem.fact = "session " + std::to_string(session->number) + " = " + session->state;
  problems.push_back(std::move(problem));
}

// Nobody can have been asked or have come on a day before the session's: it was moved, which is recorded first.
void check_session_begun(const Bench &bench, const CaseFile &file, const Step &step, const Entry &act,
                         std::vector<Problem> &problems) {
  const bool tells_of_it = of_the_day(act.act) && value_of(act.facts.fields, "outcome") != "not_held";
  const auto *session = tells_of_it ? session_named(file, act) : nullptr;
  if (!session || session->state != "planned" || !(act.on.day < session->at.day))
    return;
  auto problem =
      refusal(Code::step_not_open,
              say("session {} is on '{}', after this on '{}'", session->number, text_of(session->at), text_of(act.on)),
              say("say with --on when it was; a session held earlier than it was fixed is moved first"),
              "builtin.session_day", bench, step);
  problem.fact = "session " + std::to_string(session->number) + " = " + text_of(session->at);
  problems.push_back(std::move(problem));
}

// Nobody is invited to what was never fixed, or was there, or agreed in it. One that was held unannounced is fixed
// first, with the day it was agreed on.
void check_session_there(const Bench &bench, const CaseFile &file, const Step &step, const Entry &act,
                         std::vector<Problem> &problems) {
  if (!needs_a_session(act.act) || session_named(file, act))
    return;
  auto problem = refusal(Code::step_not_open, say("no session is fixed for step '{}'", step.id),
                         say("fix it first; one that was held: with --on, when it was fixed"), std::string(no_session),
                         bench, step);
  problem.fact = "session = none";
  problems.push_back(std::move(problem));
}

// An invitation made late is a fact, with its own day; one made after the session invites nobody.
void check_invited_before(const Bench &bench, const CaseFile &file, const Step &step, const Entry &act,
                          std::vector<Problem> &problems) {
  const auto *session = act.act == "invitation" ? session_named(file, act) : nullptr;
  if (!session || takes_place_no_more(*session) || !is_after(act.on, session->at))
    return;
  auto problem = refusal(
      Code::session_past,
      say("session {} was on '{}', before this on '{}'", session->number, text_of(session->at), text_of(act.on)),
      say("say with --on when they were invited; else fix another session, or record that this one "
          "was not held"),
      "builtin.invited_before", bench, step);
  problem.fact = "session " + std::to_string(session->number) + " = " + text_of(session->at);
  problems.push_back(std::move(problem));
}

} // namespace mediasi
