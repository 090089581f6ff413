#include "model/facts.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "base/digest.h"
#include "base/error.h"

using namespace mediasi;

TEST_CASE("facts: encoded and decoded they are the same, and equal facts give equal bytes") {
  Facts facts;
  facts.fields = {{"finding", "fit"}, {"a", ""}, {"words", "\"kutip\" \\ \n tab\t \u00e9 \u0001"}};
  facts.groups["party"] = {{{"name", "x"}}, {}};
  facts.groups["none"] = {};
  const std::string json = encode(facts);
  CHECK(decode_facts(json) == facts);
  CHECK(encode(decode_facts(json)) == json);
  CHECK(encode(Facts{}) == "{}");
  CHECK(decode_facts("{}") == Facts{});
  CHECK(encode(Row{}) == "{}");
  CHECK(encode(Row{{"b", "2"}, {"a", "1"}}) == R"({"a":"1","b":"2"})");
  CHECK(decode_row(R"({"a":"1","b":"2"})") == Row{{"b", "2"}, {"a", "1"}});
}

// The journal's hashes rest on these bytes: they are what the library has always written.
TEST_CASE("facts: each character is written as the library writes it, wherever it stands") {
  for (char32_t character = 1; character < 0x250; ++character) {
    std::string text = "a";
    if (character < 0x80) {
      text += static_cast<char>(character);
    } else {
      text += static_cast<char>(0xc0 | (character >> 6));
      text += static_cast<char>(0x80 | (character & 0x3f));
    }
    CAPTURE(character);
    const Facts facts{{{text, "1"}, {"z", text}}, {{"a" + text, {{{"n", text}}, {}}}, {"zz", {}}}};
    nlohmann::json whole(facts.fields);
    for (const auto &[name, rows] : facts.groups)
      whole[name] = rows;
    CHECK(encode(facts) == whole.dump());
    CHECK(encode(facts.fields) == nlohmann::json(facts.fields).dump());
  }
}

TEST_CASE("facts: one more group stands where its name puts it") {
  for (const std::string more : {"_a", "m", "z"})
    for (const std::vector<Row> &rows : {std::vector<Row>{}, {{{"row", "7"}}}}) {
      Facts facts{{{"b", "1"}, {"y", "2"}}, {{"c", {{{"d", "3"}}}}, {"x", {}}}};
      const auto with = encode_with(facts, more, rows);
      facts.groups[more] = rows;
      CHECK(with == encode(facts));
    }
  CHECK_THROWS_AS(encode_with({{{"m", "1"}}, {}}, "m", {}), Error);
}

TEST_CASE("facts: whatever has not their shape is refused") {
  const std::string deep(100'000, '[');
  const std::string deeper = "{\"g\":" + deep;
  for (const std::string &bad : {std::string(),
                                 std::string("null"),
                                 std::string("[]"),
                                 std::string("\"a\""),
                                 std::string("{\"a\":1}"),
                                 std::string("{\"a\":true}"),
                                 std::string("{\"a\":null}"),
                                 std::string("{\"a\":{\"b\":\"c\"}}"),
                                 std::string("{\"a\":\"1\",\"a\":\"2\"}"),
                                 std::string("{\"g\":[\"a\"]}"),
                                 std::string("{\"g\":[[]]}"),
                                 std::string("{\"g\":[{\"a\":[]}]}"),
                                 std::string("{\"g\":[],\"g\":[]}"),
                                 std::string("{\"g\":[],\"g\":\"a\"}"),
                                 std::string("{\"g\":\"a\",\"g\":[]}"),
                                 std::string("{\"g\":[{\"a\":\"1\",\"a\":\"2\"}]}"),
                                 std::string("{\"a\":\"1\""),
                                 std::string("{\"a\":\"1\"} x"),
                                 std::string("{\"a\":\"1\"}\0", 10),
                                 std::string("{\"a\":\"\xff\"}"),
                                 std::string("{\"a\":1.5}"),
                                 std::string("{} {}"),
                                 deep,
                                 deeper}) {
    CAPTURE(bad.substr(0, 60));
    CHECK_THROWS_AS(decode_facts(bad), Error);
  }
  CHECK_THROWS_AS(decode_row(R"({"g":[]})"), Error);
}

TEST_CASE("facts: text that is no UTF-8, and one name for a field and a group, are refused before they are written") {
  CHECK_THROWS_AS(encode(Row{{"a", "\xc3"}}), Error);
  Facts twice;
  twice.fields = {{"a", "1"}};
  twice.groups["a"] = {};
  CHECK_THROWS_AS(encode(twice), Error);
}

TEST_CASE("facts: absent values, lists and groups read as empty") {
  const Row row = {{"kinds", "a,b"}, {"empty", ""}, {"one", "x"}};
  CHECK(value_of(row, "one") == "x");
  CHECK(value_of(row, "none").empty());
  CHECK(values_of(row, "kinds") == std::vector<std::string>{"a", "b"});
  CHECK(values_of(row, "one") == std::vector<std::string>{"x"});
  CHECK(values_of(row, "empty").empty());
  CHECK(values_of(row, "none").empty());
  CHECK(rows_of(Facts{}, "party").empty());
}

TEST_CASE("digest: BLAKE2b-256 of known texts, whole and in pieces") {
  // RFC 7693's function with an output of 32 bytes, as b2sum -l 256 prints it
  CHECK(digest_hex("") == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
  CHECK(digest_hex("abc") == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
  CHECK(Digest{}.add("a").add("").add("bc").finish() == digest("abc"));
  CHECK(Digest{}.add_sized("a").add_sized("bc").finish() != Digest{}.add_sized("ab").add_sized("c").finish());
  CHECK(Digest{}.add_number(1).finish() == digest(std::string("\1\0\0\0\0\0\0\0", 8)));
  CHECK(from_hex(to_hex("a\xff")).value() == "a\xff");
  for (const char *bad : {"a", "0G", "AB", " 0", "0x"}) {
    CHECK_FALSE(from_hex(bad).has_value());
  }
}
