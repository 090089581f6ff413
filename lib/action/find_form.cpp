#include "action/find_form.h"

#include <algorithm>

#include "action/draft.h"
#include "action/form.h"
#include "base/error.h"
#include "base/language.h"
#include "base/text.h"
#include "model/field.h"
#include "model/name_forms.h"

namespace mediasi {

namespace {

struct Asking { // one line of the form, and where it goes
  std::string_view name;
  Kind kind;
  std::string FindQuery::*member;
};
constexpr Asking askings[] = {
    {"nik", Kind::nik, &FindQuery::nik},
    {"name", Kind::name, &FindQuery::name},
    {"born", Kind::birth, &FindQuery::born},
};

Problem unknown(const std::string &typed, const Place &place) {
  std::vector<std::string> known;
  for (const auto &asking : askings)
    known.emplace_back(asking.name);
  const auto near = nearest(typed, known);
  return problem_at(place, Code::unknown_key, say("unknown field '{}'", repeatable(typed)),
                    near.empty() ? say("known: {}", join(known, ", ")) : say("did you mean '{}'?", near));
}

Code code_of(Kind kind) {
  return kind == Kind::nik ? Code::bad_nik : kind == Kind::birth ? Code::not_a_date : Code::bad_text;
}

// what the form says for one of its fields, or "" with a complaint
std::string checked_answer(const Asking &asking, const DraftValue &value, std::vector<Problem> &problems) {
  const auto complain = [&](Code code, std::string message, std::string hint) {
    problems.push_back(problem_at(value.place, code, std::move(message), std::move(hint)));
    return std::string();
  };
  if (value.number && asking.kind == Kind::nik)
    return complain(Code::wrong_type, say("field '{}' is a number that is a name", asking.name),
                    say("put it between quotes"));
  if (value.list)
    return complain(Code::wrong_type, say("field '{}' takes one value, not a list", asking.name),
                    say("write one value between quotes"));
  if (trim(value.text).empty())
    return {}; // not asked
  auto result = check_value(asking.kind, {}, value.text);
  if (!result.complaint.empty())
    return complain(code_of(asking.kind), say("field '{}': {}", asking.name, result.complaint), result.hint);
  if (asking.kind == Kind::name && name_forms(result.value).words.empty())
    return complain(Code::bad_text, say("field '{}' has no word to look for", asking.name),
                    say("write at least one word of the name"));
  constexpr std::size_t month = std::string_view("1990-05").size();
  if (asking.kind == Kind::birth && result.value.size() < month)
    return complain(Code::not_a_date, say("field '{}' needs a month", asking.name),
                    say("write YYYY-MM, or leave it out"));
  return asking.kind == Kind::birth ? result.value.substr(0, month) : result.value;
}

// what a form may hold and this one not
void refuse_others(const Draft &draft, std::vector<Problem> &problems) {
  for (const auto &[name, value] : draft.fields.values)
    if (std::none_of(std::begin(askings), std::end(askings),
                     [&typed = name](const Asking &asking) { return asking.name == typed; }))
      problems.push_back(unknown(name, value.place));
  for (const auto &[name, rows] : draft.groups)
    problems.push_back(unknown(name, rows.front().place));
  for (const auto &attachment : draft.attachments)
    problems.push_back(unknown("attach", attachment.place));
}

} // namespace

FindQuery read_find_form(std::string_view text, const std::string &file) {
  FindQuery query;
  auto read = read_single(text, file, "find");
  for (const auto &draft : read.drafts) {
    refuse_others(draft, read.problems);
    for (const auto &asking : askings)
      if (const auto found = draft.fields.values.find(asking.name); found != draft.fields.values.end())
        query.*asking.member = checked_answer(asking, found->second, read.problems);
  }
  throw_if_any(std::move(read.problems));
  if (query.nik.empty() && query.name.empty() && query.born.empty())
    throw Error(problem_at({.file = file}, Code::missing_field, say("the form asks for nobody"),
                           say("write at least one line: nik, name or born = \"YYYY-MM\"")));
  return query;
}

} // namespace mediasi
