#include "store/reader_rows.h"

#include "base/error.h"
#include "store/inside.h"

namespace mediasi {

namespace {

constexpr std::string_view box_word = "box=";

std::string reader_binding(const Origin &origin, const ReaderRow &row) {
  return bound({row.old() ? "mediasi-reader-1" : "mediasi-reader-2", origin.id, std::to_string(row.id), row.officer,
                row.kind, row.salt, row.params});
}

Error no_reader(std::int64_t id) {
  return Error({.code = Code::store_altered,
                .message = say("reader {} was altered", id),
                .hint = say("run 'mediasi store verify', then restore a backup")});
}

void wrap_for(Store::Inside &inside, ReaderRow &row, const Secret &master) {
  const auto params = parse_reader_params(row.params);
  if (!params) {
    throw no_reader(row.id);
  }
  row.wrapped = Wrapper(params->box).wrap(master.bytes(), reader_binding(inside.origin(), row));
}

} // namespace

std::string text_of(const ReaderParams &params) {
  const std::string stretching = params.stretching ? text_of(*params.stretching) + " " : "";
  return stretching + std::string(box_word) + to_hex(params.box);
}

std::optional<ReaderParams> parse_reader_params(std::string_view text) {
  const std::size_t at = text.find(box_word);
  if (at == std::string_view::npos) {
    return std::nullopt;
  }
  ReaderParams params;
  if (at > 0) {
    params.stretching = parse_stretching(text.substr(0, at - 1));
  }
  const auto box = from_hex(text.substr(at + box_word.size()));
  if (!box || box->size() != key_size || (at > 0 && !params.stretching)) {
    return std::nullopt;
  }
  params.box = *box;
  return params;
}

std::vector<ReaderRow> reader_rows(Store::Inside &inside) {
  Query query(inside, "SELECT id, officer, kind, salt, params, wrapped FROM reader ORDER BY id");
  std::vector<ReaderRow> rows;
  while (query.next()) {
    rows.push_back({.id = query.number(0),
                    .officer = query.text(1),
                    .kind = query.text(2),
                    .salt = query.text(3),
                    .params = query.text(4),
                    .wrapped = query.text(5)});
  }
  return rows;
}

std::string hash_of(const ReaderRow &row) {
  Digest digest;
  digest.add_sized(row.old() ? "mediasi-reader-row-1" : "mediasi-reader-row-2").add_number(row.id);
  for (const std::string *part : {&row.officer, &row.kind, &row.salt, &row.params, &row.wrapped}) {
    digest.add_sized(*part);
  }
  return std::string(bytes_of(digest.finish()));
}

void put_reader(Store::Inside &inside, ReaderRow &row, const Secret &master) {
  wrap_for(inside, row, master);
  Query(inside, "INSERT INTO reader(id, officer, kind, salt, params, wrapped) "
                "VALUES ($id, $officer, $kind, $salt, $params, $wrapped)")
      .with("$id", row.id)
      .with("$officer", row.officer)
      .with("$kind", row.kind)
      .with_blob("$salt", row.salt)
      .with("$params", row.params)
      .with_blob("$wrapped", row.wrapped)
      .run();
}

void rewrap_reader(Store::Inside &inside, ReaderRow &row, const Secret &master) {
  wrap_for(inside, row, master);
  Query(inside, "UPDATE reader SET wrapped = $wrapped WHERE id = $id")
      .with_blob("$wrapped", row.wrapped)
      .with("$id", row.id)
      .run();
}

void drop_reader(Store::Inside &inside, std::int64_t id) {
  Query(inside, "DELETE FROM reader WHERE id = $id").with("$id", id).run();
}

std::optional<Secret> open_reader(Store::Inside &inside, const ReaderRow &row, KeyView key) {
  Secret master(master_size);
  const std::string binding = reader_binding(inside.origin(), row);
  const bool opened = row.old() ? unseal_into(master.bytes(), key, row.wrapped, binding)
                                : Unwrapper(box_secret(key)).unwrap(master.bytes(), row.wrapped, binding);
  return opened ? std::optional(std::move(master)) : std::nullopt;
}

} // namespace mediasi
