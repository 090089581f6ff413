#include "action/likeness.h"

#include <algorithm>

#include "base/language.h"

namespace mediasi {

namespace {

// the side somebody belongs to: a companion that of those accompanied
std::vector<Side> sides_of(const CaseFile &file, const Person &person) {
  if (person.side != Side::companion)
    return {person.side};
  std::vector<Side> sides;
  for (const auto &id : person.of)
    if (const auto *party = file.person(id))
      sides.push_back(party->side);
  return sides;
}

bool has(const std::vector<Side> &sides, Side side) {
  return std::find(sides.begin(), sides.end(), side) != sides.end();
}

std::string how_to_confirm(const CaseFile &file, const Standard &standard, const LikeRecord &like) {
  const auto step = std::find_if(standard.steps.begin(), standard.steps.end(),
                                 [](const Step &each) { return each.act == "identify"; });
  if (step == standard.steps.end())
    return say("compare both cases: mediasi report case {}", like.file.number);
  const auto elsewhere = like.file.number == file.number ? "" : " --set case=" + like.file.number;
  return say("if it is: mediasi {} {} --step {} --set person={}{} --set other={}; else leave it", step->command,
             file.number, step->id, like.person, elsewhere, like.other);
}

} // namespace

std::string in_words(Likeness how) {
  switch (how) {
  case Likeness::nik:
    return tr("the same NIK");
  case Likeness::name_and_born:
    return tr("the same name and month of birth");
  case Likeness::name:
    return tr("the same name");
  case Likeness::born:
    return tr("the same month of birth");
  case Likeness::none:
    break;
  }
  return {};
}

bool on_opposite_sides(const CaseFile &file, const Person &one, const CaseFile &other_file, const Person &other) {
  const auto here = sides_of(file, one), there = sides_of(other_file, other);
  return (has(here, Side::beneficiary) && has(there, Side::respondent)) ||
         (has(here, Side::respondent) && has(there, Side::beneficiary));
}

std::vector<Problem> told_likeness(const CaseFile &file, const Standard &standard, const LikeRecord &like) {
  const auto *self = file.person(like.person);
  const auto *other = like.file.person(like.other);
  if (!self || !other || (!self->pid.empty() && self->pid == other->pid))
    return {};
  const bool opposed = !like.file.closed() && on_opposite_sides(file, *self, like.file, *other);
  std::string message = like.file.number == file.number
                            ? say("'{}' may be '{}' ({}) of the same case: {}", like.person, like.other,
                                  other->initials, in_words(like.how))
                            : say("'{}' may be '{}' ({}) of case {}: {}", like.person, like.other, other->initials,
                                  like.file.number, in_words(like.how));
  if (opposed)
    message += "; " + say("there on the other side, and that case is open");
  return {{Code::possible_duplicate, std::move(message), how_to_confirm(file, standard, like), {}, {}, {}, {}}};
}

} // namespace mediasi
