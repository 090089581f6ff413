#include "store/rules_kept.h"

#include <algorithm>

#include "base/error.h"
#include "store/inside.h"

namespace mediasi {

std::string rules_hash(const RulesText &rules) {
  auto templates = rules.templates;
  std::sort(templates.begin(), templates.end());
  Digest digest;
  digest.add_sized("mediasi-rules-1").add_sized(rules.text);
  for (const auto &[name, text] : templates) {
    digest.add_sized(name).add_sized(text);
  }
  return to_hex(bytes_of(digest.finish()));
}

std::string hash_of_rules_row(std::string_view hash, std::string_view file) {
  return std::string(bytes_of(Digest{}.add_sized("mediasi-rules-row-1").add_sized(hash).add_sized(file).finish()));
}

RulesText kept_rules(Store::Inside &inside, std::string_view hash) {
  RulesText kept;
  Query rules(inside, "SELECT hash, file, text FROM rules WHERE hash = $hash");
  if (rules.with("$hash", hash).next()) {
    kept = {.hash = rules.text(0), .file = rules.text(1), .text = rules.text(2), .templates = {}};
  }
  Query templates(inside, "SELECT name, text FROM template WHERE rules = $hash ORDER BY name");
  templates.with("$hash", hash);
  while (templates.next()) {
    kept.templates.emplace_back(templates.text(0), templates.text(1));
  }
  return kept;
}

RulesText Store::rules(std::string_view hash) const {
  return inside_->asking([&] {
    RulesText kept = kept_rules(*inside_, hash);
    if (kept.hash != hash || rules_hash(kept) != hash) {
      throw Error({.code = Code::store_altered,
                   .message = say("the rules kept in the store are not those that were adopted"),
                   .hint = say("run 'mediasi store verify', then restore a backup")});
    }
    return kept;
  });
}

std::string Store::current_rules() const {
  return inside_->asking([&] {
    Query query(*inside_,
                "SELECT facts FROM entry WHERE case_number = '0' AND act = 'adopt' ORDER BY seq DESC LIMIT 1");
    return query.next() ? std::string(value_of(decode_facts(query.text(0)).fields, "rules")) : std::string{};
  });
}

void Store::keep_rules(const RulesText &rules) {
  inside_->changing([&] {
    if (rules.hash != rules_hash(rules)) {
      throw out_of_place(later("rules under a hash that is not theirs"));
    }
    Query known(*inside_, "SELECT 1 FROM rules WHERE hash = $hash");
    if (known.with("$hash", rules.hash).next()) {
      return;
    }
    Query(*inside_, "INSERT INTO rules(hash, file, text, row_hash) VALUES ($hash, $file, $text, $row_hash)")
        .with("$hash", rules.hash)
        .with("$file", rules.file)
        .with("$text", rules.text)
        .with_blob("$row_hash", hash_of_rules_row(rules.hash, rules.file))
        .run();
    Query insert(*inside_, "INSERT INTO template(rules, name, text) VALUES ($rules, $name, $text)");
    for (const auto &[name, text] : rules.templates) {
      insert.with("$rules", rules.hash).with("$name", name).with("$text", text).run();
    }
  });
}

} // namespace mediasi
