#include "model/facts.h"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/language.h"
#include "base/text.h"

namespace mediasi {

namespace {

using Json = nlohmann::json;

std::string written(std::string_view text) {
  try {
    return Json(text).dump();
  } catch (const Json::exception &) {
    throw Error({.code = Code::bad_encoding,
                 .message = say("a text is not valid UTF-8"),
                 .hint = say("save the file as UTF-8 and try again")});
  }
}

bool is_plain(char c) {
  return c >= ' ' && c <= '~' && c != '"' && c != '\\';
}

// As the library writes it, which is asked where there is anything to escape or to check.
void add_text(std::string &json, std::string_view text) {
  if (!std::all_of(text.begin(), text.end(), is_plain)) {
    json += written(text);
    return;
  }
  json += '"';
  json += text;
  json += '"';
}

void add_name(std::string &json, std::string_view name) {
  if (json.back() != '{') {
    json += ',';
  }
  add_text(json, name);
  json += ':';
}

void add_row(std::string &json, const Row &row) {
  json += '{';
  for (const auto &[name, value] : row) {
    add_name(json, name);
    add_text(json, value);
  }
  json += '}';
}

void add_rows(std::string &json, const std::vector<Row> &rows) {
  json += '[';
  for (const Row &row : rows) {
    if (json.back() != '[') {
      json += ',';
    }
    add_row(json, row);
  }
  json += ']';
}

[[noreturn]] void damaged() {
  throw Error({.code = Code::store_damaged,
               .message = say("a recorded text cannot be read"),
               .hint = say("run 'mediasi store verify'; it names the entry")});
}

// Takes the one shape facts have, and stops at anything else: so nothing nests, and nothing is said twice.
class Taker : public nlohmann::json_sax<Json> {
public:
  Taker(Facts &facts, bool groups) : facts_(facts), groups_(groups) {}

  bool null() override { return false; }
  bool boolean(bool) override { return false; }
  bool number_integer(number_integer_t) override { return false; }
  bool number_unsigned(number_unsigned_t) override { return false; }
  bool number_float(number_float_t, const string_t &) override { return false; }
  bool binary(binary_t &) override { return false; }

  bool string(string_t &value) override {
    if (where_ == Where::rows || where_ == Where::outside) {
      return false;
    }
    if (where_ == Where::fields && facts_.groups.contains(key_)) {
      return false;
    }
    Row &row = where_ == Where::row ? rows_->back() : facts_.fields;
    return row.emplace(key_, std::move(value)).second;
  }

  bool key(string_t &name) override {
    key_ = std::move(name);
    return true;
  }

  bool start_object(std::size_t) override {
    if (where_ == Where::outside) {
      where_ = Where::fields;
      return true;
    }
    if (where_ != Where::rows) {
      return false;
    }
    rows_->emplace_back();
    where_ = Where::row;
    return true;
  }

  bool end_object() override {
    where_ = where_ == Where::row ? Where::rows : Where::outside;
    return true;
  }

  bool start_array(std::size_t) override {
    if (!groups_ || where_ != Where::fields) {
      return false;
    }
    const auto [place, fresh] = facts_.groups.try_emplace(key_);
    rows_ = &place->second;
    where_ = Where::rows;
    return fresh && !facts_.fields.contains(key_);
  }

  bool end_array() override {
    where_ = Where::fields;
    return true;
  }

  bool parse_error(std::size_t, const std::string &, const nlohmann::detail::exception &) override { return false; }

private:
  enum class Where { outside, fields, rows, row };

  Facts &facts_;
  bool groups_;
  Where where_ = Where::outside;
  std::string key_;
  std::vector<Row> *rows_ = nullptr;
};

Facts taken(std::string_view json, bool groups) {
  Facts facts;
  Taker taker(facts, groups);
  // the parser would take a NUL for the end of its input
  if (json.find('\0') != std::string_view::npos || !Json::sax_parse(json, &taker)) {
    damaged();
  }
  return facts;
}

} // namespace

std::string_view value_of(const Row &row, std::string_view name) {
  const auto found = row.find(name);
  return found == row.end() ? std::string_view{} : std::string_view{found->second};
}

std::vector<std::string> values_of(const Row &row, std::string_view name) {
  const std::string_view value = value_of(row, name);
  return value.empty() ? std::vector<std::string>{} : split(value, ',');
}

const std::vector<Row> &rows_of(const Facts &facts, std::string_view group) {
  static const std::vector<Row> none;
  const auto found = facts.groups.find(group);
  return found == facts.groups.end() ? none : found->second;
}

std::string encode(const Facts &facts) {
  return encode_with(facts, {}, {});
}

std::string encode_with(const Facts &facts, std::string_view more, const std::vector<Row> &rows) {
  std::vector<std::pair<std::string_view, const std::vector<Row> *>> groups;
  for (const auto &[name, own] : facts.groups) {
    if (!more.empty() && more < name) {
      groups.emplace_back(std::exchange(more, {}), &rows);
    }
    groups.emplace_back(name, &own);
  }
  if (!more.empty()) {
    groups.emplace_back(more, &rows);
  }
  std::string json = "{";
  auto group = groups.begin();
  const auto put_groups_before = [&](const std::string *field) {
    for (; group != groups.end() && (field == nullptr || group->first <= *field); ++group) {
      if (facts.fields.contains(group->first)) {
        throw Error({.code = Code::internal,
                     .message = say("'{}' is a field and a group at once", group->first),
                     .hint = say("report this as a fault of the program")});
      }
      add_name(json, group->first);
      add_rows(json, *group->second);
    }
  };
  for (const auto &[name, value] : facts.fields) {
    put_groups_before(&name);
    add_name(json, name);
    add_text(json, value);
  }
  put_groups_before(nullptr);
  return json + '}';
}

std::string encode(const Row &row) {
  std::string json;
  add_row(json, row);
  return json;
}

Facts decode_facts(std::string_view json) {
  return taken(json, true);
}

Row decode_row(std::string_view json) {
  return taken(json, false).fields;
}

} // namespace mediasi
