// Rows of the table reader: each is one way to the master, which lies in it wrapped to the reader's own public key. So
// whoever holds the master can give a new one to all readers, and needs none of their secrets. For lib/store alone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/key_text.h"
#include "store/passphrase.h"
#include "store/store.h"

namespace mediasi {

struct ReaderRow {
  std::int64_t id = 0;
  std::string officer, kind, salt, params, wrapped;

  // Of a store of format 2: the master lies under the reader's secret itself, and without it cannot be exchanged.
  bool old() const { return params.empty(); }
};

struct ReaderParams { // "box=HEX", before it for a passphrase how it is stretched
  std::optional<Stretching> stretching;
  std::string box; // the reader's own public key, 32 bytes
};
std::string text_of(const ReaderParams &params);
std::optional<ReaderParams> parse_reader_params(std::string_view text);

std::vector<ReaderRow> reader_rows(Store::Inside &inside);
std::string hash_of(const ReaderRow &row); // 32 bytes

// wraps the master to the row's own public key and writes the row
void put_reader(Store::Inside &inside, ReaderRow &row, const Secret &master);
void rewrap_reader(Store::Inside &inside, ReaderRow &row, const Secret &master);
void drop_reader(Store::Inside &inside, std::int64_t id);

// the master, when the reader's own key is the row's
std::optional<Secret> open_reader(Store::Inside &inside, const ReaderRow &row, KeyView key);

} // namespace mediasi
