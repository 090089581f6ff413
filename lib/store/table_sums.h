// What the question tables hold, in one hash that every entry carries: a row put there, taken away or changed behind
// the journal's back is seen without folding a single case. The rows of a case count as one element, its search words
// as another, each number given as one. For lib/store alone.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/projection.h"
#include "store/multiset_hash.h"
#include "store/store.h"

namespace mediasi {

enum class Part { rows, search };

struct SearchRow { // one word a person of a case can be found by
  std::string person, kind, token;
};

// nothing there: no element
std::optional<Hash> element_of(const Projection &projection);
std::optional<Hash> element_of(std::string_view case_number, const std::vector<SearchRow> &words, bool pending);
Hash element_of_number(std::string_view register_name, std::int64_t year, std::int64_t serial,
                       std::string_view case_number, std::int64_t seq);

Hash element_of_ref(std::string_view source, std::string_view ref, std::int64_t seq);

// A part of a case is now this: call it with every change of its rows, inside the transaction.
void note_part(Store::Inside &inside, Part part, std::string_view case_number, const std::optional<Hash> &now);
// Error(store_altered) where the rows of a case are not those noted: what is recorded next would wash that out.
void check_rows_noted(Store::Inside &inside, const std::string &case_number);
void note_new_number(Store::Inside &inside, const Hash &element);
void note_number_gone(Store::Inside &inside, const Hash &element); // set aside until now
void restart_sums(Store::Inside &inside); // the tables of a rebuild are empty: what is left is the search index

// The sum kept beside the tables: that of the running transaction, else as it lies there.
MultisetHash kept_sum(Store::Inside &inside);
// The same, to go on from: Error(store_altered) when it is not the one the last entry covers, since whatever is
// recorded next would cover what somebody put there.
MultisetHash sum_to_go_on_from(Store::Inside &inside);
void keep_sum(Store::Inside &inside);       // at commit
bool tables_covered(Store::Inside &inside); // does the last entry carry the sum as it is now?
void make_old_sums(Store::Inside &inside);  // of a store that just came from version 2

// The same from the tables themselves. `visit` is shown every element of a case as it is and as it was noted.
struct PartSeen {
  Part part;
  std::string case_number;
  std::optional<Hash> is, noted;
};
MultisetHash counted_sum(Store::Inside &inside, const std::function<void(const PartSeen &)> &visit = {});

} // namespace mediasi
