// Opens what is sealed, case by case, and remembers of which: nothing is opened for showing that the entry of the
// reading (cmd/reads.h) does not name.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/identities.h"
#include "report/sealed_facts.h"
#include "store/store.h"

namespace mediasi {

class Disclosure {
public:
  explicit Disclosure(const Store &store) : store_(store) {} // unlocked, and outliving it

  // The identities of the case with these entries, opened when first asked for. Valid while the entries are.
  std::function<const Identities &()> of(const std::vector<Entry> &entries);
  SealedFacts facts(const std::vector<Entry> &entries);

  const std::vector<std::string> &cases() const { return cases_; } // house where complaints were opened

private:
  std::vector<Sealed> open(const Entry &entry) const; // nothing of a case that was erased

  const Store &store_;
  std::vector<std::string> cases_;
};

} // namespace mediasi
