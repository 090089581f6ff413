// A monitoring visit as it is reported: when, how, what became of every clause, what comes next.
#include "paper/view_parts.h"

#include <algorithm>

#include <fmt/core.h>

#include "base/text.h"
#include "paper/coded_words.h"
#include "paper/labels.h"
#include "paper/people.h"

namespace mediasi {

namespace {

// The report is about the visit before it.
const Visit *visit_of(const PaperInput &input) {
  const auto &visits = input.file.visits;
  const auto found =
      std::find_if(visits.rbegin(), visits.rend(), [&](const Visit &visit) { return in_time(input, visit.entry); });
  return found == visits.rend() ? nullptr : &*found;
}

// It counts from the report before; the first from the minutes.
std::string since(const PaperInput &input) {
  std::optional<Moment> from;
  for (const auto &minutes : input.file.minutes)
    if (minutes.complete)
      from = minutes.complete;
  for (const auto &report : input.file.reports)
    if (report.what == "monitoring" && report.entry < input.request.for_entry)
      from = report.on;
  return from ? long_date(from->day) : "";
}

std::string proof_of(const PaperInput &input, const Row &state, std::size_t place, std::int64_t entry) {
  const auto kind = coded_word("evidence_kinds", value_of(state, "evidence_kind"));
  const auto words = identity(input, fmt::format("state#{}@{}", place, entry), "evidence");
  if (kind.empty() || words.empty())
    return kind + words;
  return fmt::format("{}: {}", kind, words);
}

void add_clauses(View &view, const PaperInput &input, const Happened &visit) {
  const auto &states = rows_of(visit.facts, "state");
  for (std::size_t at = 0; at < states.size(); ++at) {
    const auto number = parse_integer(value_of(states[at], "obligation"));
    const auto *obligation = number ? input.file.obligation(static_cast<int>(*number)) : nullptr;
    if (obligation == nullptr)
      continue;
    const auto *who = input.file.person(obligation->who);
    const auto words = identity(input, fmt::format("obligation{}", obligation->number), "text");
    view.lists["clauses"].push_back({{{"clause_number", std::to_string(obligation->number)},
                                      {"clause_who", who == nullptr ? obligation->who : who_in_brief(*who, input.file)},
                                      {"clause_text", words.empty() ? obligation_label(obligation->kind) : words},
                                      {"clause_state", coded_word("obligation_states", value_of(states[at], "state"))},
                                      {"clause_proof", proof_of(input, states[at], at + 1, visit.entry)}},
                                     {}});
  }
}

} // namespace

void add_visit(View &view, const PaperInput &input) {
  const auto *visit = visit_of(input);
  if (visit == nullptr)
    return;
  const auto said = [&](std::string_view field, std::string_view otherwise) {
    const auto value = value_of(visit->clear, field);
    return value.empty() ? otherwise : value;
  };
  view.texts["visit_number"] = std::to_string(visit->number);
  view.texts["visit_on"] = long_date(visit->on.day);
  view.texts["visit_since"] = since(input);
  view.texts["visit_means"] = coded_word("log_means", said("means", ""));
  view.texts["visit_risk"] = coded_word("risks", said("risk", "unknown"));
  view.texts["visit_violence"] = coded_word("answers", said("new_violence", "unknown"));
  view.texts["visit_next"] = free_text(input, "next_step", visit->entry);
  add_paragraphs(view, "visit_notes", "visit_paragraph", free_text(input, "words", visit->entry));
  const auto &story = input.file.story;
  const auto act =
      std::find_if(story.begin(), story.end(), [&](const Happened &one) { return one.entry == visit->entry; });
  if (act != story.end())
    add_clauses(view, input, *act);
}

} // namespace mediasi
