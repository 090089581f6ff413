#include "store/handover.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "store/signature.h"

namespace mediasi {

namespace {

struct Handover {
  std::string key, signature;
};

std::string handover_text(const Origin &origin, std::string_view key) {
  return bound({"mediasi-handover-1", origin.id, key});
}

std::optional<std::vector<Handover>> read(std::string_view text) {
  constexpr std::size_t key_bytes = 32, signature_bytes = 64;
  std::vector<Handover> all;
  if (text.empty())
    return all;
  const std::vector<std::string> words = split(text, ' ');
  if (words.size() % 2 != 0)
    return std::nullopt;
  for (std::size_t at = 0; at < words.size(); at += 2) {
    auto key = from_hex(words[at]), signature = from_hex(words[at + 1]);
    if (!key || key->size() != key_bytes || !signature || signature->size() != signature_bytes)
      return std::nullopt;
    all.push_back({std::move(*key), std::move(*signature)});
  }
  return all;
}

} // namespace

bool are_handovers(std::string_view text) {
  return read(text).has_value();
}

std::string handover_to(const Origin &origin, const Publics &fresh, const Secret &former_master) {
  return to_hex(signature_of(former_master, handover_text(origin, fresh.sign)));
}

std::string handovers_of(const Readership &known) {
  std::string text;
  for (auto one = std::next(known.generations.begin()); one != known.generations.end(); ++one)
    if (one->handover.empty()) // renewed by an earlier release: what was before it cannot know what comes after
      text.clear();
    else
      text += (text.empty() ? "" : " ") + to_hex(one->publics.sign) + " " + one->handover;
  return text;
}

std::string handed_to(const Origin &origin, std::string known, std::string_view handovers) {
  const auto all = read(handovers);
  if (!all)
    return "";
  const auto same = std::find_if(all->begin(), all->end(), [&](const Handover &one) { return one.key == known; });
  for (auto next = same == all->end() ? all->begin() : std::next(same); next != all->end(); ++next) {
    if (!signature_holds(known, handover_text(origin, next->key), next->signature))
      return "";
    known = next->key;
  }
  return known;
}

} // namespace mediasi
