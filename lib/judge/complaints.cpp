#include "judge/complaints.h"

#include <algorithm>

#include "judge/events.h"

namespace mediasi {

namespace {

// the answer that keeps this deadline: the earliest of the kinds it names
std::optional<Moment> met_on(const Deadline &deadline, const Complaint &complaint) {
  std::optional<Moment> first;
  for (const auto *kind : {"reply", "decision"}) {
    const auto event = std::string("complaint_") + kind;
    if (std::find(deadline.until.begin(), deadline.until.end(), event) == deadline.until.end())
      continue;
    if (const auto *answer = complaint.answer(kind); answer && (!first || earlier(answer->on, *first)))
      first = answer->on;
  }
  return first;
}

} // namespace

std::vector<ComplaintLimit> complaint_limits(const Bench &bench, const CaseFile &house_file) {
  std::vector<ComplaintLimit> limits;
  for (const auto &complaint : house_file.complaints)
    for (const auto &deadline : bench.standard.deadlines) {
      if (deadline.from != "complaint" || !deadline.amount || deadline.at_least)
        continue;
      auto due = due_of(bench, house_file, deadline, complaint.on);
      due.deadline += '.' + std::to_string(complaint.entry); // several may wait at once
      limits.push_back({complaint.entry, &deadline, std::move(due), met_on(deadline, complaint)});
    }
  return limits;
}

} // namespace mediasi
