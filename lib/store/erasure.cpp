#include "store/erasure.h"

#include <algorithm>
#include <optional>

#include "base/error.h"
#include "store/handover.h"
#include "store/inside.h"
#include "store/readership.h"
#include "store/rows.h"
#include "store/search.h"
#include "store/signature.h"

namespace mediasi {

namespace {

// what is signed: codes, numbers and hashes alone, so that blanks part them
std::string told(const Store &store, const Erasure &erasure) {
  return "mediasi-erasure-1 " + store.inside().origin().id + " " + line_of(erasure);
}

// A row that counts without saying whom: what reports over many cases count stays.
std::optional<CaseRow> counting_row(Store::Inside &inside, std::string_view case_number) {
  Query query(inside, "SELECT number, initials, rules, stage, received, complete, closed, outcome, reason "
                      "FROM case_index WHERE number = $case");
  return query.with("$case", case_number).next() ? std::optional(case_row(query.row())) : std::nullopt;
}

std::optional<Erasure> erasure_in(Store::Inside &inside, std::string_view case_number) {
  Query key(inside, "SELECT 1 FROM case_key WHERE case_number = $case AND wrapped <> x'' LIMIT 1");
  if (key.with("$case", case_number).next()) {
    return std::nullopt;
  }
  Query query(inside, "SELECT facts FROM entry WHERE case_number = '0' AND act = 'erase'");
  while (query.next()) {
    const Row facts = decode_facts(query.text(0)).fields;
    if (value_of(facts, "case") == case_number) {
      return erasure_of(facts);
    }
  }
  return std::nullopt;
}

} // namespace

std::string line_of(const Erasure &erasure) {
  return erasure.case_number + " " + erasure.first + " " + erasure.on + " " + erasure.reason + " " + erasure.minutes;
}

Row facts_of(const Erasure &erasure) {
  Row facts = {{"case", erasure.case_number}, {"first", erasure.first},     {"day", erasure.on},
               {"reason", erasure.reason},    {"minutes", erasure.minutes}, {"signature", erasure.signature}};
  if (!erasure.handovers.empty()) {
    facts["handovers"] = erasure.handovers;
  }
  return facts;
}

Erasure erasure_of(const Row &facts) {
  const auto said = [&](std::string_view name) { return std::string(value_of(facts, name)); };
  return {.case_number = said("case"),
          .first = said("first"),
          .on = said("day"),
          .reason = said("reason"),
          .minutes = said("minutes"),
          .signature = said("signature"),
          .handovers = said("handovers")};
}

std::string first_entry_of(const Store &store, std::string_view case_number) {
  return store.inside().asking([&] {
    Query query(store.inside(), "SELECT hash FROM entry WHERE case_number = $case ORDER BY seq LIMIT 1");
    return query.with("$case", case_number).next() ? to_hex(query.text(0)) : std::string();
  });
}

std::optional<Erasure> erasure_of_case(const Store &store, std::string_view case_number) {
  return store.inside().asking([&] { return erasure_in(store.inside(), case_number); });
}

bool erased(const Store &store, std::string_view case_number) {
  return erasure_of_case(store, case_number).has_value();
}

bool erased(Store::Inside &inside, std::string_view case_number) {
  return erasure_in(inside, case_number).has_value();
}

Error erased_case(std::string_view case_number) {
  return Error({.code = Code::case_erased,
                .message = say("case '{}' was erased: nobody can read or add to it any more", case_number),
                .hint = say("what happens now belongs to a new case: mediasi intake")});
}

std::vector<Erasure> erasures(const Store &store) {
  std::vector<Erasure> all;
  std::vector<Erasure> elsewhere; // of cases that a restored backup did not know
  for (const Entry &entry : store.house_entries()) {
    if (entry.act == "erase") {
      all.push_back(erasure_of(entry.facts.fields));
    } else if (entry.act == "restore") {
      for (const Row &row : rows_of(entry.facts, "erasure")) {
        elsewhere.push_back(erasure_of(row));
      }
    }
  }
  for (Erasure &erasure : elsewhere) {
    if (std::none_of(all.begin(), all.end(), [&](const Erasure &known) { return known.first == erasure.first; })) {
      all.push_back(std::move(erasure));
    }
  }
  return all;
}

void sign(const Store &store, Erasure &erasure) {
  if (!store.unlocked()) {
    throw Error({.code = Code::key_needed,
                 .message = say("an erasure is signed, and that needs the key"),
                 .hint = say("name the key file with --key FILE or MEDIASI_KEY")});
  }
  Store::Inside &inside = store.inside();
  inside.asking([&] {
    erasure.signature = to_hex(signature_of(inside.reading->unwrapper.master(), told(store, erasure)));
    erasure.handovers = handovers_of(sound_readership(inside));
  });
}

bool well_signed(const Store &store, const Erasure &erasure, std::int64_t entry) {
  Store::Inside &inside = store.inside();
  return inside.asking([&] {
    const auto signature = from_hex(erasure.signature);
    const std::string key = handed_to(inside.origin(), sign_key_at(inside, entry), erasure.handovers);
    return signature && signature_holds(key, told(store, erasure), *signature);
  });
}

bool well_signed_or_known(const Store &store, const Erasure &erasure) {
  if (well_signed(store, erasure, 0)) {
    return true;
  }
  const std::vector<Erasure> known = erasures(store);
  return std::any_of(known.begin(), known.end(), [&](const Erasure &one) {
    return line_of(one) == line_of(erasure) && one.signature == erasure.signature;
  });
}

std::int64_t erase_keys(Store &store, std::string_view case_number) {
  Store::Inside &inside = store.inside();
  const auto row = inside.asking([&] { return counting_row(inside, case_number); });
  if (row) {
    store.replace_projection(erased_projection(*row));
  }
  forget_search(store, case_number);
  return inside.changing([&] {
    Query(inside, "UPDATE case_key SET wrapped = x'' WHERE case_number = $case AND wrapped <> x''")
        .with("$case", case_number)
        .run();
    return std::int64_t{inside.database->getChanges()};
  });
}

} // namespace mediasi
