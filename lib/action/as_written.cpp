#include "action/as_written.h"

#include <algorithm>

#include "base/language.h"

namespace mediasi {

namespace {

// identities that are digits must be written as text: leading zeros and long numbers survive only so
bool is_text_of_digits(Kind kind) {
  return kind == Kind::nik || kind == Kind::phone;
}

bool takes_several(Kind kind) {
  return kind == Kind::choices || kind == Kind::persons || kind == Kind::participants || kind == Kind::roles;
}

bool answers_yes_or_no(const FieldSpec &spec) {
  return spec.kind == Kind::tri || std::any_of(spec.choices.begin(), spec.choices.end(), [](const Choice &choice) {
           return choice.id == "yes" || choice.id == "no";
         });
}

} // namespace

std::optional<Problem> wrong_as_written(const FieldSpec &spec, const DraftValue &value) {
  const auto wrong = [&](std::string message, std::string hint) {
    return Problem{
        .code = Code::wrong_type, .message = std::move(message), .hint = std::move(hint), .place = value.place};
  };
  if (value.number && is_text_of_digits(spec.kind))
    return wrong(say("field '{}' is a number that is a name", spec.name), say("put it between quotes"));
  if (value.truth && !answers_yes_or_no(spec)) // what a database exports for an empty cell is nobody's name
    return wrong(say("field '{}' is true or false, and no text", spec.name),
                 say("put what is meant between quotes, or leave it out"));
  if (value.commas && spec.kind != Kind::choices)
    return wrong(say("field '{}' has a list of something else than words", spec.name),
                 say("write it as a list of texts: [\"a\", \"b\"]"));
  if (value.list && !takes_several(spec.kind))
    return wrong(say("field '{}' takes one value, not a list", spec.name), say("write one value between quotes"));
  return std::nullopt;
}

} // namespace mediasi
