// What the file of a case must hold: what is in, how many copies, and what is missing still.
#include <algorithm>

#include "base/language.h"
#include "base/text.h"
#include "judge/events.h"
#include "judge/judge.h"
#include "judge/sides.h"

namespace mediasi {

namespace {

// conditions of `only_when` requirements; unknown counts as yes, so that nothing needed is forgotten
bool condition_holds(const CaseFile &file, std::string_view condition) {
  const auto parties = file.parties();
  const auto any = [&](auto test) { return std::any_of(parties.begin(), parties.end(), test); };
  const auto day = file.received.day;
  if (condition == "child_party")
    return any([&](const Person *p) { return child_on(*p, day); });
  if (condition == "child_beneficiary")
    return any([&](const Person *p) { return p->side == Side::beneficiary && child_on(*p, day); });
  if (condition == "special_needs")
    return any([](const Person *p) { return p->special_needs != Tri::no && !p->organisation; });
  if (condition == "spouse")
    return any([](const Person *p) {
      const auto relation = value_of(p->clear, "relation");
      return relation == "spouse" || relation == "former_spouse";
    });
  if (condition == "representative" || condition == "organisation")
    return any([](const Person *p) { return p->organisation; });
  if (condition == "police_report")
    return std::any_of(file.matters.begin(), file.matters.end(),
                       [](const Matter &m) { return tri_of(m.clear, "police_report") == Tri::yes; });
  return true;
}

struct Copies {
  int in = 0;
  std::optional<Moment> all; // when the last of them came
};

// Who counted none brought what was asked for.
Copies copies_of(const CaseFile &file, const Requirement &requirement) {
  Copies copies;
  for (const auto &received : file.requirements) {
    if (received.requirement != requirement.id)
      continue;
    copies.in += received.copies > 0 ? received.copies : std::max(requirement.copies, 1);
    if (!copies.all && copies.in >= requirement.copies)
      copies.all = received.on;
  }
  return copies;
}

std::optional<Moment> handed_in(const Bench &bench, const CaseFile &file, const Requirement &requirement) {
  auto first = copies_of(file, requirement).all;
  const auto keep = [&](const Moment &moment) {
    if (!first || earlier(moment, *first))
      first = moment;
  };
  if (!requirement.satisfied_by.empty())
    if (const auto *step =
            bench.standard.step(requirement.satisfied_by)) // ticks itself when the step has done its work
      if (const auto done = served_on(file, *step))
        keep(*done);
  return first;
}

bool is_needed(const CaseFile &file, const Requirement &requirement) {
  if (requirement.need == "always")
    return true;
  return requirement.need == "only_when" && condition_holds(file, requirement.when);
}

struct Checklist {
  std::vector<Missing> missing;
  std::optional<Moment> last; // when the last needed item came in
};

// Alternatives stand as one: who has one of them needs no other, also one that by itself nobody has to bring.
void add_missing(const Bench &bench, const CaseFile &file, const Requirement &requirement,
                 std::vector<Missing> &missing) {
  const auto same = [&](const Missing &other) {
    return !requirement.group.empty() && other.any_of.front()->group == requirement.group;
  };
  if (std::any_of(missing.begin(), missing.end(), same))
    return;
  const int in = copies_of(file, requirement).in;
  auto &added = missing.emplace_back(Missing{{}, in > 0 ? requirement.copies - in : 0});
  for (const auto &other : bench.standard.requirements) {
    const bool alternative = !requirement.group.empty() && other.group == requirement.group;
    if (&other == &requirement || (alternative && (is_needed(file, other) || other.need == "if_any")))
      added.any_of.push_back(&other);
  }
}

std::string in_words(const Missing &missing) {
  std::vector<std::string> titles;
  for (const auto *one : missing.any_of)
    titles.push_back(one->title);
  const auto &first = *missing.any_of.front();
  if (titles.size() > 1)
    return say("one of: {}", join(titles, " / "));
  return missing.copies > 0 ? say("{} ({} of {} copies missing)", first.title, missing.copies, first.copies)
                            : first.title;
}

Checklist checklist(const Bench &bench, const CaseFile &file) {
  Checklist list;
  const auto &all = bench.standard.requirements;
  for (const auto &requirement : all) {
    if (!is_needed(file, requirement))
      continue;
    auto in = handed_in(bench, file, requirement);
    for (const auto &other : all) // one of an or-group is enough
      if (!in && !requirement.group.empty() && other.group == requirement.group)
        in = handed_in(bench, file, other);
    if (!in)
      add_missing(bench, file, requirement, list.missing);
    else if (!list.last || earlier(*list.last, *in))
      list.last = in;
  }
  return list;
}

} // namespace

std::optional<Date> complete_on(const Bench &bench, const CaseFile &file) {
  if (file.story.empty())
    return std::nullopt;
  const auto list = checklist(bench, file);
  if (!list.missing.empty())
    return std::nullopt;
  return list.last && !earlier(*list.last, file.received) ? list.last->day : file.received.day;
}

bool all_copies_in(const CaseFile &file, const Requirement &requirement) {
  return copies_of(file, requirement).all.has_value();
}

std::vector<Missing> missing_items(const Bench &bench, const CaseFile &file) {
  return checklist(bench, file).missing;
}

std::vector<std::string> missing_words(const Bench &bench, const CaseFile &file) {
  std::vector<std::string> words;
  for (const auto &missing : checklist(bench, file).missing)
    words.push_back(in_words(missing));
  return words;
}

} // namespace mediasi
