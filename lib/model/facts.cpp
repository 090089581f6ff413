#include "model/facts.h"

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/language.h"
#include "base/text.h"

namespace mediasi {

namespace {

using Json = nlohmann::json; // objects of std::map: keys come out sorted

std::string written(const Json &json) {
  try {
    return json.dump();
  } catch (const Json::exception &) {
    throw Error({.code = Code::bad_encoding,
                 .message = say("a text is not valid UTF-8"),
                 .hint = say("save the file as UTF-8 and try again")});
  }
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
  Json json(facts.fields);
  if (json.is_null()) {
    json = Json::object();
  }
  for (const auto &[name, rows] : facts.groups) {
    if (facts.fields.contains(name)) {
      throw Error({.code = Code::internal,
                   .message = say("'{}' is a field and a group at once", name),
                   .hint = say("report this as a fault of the program")});
    }
    Json &group = json[name] = Json::array();
    for (const Row &row : rows) {
      group.push_back(Json(row));
    }
  }
  return written(json);
}

std::string encode(const Row &row) {
  return written(Json(row));
}

Facts decode_facts(std::string_view json) {
  return taken(json, true);
}

Row decode_row(std::string_view json) {
  return taken(json, false).fields;
}

} // namespace mediasi
