#include "rules/reader.h"

#include <algorithm>
#include <cctype>

#include <toml++/toml.h>

#include "base/language.h"
#include "base/text.h"

namespace mediasi {

namespace {

Spot spot_of(const toml::source_region &region) {
  return {static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)};
}

Node node_of(const toml::node &from);

Node table_of(const toml::table &from) {
  Node node;
  for (const auto &[key, value] : from)
    node.members.push_back({std::string(key.str()), spot_of(key.source()), node_of(value)});
  return node;
}

Node array_of(const toml::array &from) {
  Node node;
  node.type = NodeType::array;
  for (const auto &item : from)
    node.items.push_back(node_of(item));
  return node;
}

std::string iso(const toml::date &day) {
  return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
}

Node plain_node(const toml::node &from) {
  Node node;
  node.type = from.is_floating_point() ? NodeType::real : NodeType::other;
  if (const auto *text = from.as_string()) {
    node.type = NodeType::text;
    node.text = text->get();
  } else if (const auto *integer = from.as_integer()) {
    node.type = NodeType::integer;
    node.integer = integer->get();
  } else if (const auto *flag = from.as_boolean()) {
    node.type = NodeType::boolean;
    node.flag = flag->get();
  } else if (const auto *date = from.as_date()) {
    node.type = NodeType::date;
    node.text = iso(date->get());
  }
  return node;
}

Node node_of(const toml::node &from) {
  Node node;
  if (const auto *table = from.as_table())
    node = table_of(*table);
  else if (const auto *array = from.as_array())
    node = array_of(*array);
  else
    node = plain_node(from);
  node.at = spot_of(from.source());
  return node;
}

std::string lowered(std::string text) {
  if (!text.empty())
    text.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(text.front())));
  return text;
}

} // namespace

std::optional<Node> Source::parse() {
  if (!within_limits())
    return std::nullopt;
  try {
    auto root = table_of(toml::parse(text_));
    root.at = {1, 1};
    return root;
  } catch (const toml::parse_error &error) {
    complain(Code::toml_syntax, spot_of(error.source()), lowered(std::string(error.description())),
             tr("the file must be TOML 1.0"));
    return std::nullopt;
  }
}

const Member *Node::find(std::string_view key) const {
  const auto found =
      std::lower_bound(members.begin(), members.end(), key,
                       [](const Member &member, std::string_view wanted) { return member.key < wanted; });
  return found != members.end() && found->key == key ? &*found : nullptr;
}

std::optional<std::string> plain_text(const Node &node) {
  switch (node.type) {
  case NodeType::text:
  case NodeType::date:
    return node.text;
  case NodeType::integer:
    return fmt::format("{}", node.integer);
  case NodeType::boolean:
    return node.flag ? "yes" : "no";
  case NodeType::table:
  case NodeType::array:
  case NodeType::real:
  case NodeType::other:
    break;
  }
  return std::nullopt;
}

std::vector<std::string> strings(std::span<const std::string_view> words) {
  return {words.begin(), words.end()};
}

bool is_one_of(std::string_view word, std::span<const std::string> known) {
  return std::find(known.begin(), known.end(), word) != known.end();
}

} // namespace mediasi
