// What of a step was done: how often, when, for whom, for which session.
#include <algorithm>

#include "acts/acts.h"
#include "judge/at_the_table.h"
#include "judge/events.h"
#include "judge/of_session.h"

namespace mediasi {

namespace {

using Times = std::vector<Moment>;

Times steps(const CaseFile &file, std::string_view step) {
  Times times;
  for (const auto &act : file.story)
    if (act.step == step && act.opens())
      times.push_back(act.on);
  return times;
}

bool by_party(const Step &step) {
  return step.repeat == Repeat::per_party || step.repeat == Repeat::per_beneficiary ||
         step.repeat == Repeat::per_respondent;
}

// which parties a repeated step must have been done for
std::vector<const Person *> asked_parties(const CaseFile &file, Repeat repeat) {
  if (repeat == Repeat::per_beneficiary)
    return file.side(Side::beneficiary);
  if (repeat == Repeat::per_respondent)
    return file.side(Side::respondent);
  return at_the_table(file);
}

bool is_about(const Happened &act, const Step &step, std::string_view party) {
  return act.opens() && act.step == step.id && value_of(act.facts.fields, "party") == party;
}

std::optional<Moment> first_done_for(const CaseFile &file, const Step &step, std::string_view party) {
  std::optional<Moment> first;
  for (const auto &act : file.story)
    if (is_about(act, step, party) && (!first || earlier(act.on, *first)))
      first = act.on;
  return first;
}

// a refusal is no consent sheet
bool serves(const Happened &act) {
  return act.act != "consent" || value_of(act.facts.fields, "decision") == "given";
}

std::optional<Moment> first_served(const CaseFile &file, const Step &step, std::string_view party) {
  std::optional<Moment> first;
  for (const auto &act : file.story)
    if (serves(act) && is_about(act, step, party) && (!first || earlier(act.on, *first)))
      first = act.on;
  return first;
}

// A step that may be done any number of times is done for each party where its act is about one.
std::vector<const Person *> parties_served(const CaseFile &file, const Step &step) {
  const auto *kind = act_kind(step.act);
  const bool about_one = kind && std::any_of(kind->fields.begin(), kind->fields.end(),
                                             [](const FieldSpec &field) { return field.name == "party"; });
  return by_party(step) || (step.repeat == Repeat::many && about_one) ? asked_parties(file, step.repeat)
                                                                      : std::vector<const Person *>{};
}

// when this person was entered
Moment came_in(const CaseFile &file, const Person &person) {
  const std::string_view group = person.side == Side::beneficiary ? "beneficiary" : "respondent";
  const auto found = std::find_if(file.story.begin(), file.story.end(), [&](const Happened &act) {
    const auto &rows = rows_of(act.facts, group);
    return std::any_of(rows.begin(), rows.end(), [&](const Row &row) { return value_of(row, "id") == person.id; });
  });
  return found == file.story.end() ? file.received : found->on;
}

// A step for each party has happened when all who were in the case by then had their turn; and then with every act of
// it. Who comes in later makes nothing undone that was done in time.
Times steps_by_party(const CaseFile &file, const Step &step) {
  auto times = steps(file, step.id);
  std::stable_sort(times.begin(), times.end(), earlier);
  const auto parties = asked_parties(file, step.repeat);
  const auto all_by = [&](const Moment &time) {
    return std::all_of(parties.begin(), parties.end(), [&](const Person *party) {
      const auto first = first_done_for(file, step, party->id);
      return time.day < came_in(file, *party).day || (first && !earlier(time, *first));
    });
  };
  times.erase(times.begin(), std::find_if(times.begin(), times.end(), all_by));
  return times;
}

// of a session that was moved or cancelled nothing is waited for
bool done_for_sessions(const CaseFile &file, const Step &step) {
  return std::all_of(file.sessions.begin(), file.sessions.end(), [&](const Session &session) {
    return takes_place_no_more(session) || done_for(file, step, session);
  });
}

} // namespace

std::vector<Moment> times_of(const CaseFile &file, const Step &step) {
  return by_party(step) ? steps_by_party(file, step) : steps(file, step.id);
}

bool done_for(const CaseFile &file, const Step &step, const Session &session) {
  return std::any_of(file.story.begin(), file.story.end(), [&](const Happened &act) {
    const auto named = value_of(act.facts.fields, "session"); // not every act of a session names it
    return act.opens() && act.step == step.id && (named.empty() || named == std::to_string(session.number));
  });
}

int times_done(const CaseFile &file, std::string_view step) {
  return static_cast<int>(steps(file, step).size());
}

bool used_up(const CaseFile &file, const Step &step) {
  const auto done = times_done(file, step.id);
  return (step.repeat == Repeat::once && done > 0) || (step.most > 0 && done >= step.most);
}

bool wholly_done(const Bench &, const CaseFile &file, const Step &step) {
  switch (step.repeat) {
  case Repeat::once:
    return times_done(file, step.id) > 0;
  case Repeat::per_session:
    return !file.sessions.empty() && done_for_sessions(file, step);
  case Repeat::per_party:
  case Repeat::per_beneficiary:
  case Repeat::per_respondent:
    return !asked_parties(file, step.repeat).empty() && not_done_for(file, step).empty();
  case Repeat::many:
    return step.most > 0 && times_done(file, step.id) >= step.most;
  }
  return false;
}

std::optional<Moment> served_on(const CaseFile &file, const Step &step) {
  const auto parties = parties_served(file, step);
  if (parties.empty()) {
    const auto act = std::find_if(file.story.begin(), file.story.end(), [&](const Happened &one) {
      return one.step == step.id && one.opens() && serves(one);
    });
    return act == file.story.end() || by_party(step) ? std::nullopt : std::optional(act->on);
  }
  std::optional<Moment> last;
  for (const auto *party : parties) {
    const auto first = first_served(file, step, party->id);
    if (!first)
      return std::nullopt;
    if (!last || earlier(*last, *first))
      last = first;
  }
  return last;
}

std::vector<std::string> waited_for(const CaseFile &file, const Step &step) {
  std::vector<std::string> left;
  for (const auto *party : parties_served(file, step))
    if (!first_served(file, step, party->id))
      left.push_back(party->id);
  return left;
}

std::vector<std::string> not_done_for(const CaseFile &file, const Step &step) {
  std::vector<std::string> left;
  if (by_party(step))
    for (const auto *party : asked_parties(file, step.repeat))
      if (!first_done_for(file, step, party->id))
        left.push_back(party->id);
  return left;
}

} // namespace mediasi
