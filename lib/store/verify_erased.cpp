#include "store/verify_erased.h"

#include "store/inside.h"

namespace mediasi {

void ErasureCheck::key_gone(const RawEntry &entry) {
  Gone &gone = gone_.try_emplace(entry.case_number, Gone{entry.seq, entry.seq, entry.key_no}).first->second;
  gone.last = entry.seq;
}

void ErasureCheck::entry(const RawEntry &entry) {
  if (entry.case_number != house || entry.act != "erase") {
    return;
  }
  Erasure erasure = erasure_of(decode_facts(entry.facts).fields);
  std::string number = erasure.case_number;
  erased_.insert_or_assign(std::move(number), Erased{entry.seq, std::move(erasure)});
}

void ErasureCheck::check_erased(const std::string &case_number, const Erased &erased,
                                std::vector<Finding> &found) const {
  if (!well_signed(store_, erased.erasure, erased.seq) || erased.erasure.first != first_entry_of(store_, case_number)) {
    found.push_back({erased.seq, say("the erasure of case '{}' is not signed by this store", case_number)});
  }
  Query back(store_.inside(), "SELECT n FROM case_key WHERE case_number = $case AND wrapped <> x'' LIMIT 1");
  if (back.with("$case", case_number).next()) {
    found.push_back({erased.seq, say("case '{}' was erased, and its key {} is there", case_number, back.number(0))});
  }
}

std::vector<ErasureCheck::Finding> ErasureCheck::findings() const {
  std::vector<Finding> found;
  for (const auto &[case_number, gone] : gone_) {
    const auto erased = erased_.find(case_number);
    if (erased == erased_.end() || erased->second.seq < gone.last) {
      found.push_back({gone.first, say("key {} of case '{}' is missing", gone.n, case_number)});
    }
  }
  for (const auto &[case_number, erased] : erased_) {
    check_erased(case_number, erased, found);
  }
  return found;
}

} // namespace mediasi
