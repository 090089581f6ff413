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

bool concerns(const Guard &guard, const Entry &act) {
  const auto *only = guard.with.find("only");
  if (!only)
    return true;
  return std::any_of(only->begin(), only->end(), [&](const std::string &pair) {
    const auto colon = pair.find(':');
    return value_of(act.facts.fields, pair.substr(0, colon)) == pair.substr(colon + 1);
  });
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
