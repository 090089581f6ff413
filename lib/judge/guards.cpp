#include <algorithm>
#include <array>

#include "base/text.h"
#include "judge/guard_kind.h"

namespace mediasi {

std::span<const GuardKind> guard_kinds() {
  static const auto kinds = [] {
    std::vector<GuardKind> all;
    for (const auto family :
         {guards::history(), guards::people(), guards::safety(), guards::companions(), guards::sessions(),
          guards::matters(), guards::agreements(), guards::ladder(), guards::identities(), guards::conflicts()})
      all.insert(all.end(), family.begin(), family.end());
    return all;
  }();
  return kinds;
}

const GuardKind *guard_kind(std::string_view name) {
  const auto kinds = guard_kinds();
  const auto found =
      std::find_if(kinds.begin(), kinds.end(), [&](const GuardKind &kind) { return kind.shape.kind == name; });
  return found == kinds.end() ? nullptr : &*found;
}

namespace {

std::string_view name_in_group(std::string_view field) {
  return field.substr(field.find('.') + 1);
}

// "matter.kind:custody" in the row at hand, or in any where another group is asked about
bool fits(std::string_view pair, const Entry &act, std::string_view group, const Row *at_hand) {
  const auto field = pair.substr(0, pair.find(':'));
  const auto value = pair.substr(pair.find(':') + 1);
  const auto own = group_of(field);
  const auto says = [&](const Row &row) { return value_of(row, name_in_group(field)) == value; };
  if (own.empty())
    return says(act.facts.fields);
  if (at_hand && own == group)
    return says(*at_hand);
  const auto &rows = rows_of(act.facts, own);
  return std::any_of(rows.begin(), rows.end(), says);
}

bool concerns_row(const Guard &guard, const Entry &act, std::string_view group, const Row *at_hand) {
  const auto *only = guard.with.find("only");
  return !only || std::any_of(only->begin(), only->end(),
                              [&](const std::string &pair) { return fits(pair, act, group, at_hand); });
}

} // namespace

std::string_view group_of(std::string_view field) {
  const auto dot = field.find('.');
  return dot == field.npos ? std::string_view{} : field.substr(0, dot);
}

bool concerns(const Guard &guard, const Entry &act) {
  return concerns_row(guard, act, {}, nullptr);
}

std::vector<AskedRow> rows_asked(const Guard &guard, const Entry &act) {
  const auto field = guard.with.one("field");
  const auto group = group_of(field);
  const auto &rows = rows_of(act.facts, group);
  std::vector<AskedRow> asked;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (concerns_row(guard, act, group, &rows[i]))
      asked.push_back({i + 1, &rows[i]});
  return asked;
}

Verdict ask(const Bench &bench, const CaseFile &file, const Entry &act, const CaseFile &after, const Guard &guard) {
  if (!concerns(guard, act))
    return {&guard, true, true, {}, {}};
  const auto *kind = guard_kind(guard.kind);
  if (!kind)
    return {&guard, false, false, guard.kind, "unknown"}; // the loader refuses such a file
  auto seen = kind->check({bench, file, act, after, guard});
  return {&guard, seen.passed, seen.known, std::move(seen.fact), std::move(seen.seen)};
}

const Session *session_asked(const Question &question) {
  const auto &fields = question.act.facts.fields;
  const auto moved = value_of(fields, "new_session"); // a session that is moved: the new day is what is asked about
  const auto number = parse_integer(moved.empty() ? value_of(fields, "session") : moved);
  const auto *named = number ? question.after.session(static_cast<int>(*number)) : nullptr;
  return named ? named : question.after.last_session();
}

} // namespace mediasi
