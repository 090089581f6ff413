#include "cmd/parted_records.h"

#include <algorithm>
#include <set>

#include "acts/acts.h"
#include "base/language.h"
#include "model/corrections.h"
#include "store/erasure.h"

namespace mediasi {

namespace {

using Entries = std::vector<Entry>;

std::string said(const Entry &entry, std::string_view name) {
  return std::string(value_of(entry.facts.fields, name));
}

bool tells_who(const Entry &entry, const std::string &pid) {
  return entry.act == "identify" && entry.correction == Correction::none && said(entry, "pid") == pid;
}

// Every standing word about the human being, in all cases that know of it, in the order of the journal. Of an erased
// case nobody is known any more.
Entries words_about(const Store &store, const Entry &word, const Entries &own) {
  const auto pid = said(word, "pid");
  std::set<std::string> cases{word.case_number, said(word, "case")};
  for (const auto &link : store.links(pid))
    cases.insert(link.case_number);
  cases.erase("");
  Entries words;
  for (const auto &number : cases) {
    if (number != word.case_number && erased(store, number))
      continue;
    for (auto &entry : standing_entries(number == word.case_number ? own : store.entries_of(number)))
      if (tells_who(entry, pid))
        words.push_back(std::move(entry));
  }
  std::sort(words.begin(), words.end(), [](const Entry &a, const Entry &b) { return a.seq < b.seq; });
  return words;
}

// `other` was written for another record by the command that took the officer's word
bool follows_from(const Entry &other, const Entry &word) {
  return other.seq > word.seq && other.recorded == word.recorded && said(other, "case") == word.case_number &&
         said(other, "other") == said(word, "person");
}

// the officer's own word, which may stand in another case than the entry that is taken back
const Entry &first_word(const Entries &words, const Entry &taken_back) {
  const auto found =
      std::find_if(words.begin(), words.end(), [&](const Entry &word) { return follows_from(taken_back, word); });
  return found == words.end() ? taken_back : *found;
}

Problem later_word(const Entry &entry) {
  return {Code::not_correctable,
          say("entry {} of case '{}' says more of the same human being", entry.seq, entry.case_number),
          say("first: mediasi intake {} --void {}", entry.case_number, entry.seq),
          {},
          "builtin.correction",
          tr("the journal is never edited; corrections are entries of their own"),
          {}};
}

} // namespace

std::vector<Entry> part_records(const Store &store, const Entries &entries, const Request &request, Plan &plan) {
  if (plan.acts.size() != 1 || !plan.problems.empty())
    return {};
  const Entry &own = plan.acts.front().entry;
  const auto target =
      std::find_if(entries.begin(), entries.end(), [&](const Entry &entry) { return entry.seq == own.target; });
  if (own.act != "identify" || own.correction != Correction::voids || target == entries.end())
    return {};
  const auto words = words_about(store, *target, entries);
  const Entry &first = first_word(words, *target);
  Entries told;
  auto known = entries;
  known.push_back(own);
  for (const auto &word : words) {
    const bool together = word.seq == first.seq || follows_from(word, first);
    if (!together && word.seq > first.seq)
      plan.problems.push_back(later_word(word));
    if (!together || word.seq == target->seq)
      continue;
    Entry entry = own;
    entry.seq = request.next_seq + 1 + static_cast<std::int64_t>(told.size());
    entry.case_number = word.case_number;
    entry.step = word.step;
    entry.target = word.seq;
    entry.rules = fold(word.case_number == own.case_number ? entries : store.entries_of(word.case_number)).rules;
    entry.sealed_paths.clear();
    if (entry.case_number == own.case_number)
      known.push_back(entry);
    told.push_back(std::move(entry));
  }
  plan.after = fold(known);
  plan.regular = fold_regular(known);
  return told;
}

} // namespace mediasi
