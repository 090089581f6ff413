// Statutory gates 1 and 2: what may be mediated at all, per matter and per pair of parties.
#include <algorithm>
#include <array>

#include "acts/lists.h"
#include "base/language.h"
#include "base/text.h"
#include "judge/guard_kind.h"
#include "judge/sides.h"
#include "judge/ways.h"

namespace mediasi::guards {

namespace {

using lists::matter_class;
using lists::MatterClass;

std::string named(const Matter &matter) {
  return "matter " + std::to_string(matter.number);
}

// in doubt about the day, the day of the act; in doubt about the age, a child
bool child_at_incident(const Question &q, const Matter &matter) {
  const auto *person = q.after.person(matter.respondent);
  if (!person || person->organisation)
    return false;
  return child_on(*person, parse_date(value_of(matter.clear, "incident_on")).value_or(q.act.on.day));
}

bool surely_child(const Question &q, const Matter &matter) {
  const auto *person = q.after.person(matter.respondent);
  const auto day = parse_date(value_of(matter.clear, "incident_on"));
  return person && day && person->birth.year != 0 && oldest_age_on(person->birth, *day) < 18;
}

Seen check_sexual(const Question &q) {
  const bool about_children = q.guard.with.one("offender") == "child";
  for (const auto &matter : q.after.matters)
    if (matter.mediate && matter_class(matter.kind) == MatterClass::sexual && surely_child(q, matter) == about_children)
      return fails(named(matter), matter.kind);
  return fine();
}

// What was told alone in a room is no label: it is written down as what it is, and judged as that.
Seen check_sexual_told(const Question &q) {
  const bool on_file = std::any_of(q.after.matters.begin(), q.after.matters.end(), [](const Matter &matter) {
    return matter_class(matter.kind) == MatterClass::sexual || matter_class(matter.kind) == MatterClass::trafficking;
  });
  for (const auto &assessment : q.after.assessments)
    if (!on_file && contains(values_of(assessment.clear, "violence_items"), "sexual"))
      return fails("assessment of " + assessment.party, "sexual act told");
  return fine();
}

Seen check_class(const Question &q) {
  const auto *refused = q.guard.with.find("classes");
  for (const auto &matter : q.after.matters) {
    if (!matter.mediate || !refused)
      continue;
    const auto name = lists::class_name(matter_class(matter.kind));
    if (contains(*refused, name))
      return fails(named(matter), matter.kind);
  }
  return fine();
}

// Violence by a child stays open only without a police report and without serious harm, with a best-interest note.
Seen check_child_violence(const Question &q) {
  bool any = false;
  for (const auto &matter : q.after.matters) {
    if (!matter.mediate || matter_class(matter.kind) != MatterClass::violence || !child_at_incident(q, matter))
      continue;
    any = true;
    for (const auto field : {"police_report", "serious_harm"}) {
      const auto fact = std::string(field) + " of " + named(matter);
      const auto answer = tri_of(matter.clear, field);
      if (answer == Tri::unknown)
        return unknown(fact);
      if (answer == Tri::yes)
        return fails(fact, "yes");
    }
  }
  if (!any)
    return fine();
  const auto *finding = q.after.finding();
  return finding && finding->best_interest ? fine() : fails("best_interest note", "none");
}

// Adults: an offence of more than the named years cannot be settled; at exactly that, the legal adviser's note decides.
Seen check_penalty(const Question &q) {
  const int most = q.guard.with.number("years", 5);
  for (const auto &matter : q.after.matters) {
    if (!matter.mediate || matter_class(matter.kind) != MatterClass::violence || child_at_incident(q, matter))
      continue;
    const auto *person = q.after.person(matter.respondent);
    if (person && person->organisation)
      continue;
    const auto text = value_of(matter.clear, "penalty_years");
    const auto fact = "penalty_years of " + named(matter);
    const auto penalty = parse_integer(text);
    if (!penalty)
      return unknown(fact);
    if (*penalty > most)
      return fails(fact, std::string(text));
    if (*penalty == most && value_of(matter.clear, "legal_note").empty())
      return unknown("legal_note of " + named(matter));
  }
  return fine();
}

// Where an offence is on file, its police number and stage are on file too, or that there is no report.
Seen check_police(const Question &q) {
  for (const auto &matter : q.after.matters) {
    if (matter_class(matter.kind) == MatterClass::civil)
      continue;
    const auto report = tri_of(matter.clear, "police_report");
    if (report == Tri::unknown)
      return unknown("police_report of " + named(matter));
    if (report == Tri::no)
      continue;
    for (const auto field : {"police_number", "police_stage"})
      if (value_of(matter.clear, field).empty())
        return fails(std::string(field) + " of " + named(matter), "empty");
  }
  return fine();
}

} // namespace

std::span<const GuardKind> matters() {
  using T = ParameterType;
  static constexpr std::array ages{std::string_view("adult"), std::string_view("child")};
  static const std::array offender{ParameterSpec{"offender", T::choice, true, ages}};
  static const std::array classes{ParameterSpec{"classes", T::texts, true, {}}};
  static const std::array years{ParameterSpec{"years", T::number, true, {}}};
  static const std::array kinds{
      GuardKind{{"sexual_matter", later("no sexual violence by such an offender is to be mediated"), offender},
                false,
                check_sexual},
      GuardKind{{"sexual_on_file", later("a sexual act told in an assessment is on file as a matter"), {}},
                false,
                check_sexual_told,
                ways::sexual_told},
      GuardKind{
          {"matter_class_not", later("no matter of these classes is to be mediated"), classes}, false, check_class},
      GuardKind{{"child_violence_open",
                 later("violence by a child: no police report, no serious harm, a best-interest note"),
                 {}},
                true,
                check_child_violence,
                ways::child_violence},
      GuardKind{{"excluded_penalty", later("no offence with a higher penalty is to be mediated"), years},
                false,
                check_penalty,
                ways::penalty},
      GuardKind{{"police_on_file", later("police number and stage of every offence are on file"), {}},
                false,
                check_police,
                ways::police},
  };
  return kinds;
}

} // namespace mediasi::guards
