#include "judge/fitness_facts.h"

#include <algorithm>
#include <array>

#include "acts/lists.h"
#include "base/language.h"
#include "judge/at_the_table.h"
#include "judge/risk.h"

namespace mediasi {

namespace {

using Words = std::string_view;
constexpr std::array<Words, 5> classes{"civil", "violence", "sexual", "trafficking", "none"};
constexpr std::array<Words, 5> risks{"low", "medium", "high", "very_high", "unknown"};
constexpr std::array<Words, 3> tri_answers{"yes", "no", "unknown"};
constexpr std::array<Words, 4> fears{"yes", "no", "arranged", "unknown"};

constexpr std::array<FactDomain, 10> domains{{
    {"matter_class", later("gravest class among the matters to be mediated"), classes},
    {"risk", later("highest risk found in the latest assessments"), risks},
    {"willing", later("every party assessed is willing"), tri_answers},
    {"pressure", later("somebody is under pressure"), tri_answers},
    {"threat", later("there is an active threat"), tri_answers},
    {"protection_order", later("there is a protection order"), tri_answers},
    {"afraid", later("somebody is afraid in the same room"), fears},
    {"child_offender", later("a respondent was a child on the day of the incident"), tri_answers},
    {"serious_harm", later("the harm is serious"), tri_answers},
    {"police_report", later("there is a police report"), tri_answers},
}};

// of people: the screening block is not asked of a school
std::vector<const Assessment *> latest(const CaseFile &file) {
  std::vector<const Assessment *> found;
  for (const auto *party : at_the_table(file))
    if (const auto *assessment = party->organisation ? nullptr : file.latest_assessment(party->id))
      found.push_back(assessment);
  return found;
}

// "yes" wins over "unknown", which wins over "no"
std::string worst(const std::vector<Tri> &answers_seen) {
  if (std::find(answers_seen.begin(), answers_seen.end(), Tri::yes) != answers_seen.end())
    return "yes";
  if (answers_seen.empty() || std::find(answers_seen.begin(), answers_seen.end(), Tri::unknown) != answers_seen.end())
    return "unknown";
  return "no";
}

std::string asked(const CaseFile &file, Words field) {
  std::vector<Tri> seen;
  for (const auto *assessment : latest(file))
    seen.push_back(tri_of(assessment->clear, field));
  return worst(seen);
}

std::string all_willing(const CaseFile &file) {
  std::vector<Tri> unwilling;
  for (const auto *assessment : latest(file)) {
    const auto answer = tri_of(assessment->clear, "willing");
    unwilling.push_back(answer == Tri::yes ? Tri::no : answer == Tri::no ? Tri::yes : Tri::unknown);
  }
  const auto seen = worst(unwilling);
  return seen == "yes" ? "no" : seen == "no" ? "yes" : "unknown";
}

std::string fear(const CaseFile &file) {
  std::string found = "no";
  const auto all = latest(file);
  if (all.empty())
    return "unknown";
  for (const auto *assessment : all) {
    const auto afraid = tri_of(assessment->clear, "afraid");
    const bool arranged = tri_of(assessment->clear, "separate_arrangements") == Tri::yes;
    if (afraid == Tri::yes && !arranged)
      return "yes";
    if (afraid == Tri::unknown)
      found = "unknown";
    if (afraid == Tri::yes && found == "no")
      found = "arranged";
  }
  return found;
}

std::string highest_risk(const Bench &bench, const CaseFile &file) {
  constexpr std::array<Words, 5> order{"low", "medium", "unknown", "high", "very_high"};
  const auto all = latest(file);
  if (all.empty())
    return "unknown";
  std::size_t top = 0;
  for (const auto *assessment : all) {
    const auto at = std::find(order.begin(), order.end(), standing_risk(bench, file, assessment->party).level);
    top = std::max(top, at == order.end() ? 2 : static_cast<std::size_t>(at - order.begin()));
  }
  return std::string(order[top]);
}

std::string gravest_class(const CaseFile &file) {
  using lists::MatterClass;
  std::string found = "none";
  auto top = -1;
  for (const auto &matter : file.matters) {
    if (!matter.mediate)
      continue;
    const auto rank = static_cast<int>(lists::matter_class(matter.kind)); // civil < violence < sexual < trafficking
    if (rank <= top)
      continue;
    top = rank;
    found = lists::class_name(lists::matter_class(matter.kind));
  }
  return found;
}

bool is_offence(const Matter &matter) {
  return lists::matter_class(matter.kind) != lists::MatterClass::civil;
}

// What is asked of an offence is not asked of the school's duty or the maintenance beside it, unless it is said.
std::vector<const Matter *> matters_asked(const CaseFile &file) {
  const bool offence = std::any_of(file.matters.begin(), file.matters.end(),
                                   [](const Matter &matter) { return matter.mediate && is_offence(matter); });
  std::vector<const Matter *> asked;
  for (const auto &matter : file.matters)
    if (matter.mediate && (is_offence(matter) || !offence))
      asked.push_back(&matter);
  return asked;
}

std::string matters_say(const CaseFile &file, Words field) {
  std::vector<Tri> seen;
  for (const auto &matter : file.matters)
    if (const auto said = tri_of(matter.clear, field); matter.mediate && said == Tri::yes)
      seen.push_back(said);
  for (const auto *matter : matters_asked(file))
    seen.push_back(tri_of(matter->clear, field));
  return worst(seen);
}

std::string child_offender(const CaseFile &file, Date day) {
  std::vector<Tri> seen{Tri::no};
  for (const auto *matter : matters_asked(file)) {
    const auto incident = parse_date(value_of(matter->clear, "incident_on")).value_or(day);
    const auto *person = file.person(matter->respondent); // none: nobody knows yet who it was
    seen.push_back(!person ? Tri::unknown : child_on(*person, incident) ? Tri::yes : Tri::no);
  }
  return worst(seen);
}

} // namespace

std::span<const FactDomain> fact_domains() {
  return domains;
}

std::map<std::string, std::string, std::less<>> fitness_facts(const Bench &bench, const CaseFile &file, Date day) {
  return {{"matter_class", gravest_class(file)},
          {"risk", highest_risk(bench, file)},
          {"willing", all_willing(file)},
          {"pressure", asked(file, "pressure")},
          {"threat", asked(file, "threat")},
          {"protection_order", asked(file, "protection_order")},
          {"afraid", fear(file)},
          {"child_offender", child_offender(file, day)},
          {"serious_harm", matters_say(file, "serious_harm")},
          {"police_report", matters_say(file, "police_report")}};
}

} // namespace mediasi
