#include "action/rule_names.h"

#include <algorithm>
#include <array>

#include "base/language.h"
#include "base/text.h"

namespace mediasi {

namespace {

constexpr std::array<std::string_view, 3> on_deadlines{"pause", "resume", "extension"};

void check_name(const Draft &draft, const Entry &act, std::string_view field, const std::vector<std::string> &known,
                std::vector<Problem> &problems) {
  const auto value = std::string(value_of(act.facts.fields, field));
  if (value.empty() || std::find(known.begin(), known.end(), value) != known.end())
    return;
  const auto written = draft.fields.values.find(field);
  const auto near = nearest(value, known);
  problems.push_back({Code::not_a_reference,
                      say("field '{}': no such id", field),
                      near.empty() ? say("known: {}", join(known, ", ")) : say("did you mean '{}'?", near),
                      written == draft.fields.values.end() ? draft.fields.place : written->second.place,
                      {},
                      {},
                      {}});
}

} // namespace

void check_rule_names(const Draft &draft, const Entry &act, const Standard &standard, std::vector<Problem> &problems) {
  if (std::find(on_deadlines.begin(), on_deadlines.end(), act.act) == on_deadlines.end())
    return;
  std::vector<std::string> deadlines;
  for (const auto &deadline : standard.deadlines)
    if (deadline.amount)
      deadlines.push_back(deadline.id);
  const auto reasons = reasons_of(standard, "pause");
  check_name(draft, act, "deadline", deadlines, problems);
  if (!reasons.empty()) // where none is listed no deadline pauses: that is refused, not misspelt
    check_name(draft, act, "reason", reasons, problems);
}

std::vector<std::string> reasons_of(const Standard &standard, std::string_view of) {
  std::vector<std::string> ids;
  for (const auto &reason : standard.reasons)
    if (reason.of == of)
      ids.push_back(reason.id);
  return ids;
}

std::string reason_meant(const Standard &standard, std::string_view of, std::string_view written) {
  const auto known = reasons_of(standard, of);
  if (known.empty())
    return say("the rules name none: add [[reason]] with of = \"{}\", for the cases to come: mediasi workflow adopt",
               of);
  const auto near = nearest(written, known);
  return near.empty() ? say("known: {}", join(known, ", ")) : say("did you mean '{}'?", near);
}

} // namespace mediasi
