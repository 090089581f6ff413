// When and under which number a supposed act comes, how it enters the case, and the page of the minutes as it would be
// issued.
#include <algorithm>

#include "acts/acts.h"
#include "judge/events.h"
#include "judge/suppose.h"

namespace mediasi {

Moment moment_after(const CaseFile &file, const Moment &now) {
  auto moment = now;
  if (!file.story.empty() && earlier(moment, file.story.back().on))
    moment = file.story.back().on;
  const auto time = moment.time.value_or(std::chrono::minutes{0}) + std::chrono::minutes{1};
  return time < std::chrono::minutes{24 * 60} ? Moment{moment.day, time}
                                              : Moment{plus_days(moment.day, 1), std::chrono::minutes{0}};
}

CaseFile with_act(const CaseFile &file, const Entry &entry) {
  auto after = after_act(file, entry);
  after.story.push_back({entry.step, entry.act, entry.on, {}, entry.by, {}, entry.seq, entry.facts});
  return after;
}

void say_what_is_asked(const Step &step, Entry &entry) {
  for (const auto &guard : step.guards) {
    const auto *values = guard.kind == "field_is" ? guard.with.find("is") : nullptr;
    const auto *fields = values != nullptr || guard.kind == "field_present" ? guard.with.find("field") : nullptr;
    if (fields == nullptr || guard.severity == Severity::warn || !concerns(guard, entry))
      continue;
    for (const auto &field : *fields)
      if (field.find('.') == std::string::npos)
        entry.facts.fields.try_emplace(field, values != nullptr ? values->front() : std::string("…"));
  }
}

void seal_fields(const ActKind &kind, Entry &entry) {
  for (const auto &field : kind.fields)
    if (field.seal == Seal::sealed && entry.facts.fields.erase(std::string(field.name)) > 0)
      entry.sealed_paths.emplace_back(field.name);
}

std::int64_t next_entry(const CaseFile &file) {
  std::int64_t last = 0;
  for (const auto &act : file.story)
    last = std::max(last, act.entry);
  return last + 1;
}

Entry suppose_paper(const CaseFile &file, const Moment &now) {
  Entry entry;
  entry.act = "paper";
  entry.on = moment_after(file, now);
  entry.seq = next_entry(file);
  entry.facts.fields = {{"freezes", "minutes"}, {"hash", "supposed"}};
  if (!file.minutes.empty()) {
    entry.facts.fields["session"] = std::to_string(file.minutes.back().session);
    entry.facts.fields["for"] = std::to_string(file.minutes.back().entry);
  }
  return entry;
}

} // namespace mediasi
