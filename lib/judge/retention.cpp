#include "judge/retention.h"

#include <algorithm>

#include "base/error.h"
#include "base/language.h"
#include "model/agreement.h"
#include "model/person.h"

namespace mediasi {

namespace {

// the day of an anniversary; 29 February is 1 March in common years
Date years_after(Date day, int years) {
  const Date then = day + std::chrono::years(years);
  return then.ok() ? then : Date(then.year(), std::chrono::March, std::chrono::day(1));
}

bool serves(const CaseFile &file, const std::string &of) {
  if (of == "any")
    return true;
  const auto beneficiaries = file.side(Side::beneficiary);
  return std::any_of(beneficiaries.begin(), beneficiaries.end(), [&](const Person *person) {
    const bool child = child_on(*person, file.received.day);
    const bool surely_child = child && person->birth.year > 0;
    return of == "child" ? child : !surely_child && value_of(person->clear, "sex") != "male";
  });
}

void add_owed(const Keeping &keeping, const CaseFile &file, std::vector<Obstacle> &found) {
  for (const Obligation &obligation : file.obligations)
    if (!is_settled(obligation))
      found.push_back({Obstacle::What::obligation, std::to_string(obligation.number)});
  for (const DueRow &due : keeping.dues)
    found.push_back({Obstacle::What::deadline, due.deadline});
}

void add_time(const Keeping &keeping, const CaseFile &file, std::vector<Obstacle> &found) {
  const Kept kept = how_long_kept(keeping.retention, file);
  if (kept.codes.empty())
    found.push_back({Obstacle::What::unclassed, {}});
  else if (kept.permanent)
    found.push_back({Obstacle::What::permanent, {}});
  else if (kept.until && keeping.day < *kept.until)
    found.push_back({Obstacle::What::time, text_of(*kept.until)});
}

} // namespace

Kept how_long_kept(const Retention &retention, const CaseFile &file) {
  Kept kept;
  int years = 0;
  for (const RetentionClass &known : retention.classes)
    if (serves(file, known.of)) {
      kept.codes.push_back(known.code);
      kept.permanent = kept.permanent || known.permanent;
      years = std::max(years, known.active + known.inactive);
    }
  if (!kept.codes.empty() && !kept.permanent && file.termination)
    kept.until = years_after(file.termination->on.day, years);
  return kept;
}

std::string obstacle_word(const Obstacle &obstacle) {
  switch (obstacle.what) {
  case Obstacle::What::open:
    return say("open");
  case Obstacle::What::obligation:
    return say("obligation {}", obstacle.which);
  case Obstacle::What::deadline:
    return say("deadline {}", obstacle.which);
  case Obstacle::What::hold:
    return say("legal hold since {}", obstacle.which);
  case Obstacle::What::linked:
    return say("open case {}", obstacle.which);
  case Obstacle::What::time:
    return say("kept until {}", obstacle.which);
  case Obstacle::What::permanent:
    return say("kept for good");
  case Obstacle::What::unclassed:
    return say("no class");
  }
  return {};
}

std::vector<Obstacle> obstacles_to_erasing(const Keeping &keeping, const CaseFile &file, const ErasureReason *reason) {
  std::vector<Obstacle> found;
  if (!file.closed())
    found.push_back({Obstacle::What::open, {}});
  add_owed(keeping, file, found);
  if (file.legal_hold)
    found.push_back({Obstacle::What::hold, text_of(file.legal_hold->on.day)});
  if (reason != nullptr && reason->early)
    return found;
  for (const std::string &other : keeping.open_cases)
    found.push_back({Obstacle::What::linked, other});
  add_time(keeping, file, found);
  return found;
}

Problem problem_of(const Obstacle &obstacle, const std::string &case_number) {
  const std::string &which = obstacle.which;
  const auto problem = [](Code code, std::string message, std::string hint) {
    return Problem{.code = code, .message = std::move(message), .hint = std::move(hint)};
  };
  switch (obstacle.what) {
  case Obstacle::What::open:
    return problem(Code::case_still_open, say("case '{}' is not closed", case_number),
                   say("close it first: mediasi terminate {}", case_number));
  case Obstacle::What::obligation:
    return problem(Code::still_owed, say("obligation {} of case '{}' is open", which, case_number),
                   say("record at a visit what became of it; a closed case is opened again for that"));
  case Obstacle::What::deadline:
    return problem(Code::still_owed, say("the deadline '{}' of case '{}' is running", which, case_number),
                   say("see what is due: mediasi report due --case {}", case_number));
  case Obstacle::What::hold:
    return problem(Code::held_by_law, say("a legal hold stands on case '{}' since {}", case_number, which),
                   say("whoever placed it lifts it, with the paper: mediasi record {} --form FILE", case_number));
  case Obstacle::What::linked:
    return problem(Code::still_kept, say("somebody of case '{}' is in the open case '{}'", case_number, which),
                   say("wait until that case is closed, or name a reason that the rules allow before time"));
  case Obstacle::What::time:
    return problem(Code::still_kept, say("case '{}' is kept until {}", case_number, which),
                   say("wait, or name a reason that the rules allow before time"));
  case Obstacle::What::permanent:
    return problem(Code::still_kept, say("case '{}' is kept for good by its class", case_number),
                   say("hand it to the archive, or name a reason that the rules allow before time"));
  case Obstacle::What::unclassed:
    return problem(Code::still_kept, say("no class of the rules says how long case '{}' is kept", case_number),
                   say("add a [[retention.class]] that covers it, or name a reason that the rules allow before time"));
  }
  return {};
}

} // namespace mediasi
