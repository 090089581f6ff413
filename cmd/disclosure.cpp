#include "cmd/disclosure.h"

#include <memory>
#include <optional>

#include "store/erasure.h"

namespace mediasi {

std::function<const Identities &()> Disclosure::of(const std::vector<Entry> &entries) {
  const auto opened = std::make_shared<std::optional<Identities>>();
  return [this, &entries, opened]() -> const Identities & {
    if (!*opened && !entries.empty()) {
      cases_.push_back(entries.front().case_number);
      *opened = open_identities(entries, [this](const Entry &entry) { return open(entry); });
    }
    return opened->has_value() ? **opened : opened->emplace();
  };
}

std::vector<Sealed> Disclosure::open(const Entry &entry) const {
  return erased(store_, entry.case_number) ? std::vector<Sealed>{} : store_.open_sealed(entry);
}

SealedFacts Disclosure::facts(const std::vector<Entry> &entries) {
  if (entries.empty())
    return {};
  cases_.push_back(entries.front().case_number);
  return sealed_facts(entries, [this](const Entry &entry) { return open(entry); });
}

} // namespace mediasi
