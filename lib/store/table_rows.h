// The question tables read whole, case by case, for what hashes them. Every case that any of the tables or part_digest
// names is visited once, by number. For lib/store alone.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "store/table_sums.h"

namespace mediasi {

std::optional<Hash> hash_in(std::string_view bytes); // 32 of them, else nothing

// of one case, as its rows are
Projection projection_of(Store::Inside &inside, const std::string &number);
void each_projection(Store::Inside &inside,
                     const std::function<void(const Projection &, const std::optional<Hash> &noted)> &visit);
void each_search(Store::Inside &inside,
                 const std::function<void(const std::string &case_number, const std::vector<SearchRow> &words,
                                          bool pending, const std::optional<Hash> &noted)> &visit);
void each_number(Store::Inside &inside, const std::function<void(const Hash &element)> &visit);
void each_ref(Store::Inside &inside, const std::function<void(const Hash &element)> &visit);

} // namespace mediasi
