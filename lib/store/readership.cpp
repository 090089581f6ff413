#include "store/readership.h"

#include "base/error.h"
#include "base/text.h"
#include "store/signature.h"

namespace mediasi {

namespace {

constexpr const char *signature_field = "signature";

// The first read key goes in: nothing else that is looked at by every writing command holds it to the first entry.
std::string reader_text(const Origin &origin, std::string_view before, const RawEntry &raw, Facts facts) {
  facts.fields.erase(signature_field);
  return bound({"mediasi-reader-entry-1", origin.id, origin.publics.read, before, std::to_string(raw.seq),
                raw.case_number, raw.act, raw.on_text, raw.recorded, raw.by_officer, raw.typed, encode(facts)});
}

std::string former_binding(const Origin &origin, const Publics &publics) {
  return bound({"mediasi-former-1", origin.id, publics.read, publics.sign});
}

std::int64_t id_of(const Row &row) {
  return parse_integer(value_of(row, "reader")).value_or(0);
}

std::string hash_before(Store::Inside &inside, std::int64_t seq) {
  const auto before = raw_entry(inside, seq - 1);
  return before ? before->hash : std::string();
}

// Stores of format 2 did not sign: the readers that init itself entered, behind the first entry.
bool from_format_2(const Origin &origin, const RawEntry &raw, const Facts &facts) {
  constexpr int first_that_signs = 3;
  return origin.format < first_that_signs && raw.seq <= 3 && !facts.fields.contains(signature_field) &&
         value_of(facts.fields, "change") == "added";
}

void take_added(Readership &known, const Entry &entry) {
  const Row &fields = entry.facts.fields;
  const std::int64_t id = id_of(fields);
  known.last_id = std::max(known.last_id, id);
  known.readers[id] = {.shown = {.id = id,
                                 .officer = std::string(value_of(fields, "officer")),
                                 .kind = std::string(value_of(fields, "kind")),
                                 .entry = entry.seq,
                                 .since = entry.on,
                                 .by = entry.by},
                       .hash = std::string(value_of(fields, "hash"))};
}

void take_renewed(Readership &known, const Entry &entry) {
  const Row &fields = entry.facts.fields;
  known.generations.push_back({.from = entry.seq,
                               .publics = {from_hex(value_of(fields, "read_key")).value_or(""),
                                           from_hex(value_of(fields, "sign_key")).value_or("")},
                               .former = from_hex(value_of(fields, "former")).value_or(""),
                               .handover = std::string(value_of(fields, "handover"))});
  for (const Row &row : rows_of(entry.facts, "reader")) {
    if (const auto found = known.readers.find(id_of(row)); found != known.readers.end()) {
      found->second.hash = value_of(row, "hash");
    }
  }
}

} // namespace

Readership readership(Store::Inside &inside) {
  const Origin &origin = inside.origin();
  Readership known;
  known.generations.push_back({.from = 1, .publics = origin.publics, .former = {}, .handover = {}});
  Query query(inside, readers_question);
  while (query.next()) {
    RawEntry raw;
    read_entry(query.row(), raw);
    const Facts facts = decode_facts(raw.facts);
    const auto signature = from_hex(value_of(facts.fields, signature_field));
    const std::string text = reader_text(origin, hash_before(inside, raw.seq), raw, facts);
    if (!from_format_2(origin, raw, facts) &&
        (!signature || !signature_holds(known.current().publics.sign, text, *signature))) {
      known.foreign.push_back(raw.seq);
      continue;
    }
    const Entry entry = entry_of(std::move(raw));
    const std::string_view change = value_of(entry.facts.fields, "change");
    if (change == "added") {
      take_added(known, entry);
    } else if (change == "removed") {
      known.readers.erase(id_of(entry.facts.fields));
    } else if (change == "renewed") {
      take_renewed(known, entry);
    }
  }
  return known;
}

Readership sound_readership(Store::Inside &inside) {
  Readership known = readership(inside);
  if (!known.foreign.empty()) {
    throw Error({.code = Code::store_altered,
                 .message = say("entry {} changes who may read, and nobody with a key wrote it", known.foreign.front()),
                 .hint = say("run 'mediasi store verify', then restore a backup")});
  }
  return known;
}

std::string sign_key_at(Store::Inside &inside, std::int64_t seq) {
  const std::vector<Generation> all = sound_readership(inside).generations;
  const auto found =
      std::find_if(all.rbegin(), all.rend(), [&](const Generation &one) { return seq == 0 || one.from < seq; });
  return found == all.rend() ? all.front().publics.sign : found->publics.sign;
}

bool is_entered(const Readership &known, const ReaderRow &row) {
  const auto found = known.readers.find(row.id);
  return found != known.readers.end() && found->second.hash == to_hex(hash_of(row));
}

Error other_readers() {
  return Error({.code = Code::store_altered,
                .message = say("the readers are not those that were entered"),
                .hint = say("'mediasi store verify' says which; 'mediasi store rebuild' takes away those that no entry "
                            "speaks of, for others restore a backup")});
}

std::int64_t append_signed(Store &store, Entry entry, const Secret &master) {
  Store::Inside &inside = store.inside();
  const Head &head = inside.running().head;
  entry.case_number = house;
  entry.act = "reader";
  entry.seq = head.seq + 1;
  const std::string text = reader_text(inside.origin(), head.hash, raw_of(entry), entry.facts);
  entry.facts.fields[signature_field] = to_hex(signature_of(master, text));
  return store.append(std::move(entry), {});
}

std::string wrap_former(const Origin &origin, const Publics &fresh, const Secret &former_master) {
  return Wrapper(fresh.read).wrap(former_master.key(0), former_binding(origin, fresh));
}

bool unwrap_former(const Origin &origin, const Generation &generation, Unwrapper &reader, Secret &former_read_secret) {
  return reader.unwrap(former_read_secret.bytes(), generation.former, former_binding(origin, generation.publics));
}

} // namespace mediasi
