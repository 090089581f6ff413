#include <algorithm>

#include "base/language.h"
#include "base/text.h"
#include "rules/reader.h"

namespace mediasi {

namespace {

std::string type_name(NodeType type) {
  switch (type) {
  case NodeType::table:
    return tr("a table");
  case NodeType::array:
    return tr("a list");
  case NodeType::text:
    return tr("a text in quotes");
  case NodeType::integer:
    return tr("a whole number");
  case NodeType::real:
    return tr("a number with a fraction");
  case NodeType::boolean:
    return tr("true or false");
  case NodeType::date:
    return tr("a date such as 2026-01-31");
  case NodeType::other:
    break;
  }
  return tr("something else");
}

bool is_plain_id(std::string_view text) {
  constexpr std::size_t longest = 64;
  if (text.empty() || text.size() > longest || text.front() < 'a' || text.front() > 'z')
    return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

} // namespace

Spot Table::at(std::string_view key) const {
  const auto *member = node_->find(key);
  return member == nullptr ? node_->at : member->value.at;
}

bool Table::has(std::string_view key, NodeType type) const {
  const auto *member = node_->find(key);
  return member != nullptr && member->value.type == type;
}

void Table::note_all() {
  for (const auto &member : node_->members)
    note(member.key);
}

const Node *Table::value(std::string_view key, Need need) {
  note(key);
  if (const auto *member = node_->find(key))
    return &member->value;
  if (need == Need::required)
    source_->complain(Code::missing_key, node_->at, say("missing key '{}'", key),
                      say("add a line '{} = …' to this table", key));
  return nullptr;
}

bool Table::is(const Node &node, std::string_view key, NodeType type) {
  if (node.type == type)
    return true;
  source_->complain(Code::wrong_type, node.at,
                    say("'{}' must be {}, not {}", key, type_name(type), type_name(node.type)));
  return false;
}

bool Table::good_text(const Node &node, std::string_view key) {
  if (!is(node, key, NodeType::text))
    return false;
  const bool control = std::any_of(node.text.begin(), node.text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n') || byte == 0x7f;
  });
  if (!control && !trim(node.text).empty())
    return true;
  source_->complain(control ? Code::bad_text : Code::bad_value, node.at,
                    control ? say("'{}' holds a control character", key) : say("'{}' is empty", key),
                    control ? "" : tr("write a text, or leave the line out"));
  return false;
}

std::string Table::text(std::string_view key, Need need) {
  const auto *node = value(key, need);
  if (node == nullptr || !good_text(*node, key))
    return {};
  return normal_text(trim(node->text)).value_or("");
}

std::string Table::id(std::string_view key) {
  auto word = text(key, Need::required);
  if (word.empty() || is_plain_id(word))
    return word;
  source_->complain(Code::bad_value, at(key), say("'{}' is no id", word),
                    tr("use small letters, digits and '_', a letter first, at most 64"));
  return {};
}

std::vector<Named> Table::names(std::string_view key, Need need) {
  std::vector<Named> found;
  const auto *node = value(key, need);
  if (node == nullptr)
    return found;
  const auto add = [&](const Node &item) {
    if (good_text(item, key))
      found.push_back({normal_text(trim(item.text)).value_or(""), item.at});
  };
  if (node->type != NodeType::array)
    add(*node);
  for (const auto &item : node->items)
    add(item);
  if (node->type == NodeType::array && node->items.empty() && need == Need::required)
    source_->complain(Code::bad_value, node->at, say("'{}' is empty", key));
  return found;
}

std::vector<std::string> Table::texts(std::string_view key, Need need) {
  std::vector<std::string> words;
  for (auto &name : names(key, need))
    words.push_back(std::move(name.text));
  return words;
}

std::optional<int> Table::number(std::string_view key, int least, int most, Need need) {
  const auto *node = value(key, need);
  if (node == nullptr || !is(*node, key, NodeType::integer))
    return std::nullopt;
  if (node->integer >= least && node->integer <= most)
    return static_cast<int>(node->integer);
  source_->complain(Code::bad_value, node->at, say("'{}' must lie between {} and {}", key, least, most));
  return std::nullopt;
}

std::vector<int> Table::numbers(std::string_view key, int least, int most) {
  std::vector<int> found;
  const auto *node = value(key, Need::optional);
  if (node == nullptr || !is(*node, key, NodeType::array))
    return found;
  for (const auto &item : node->items) {
    if (!is(item, key, NodeType::integer))
      continue;
    if (item.integer < least || item.integer > most)
      source_->complain(Code::bad_value, item.at, say("'{}' must lie between {} and {}", key, least, most));
    else
      found.push_back(static_cast<int>(item.integer));
  }
  return found;
}

bool Table::flag(std::string_view key, bool otherwise) {
  const auto *node = value(key, Need::optional);
  return node != nullptr && is(*node, key, NodeType::boolean) ? node->flag : otherwise;
}

std::string Table::choice(std::string_view key, std::span<const std::string_view> allowed, Need need) {
  auto word = text(key, need);
  const auto known = strings(allowed);
  if (word.empty() || is_one_of(word, known))
    return word;
  source_->complain_unknown(Code::not_a_choice, {word, at(key)}, say("value of '{}'", key), known);
  return {};
}

std::optional<Date> Table::date(std::string_view key) {
  const auto *node = value(key, Need::required);
  if (node == nullptr)
    return std::nullopt;
  if (node->type != NodeType::text && !is(*node, key, NodeType::date))
    return std::nullopt;
  const auto day = parse_date(node->text);
  if (!day)
    source_->complain(Code::not_a_date, node->at, say("'{}' is no date", node->text), tr("write 2026-01-31"));
  return day;
}

std::optional<Table> Table::table(std::string_view key, Need need) {
  const auto *node = value(key, need);
  if (node == nullptr || !is(*node, key, NodeType::table))
    return std::nullopt;
  return Table(*source_, *node);
}

std::vector<Table> Table::tables(std::string_view key) {
  std::vector<Table> found;
  const auto *node = value(key, Need::optional);
  if (node == nullptr)
    return found;
  if (node->type != NodeType::array) {
    source_->complain(Code::wrong_type, node->at, say("'{}' must be a list of tables", key),
                      say("begin each with [[{}]]", key));
    return found;
  }
  for (const auto &item : node->items)
    if (is(item, key, NodeType::table))
      found.emplace_back(*source_, item);
  return found;
}

void Table::done() {
  std::vector<std::string> known;
  for (const auto &[key, asked] : asked_)
    known.push_back(key);
  for (const auto &member : node_->members)
    if (!asked_.contains(member.key))
      source_->complain_unknown(Code::unknown_key, {member.key, member.at}, tr("key"), known);
}

} // namespace mediasi
