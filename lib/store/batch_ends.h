// Every batch ends with the entry that closes it, in the transaction that brought its acts in: where they stand without
// one, somebody cut the journal off behind them.
#pragma once

#include <string>

#include "base/error.h"
#include "base/language.h"
#include "base/text.h"
#include "store/rows.h"

namespace mediasi {

class BatchEnds {
public:
  // tell(seq, "cut_off", words)
  template <typename Tell> void see(const RawEntry &entry, Tell &&found) { // every entry, by seq
    if (entry.facts.find(mark) != std::string::npos) {
      begun_ = begun_ == 0 ? entry.seq : begun_;
      last_ = entry.seq;
      return;
    }
    if (begun_ != 0 && !closes(entry))
      tell(found);
    begun_ = 0;
  }

  template <typename Tell> void end(Tell &&found) const { // of the journal
    if (begun_ != 0)
      tell(found);
  }

private:
  static constexpr std::string_view mark = "\"_batch\":[{\"batch\":\""; // as facts are encoded (rows.h)

  bool closes(const RawEntry &entry) const {
    if (entry.act != "batch" || entry.case_number != house)
      return false;
    try {
      const Row fields = decode_facts(entry.facts).fields;
      return parse_integer(value_of(fields, "first")) == begun_ && parse_integer(value_of(fields, "last")) == last_;
    } catch (const Error &) {
      return false; // altered, which its hash tells
    }
  }

  template <typename Tell> void tell(Tell &&found) const {
    found(last_, "cut_off", say("entry {} is of a batch that nothing closes: entries were cut off behind it", last_));
  }

  std::int64_t begun_ = 0, last_ = 0; // of the acts a batch brought that nothing has closed so far
};

} // namespace mediasi
