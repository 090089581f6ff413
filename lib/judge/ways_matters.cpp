// Where the law's answer hangs on something not yet on file, the way on is to put it on file. Where it hangs on the
// matter itself there is none.
#include "acts/lists.h"
#include "base/text.h"
#include "judge/ways.h"

namespace mediasi::ways {

namespace {

template <typename Lacks> Ways complete_matters(const Question &q, Lacks lacks) {
  std::vector<Row> all;
  for (const auto &matter : q.after.matters) {
    auto says = lacks(matter);
    if (says.empty())
      continue;
    says["number"] = std::to_string(matter.number);
    says["kind"] = matter.kind;
    all.push_back(std::move(says));
  }
  return all.empty() ? Ways{} : Ways{{rows("person", "matter", std::move(all))}};
}

bool is_violence(const Matter &matter) {
  return matter.mediate && lists::matter_class(matter.kind) == lists::MatterClass::violence;
}

} // namespace

// what it was, somebody knows: the kind named here is the first of the law's list
Ways sexual_told(const Question &) {
  for (const auto &kind : lists::matters())
    if (lists::matter_class(kind.id) == lists::MatterClass::sexual)
      return {{rows("person", "matter", {{{"kind", std::string(kind.id)}, {"mediate", "no"}}})}};
  return {};
}

Ways child_violence(const Question &q) {
  auto ways = complete_matters(q, [](const Matter &matter) {
    Row says;
    for (const auto field : {"police_report", "serious_harm"})
      if (is_violence(matter) && tri_of(matter.clear, field) == Tri::unknown)
        says[field] = "no";
    return says;
  });
  const auto *finding = q.after.finding();
  const bool noted = finding && finding->best_interest;
  if (ways.empty() && !noted)
    ways.push_back({act("finding", {{"finding", finding ? finding->finding : "fit"}, {"best_interest", "…"}})});
  return ways;
}

Ways penalty(const Question &q) {
  const int most = q.guard.with.number("years", 5);
  return complete_matters(q, [&](const Matter &matter) {
    Row says;
    const auto years = parse_integer(value_of(matter.clear, "penalty_years"));
    if (is_violence(matter) && !years)
      says["penalty_years"] = std::to_string(most - 1);
    if (is_violence(matter) && years == most && value_of(matter.clear, "legal_note").empty())
      says["legal_note"] = "…";
    return says;
  });
}

Ways police(const Question &q) {
  return complete_matters(q, [](const Matter &matter) {
    Row says;
    if (lists::matter_class(matter.kind) == lists::MatterClass::civil)
      return says;
    const auto report = tri_of(matter.clear, "police_report");
    if (report == Tri::unknown)
      says["police_report"] = "no";
    if (report == Tri::yes && value_of(matter.clear, "police_number").empty())
      says["police_number"] = "…";
    if (report == Tri::yes && value_of(matter.clear, "police_stage").empty())
      says["police_stage"] = lists::police_stages().front().id;
    return says;
  });
}

} // namespace mediasi::ways
