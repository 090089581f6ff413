// From what a reader holds to the master, and from it to the read secrets before it.
#include <algorithm>

#include "base/error.h"
#include "store/failure.h"
#include "store/inside.h"
#include "store/key_text.h"
#include "store/passphrase.h"
#include "store/readership.h"

namespace mediasi {

namespace {

// The keys a text may be for each row of its kind: always the same one, but of a passphrase another for each salt.
class HeldKey {
public:
  HeldKey(std::string_view text, const Origin &origin, const std::string &path) : kind_(key_kind(text)) {
    if (kind_ == KeyKind::passphrase) {
      phrase_ = normal_passphrase(text);
      return;
    }
    text_ = read_key_text(text);
    if (!text_->store.empty() && text_->store != origin.id) {
      throw Error({.code = Code::key_wrong,
                   .message = say("the key is another store's"),
                   .hint = say("name the key file of the store '{}' with --key FILE", path)});
    }
    if (text_->id == StoreId::of_its_keys && store_id_of(origin.publics) != text_->store) {
      throw altered(say("the store's public keys were exchanged"));
    }
  }

  bool may_open(const ReaderRow &row) const { return row.kind == kind_name(kind_); }

  std::optional<Secret> master(Store::Inside &inside, const ReaderRow &row) const {
    if (text_) {
      return open_reader(inside, row, text_->key.key());
    }
    if (!phrase_) {
      return std::nullopt;
    }
    const auto params = parse_reader_params(row.params);
    if (!params || !params->stretching) {
      throw altered(say("reader {} was altered", row.id));
    }
    return open_reader(inside, row, stretched(*phrase_, row.salt, *params->stretching).key());
  }

private:
  KeyKind kind_;
  std::optional<KeyText> text_;
  std::optional<SecretText> phrase_; // none when it is no text at all
};

// Only rows as they were entered are tried: a row put there by somebody else may ask for any costs, and opens nothing.
Secret opened_master(Store::Inside &inside, const Readership &known, const HeldKey &held, std::string_view officer) {
  std::vector<ReaderRow> rows = reader_rows(inside);
  std::stable_partition(rows.begin(), rows.end(), [&](const ReaderRow &row) { return row.officer == officer; });
  const ReaderRow *bad = nullptr;
  for (const ReaderRow &row : rows) {
    if (!is_entered(known, row)) {
      bad = &row;
    } else if (held.may_open(row)) {
      if (auto master = held.master(inside, row)) {
        return std::move(*master);
      }
    }
  }
  if (bad != nullptr) {
    throw altered(say("reader {} is not the one entered", bad->id));
  }
  throw Error({.code = Code::key_wrong,
               .message = say("the key does not open this store"),
               .hint = say("use the key file written last, or the recovery code from the safe")});
}

} // namespace

void Store::unlock(std::string_view key_text, std::string_view officer) {
  inside_->asking([&] {
    const Origin &origin = inside_->origin();
    const Readership known = sound_readership(*inside_);
    Secret master = opened_master(*inside_, known, HeldKey(key_text, origin, inside_->path), officer);
    const Publics publics = publics_of(master);
    if (publics.read != known.current().publics.read || publics.sign != known.current().publics.sign) {
      throw altered(say("the store's public keys were exchanged"));
    }
    Unlocked reading{.unwrapper = Unwrapper(std::move(master)), .former = {}, .case_number = {}, .n = 0};
    for (auto generation = known.generations.rbegin(); generation->from > 1; ++generation) {
      Unwrapper &newer = reading.former.empty() ? reading.unwrapper : reading.former.back();
      Secret former(key_size);
      if (!unwrap_former(origin, *generation, newer, former) ||
          public_of(former.key()) != std::next(generation)->publics.read) {
        throw altered(say("the keys before entry {} were altered", generation->from));
      }
      reading.former.emplace_back(std::move(former));
    }
    inside_->reading.emplace(std::move(reading));
  });
}

bool Store::unlocked() const {
  return inside_->reading.has_value();
}

} // namespace mediasi
