// A TOML text as a tree that knows where everything stands, and a cursor over it that notes which keys were asked for.
// What nobody asked for is an error: a misspelt key must not be a silent default. Every problem is collected, none
// thrown, so that one reading names them all. reader.cpp alone includes toml++.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/error.h"
#include "model/field.h"

namespace mediasi {

struct Spot { // 1-based, columns in characters
  int line = 0;
  int column = 0;
};

struct Node;
struct Member;

enum class NodeType { table, array, text, integer, real, boolean, date, other };

struct Node { // one TOML value
  NodeType type = NodeType::table;
  Spot at;
  std::string text; // a text, or a date in ISO form
  std::int64_t integer = 0;
  bool flag = false;
  std::vector<Node> items;     // of an array
  std::vector<Member> members; // of a table, sorted by key

  const Member *find(std::string_view key) const;
};

struct Member {
  std::string key;
  Spot at;
  Node value;
};

struct Named { // a word of the file and where it stands
  std::string text;
  Spot at;
};

// One TOML text on its way in: its lines for excerpts, and everything that is wrong with it.
class Source {
public:
  Source(std::string_view text, std::string file);

  // The limits of this program first (1 MiB, UTF-8, no NUL, 64 dots a line outside quotes), then the syntax.
  std::optional<Node> parse();

  void complain(Code code, Spot at, std::string message, std::string hint = "");
  void warn(Code code, Spot at, std::string message, std::string hint = "");
  // "unknown STEP 'x'" with the nearest known word, or the known words where they are few
  void complain_unknown(Code code, const Named &name, const std::string &what, std::span<const std::string> known);

  bool sound() const { return problems_.empty(); }
  const std::string &file() const { return file_; }
  std::vector<Problem> take_problems(); // sorted by line and column
  std::vector<Problem> take_warnings();

private:
  Problem problem(Code code, Spot at, std::string message, std::string hint) const;
  bool within_limits();

  std::string_view text_;
  std::string file_;
  std::vector<std::string_view> lines_;
  std::vector<Problem> problems_, warnings_;
};

// A cursor over one table. Copies share nothing: done() is called on the cursor that asked.
class Table {
public:
  Table(Source &source, const Node &node) : source_(&source), node_(&node) {}

  Spot at() const { return node_->at; }
  Spot at(std::string_view key) const; // of the value, or of the table where the key is missing
  bool has(std::string_view key) const { return node_->find(key) != nullptr; }
  bool has(std::string_view key, NodeType type) const;
  void note(std::string_view key) { asked_.emplace(key, true); }
  void note_all(); // no key of this table is unknown any more

  std::string text(std::string_view key, Need need = Need::optional);
  std::string id(std::string_view key); // needed: small letters, digits, "_", a letter first; at most 64
  std::vector<Named> names(std::string_view key, Need need = Need::optional); // a text or a list of texts
  std::vector<std::string> texts(std::string_view key, Need need = Need::optional);
  std::optional<int> number(std::string_view key, int least, int most, Need need = Need::optional);
  std::vector<int> numbers(std::string_view key, int least, int most);
  bool flag(std::string_view key, bool otherwise = false);
  std::string choice(std::string_view key, std::span<const std::string_view> allowed, Need need = Need::optional);
  std::optional<Date> date(std::string_view key);
  std::optional<Table> table(std::string_view key, Need need = Need::optional);
  std::vector<Table> tables(std::string_view key); // [[key]]

  void done(); // every key not asked for is a problem

private:
  const Node *value(std::string_view key, Need need);
  bool is(const Node &node, std::string_view key, NodeType type);
  bool good_text(const Node &node, std::string_view key);

  Source *source_;
  const Node *node_;
  std::map<std::string, bool, std::less<>> asked_;
};

// one text of a node as the file's parameters are kept: texts as they are, whole numbers in decimal, yes/no
std::optional<std::string> plain_text(const Node &node);
std::vector<std::string> strings(std::span<const std::string_view> words);
bool is_one_of(std::string_view word, std::span<const std::string> known);

} // namespace mediasi
