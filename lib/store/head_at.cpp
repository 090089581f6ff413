#include "store/head_at.h"

#include "base/digest.h"
#include "store/inside.h"

namespace mediasi {

JournalHead head_at(const Store &store, std::int64_t seq) {
  return store.inside().asking([&] {
    Query query(store.inside(), "SELECT hash FROM entry WHERE seq = $seq");
    return JournalHead{seq, query.with("$seq", seq).next() ? to_hex(query.text(0)) : std::string()};
  });
}

} // namespace mediasi
