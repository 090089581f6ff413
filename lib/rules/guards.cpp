#include <algorithm>
#include <array>

#include "base/language.h"
#include "rules/load_parts.h"

namespace mediasi {

namespace {

constexpr int most_number = 36500; // a hundred years of days: longer is a slip

const GuardShape *shape_of(const Known &known, std::string_view kind) {
  const auto found = std::find_if(known.guards.begin(), known.guards.end(),
                                  [&](const GuardShape &shape) { return shape.kind == kind; });
  return found == known.guards.end() ? nullptr : &*found;
}

std::vector<std::string> guard_kinds(const Known &known) {
  std::vector<std::string> kinds;
  for (const auto &shape : known.guards)
    kinds.emplace_back(shape.kind);
  return kinds;
}

std::vector<std::string> codes_of_field(const Known &known, std::string_view act, std::string_view field) {
  for (const auto &kind : known.acts)
    if (kind.id == act)
      return AskedFields({&kind}, {}).values(field);
  return {};
}

std::vector<std::string> domain_of(const Known &known, std::string_view fact) {
  for (const auto &domain : known.facts)
    if (domain.name == fact)
      return strings(domain.values);
  return {};
}

// Parameters typed as text that are nevertheless words of a list kept elsewhere. Empty = any text.
std::vector<std::string> words_of_text(const Reading &reading, std::string_view parameter) {
  if (parameter == "requirement") {
    return reading.words.requirements;
  } else if (parameter == "deadline") {
    return reading.words.deadlines;
  } else if (parameter == "purpose") {
    return codes_of_field(reading.known, "consent", "purposes");
  } else if (parameter == "kinds") {
    return codes_of_field(reading.known, "outcome", "obligation.kind");
  } else if (parameter == "classes") {
    return domain_of(reading.known, "matter_class");
  }
  return {};
}

bool may_be_many(ParameterType type) {
  return type == ParameterType::texts || type == ParameterType::steps || type == ParameterType::roles ||
         type == ParameterType::choices;
}

void check_word(Reading &reading, const ParameterSpec &spec, const Named &word, const AskedFields &fields) {
  switch (spec.type) {
  case ParameterType::step:
  case ParameterType::steps:
    known_step(reading, word);
    break;
  case ParameterType::role:
  case ParameterType::roles:
    known_role(reading, word);
    break;
  case ParameterType::event:
    known_event(reading, word);
    break;
  case ParameterType::field:
    known_word(reading, word, tr("field"), fields.names());
    break;
  case ParameterType::choice:
  case ParameterType::choices:
    known_word(reading, word, say("value of '{}'", spec.name), strings(spec.allowed));
    break;
  case ParameterType::text:
  case ParameterType::texts:
    if (const auto words = words_of_text(reading, spec.name); !words.empty())
      known_word(reading, word, std::string(spec.name), words);
    break;
  case ParameterType::number:
    break;
  }
}

std::vector<std::string> load_words(Reading &reading, Table &table, const ParameterSpec &spec,
                                    const AskedFields &fields) {
  std::vector<std::string> words;
  const auto need = spec.needed ? Need::required : Need::optional;
  if (spec.type == ParameterType::number) {
    if (const auto number = table.number(spec.name, 0, most_number, need))
      words.push_back(fmt::format("{}", *number));
    return words;
  }
  for (const auto &word : table.names(spec.name, need)) {
    check_word(reading, spec, word, fields);
    words.push_back(word.text);
  }
  if (words.size() > 1 && !may_be_many(spec.type))
    reading.source.complain(Code::bad_guard, table.at(spec.name), say("'{}' takes one value", spec.name));
  return words;
}

// field_is asks for a value the field can never take: a guard that always refuses, or never does.
void check_asked_values(Reading &reading, Table &table, const Guard &guard, const AskedFields &fields) {
  if (guard.kind != "field_is")
    return;
  const auto closed = fields.values(guard.with.one("field"));
  if (closed.empty())
    return;
  for (const auto &value : table.names("is"))
    known_word(reading, value, say("value of '{}'", guard.with.one("field")), closed);
}

// A guard sees whether a sealed field of the act is filled in, and nothing else of what is sealed.
void warn_of_sealed(Reading &reading, const Named &field, const AskedFields &fields) {
  if (fields.sealed(field.text))
    reading.source.warn(Code::rules_warning, field.at, say("the field '{}' is sealed: no guard can see it", field.text),
                        tr("ask for a field that is not sealed"));
}

void check_seen(Reading &reading, Table &table, const Guard &guard, const AskedFields &fields) {
  if (guard.with.one("field").empty())
    return;
  for (const auto &field : table.names("field"))
    if (guard.kind == "field_is" || field.text.find('.') != field.text.npos)
      warn_of_sealed(reading, field, fields);
}

std::vector<std::string> load_only(Reading &reading, Table &table, const AskedFields &fields) {
  std::vector<std::string> kept;
  for (const auto &word : table.names("only")) {
    const auto colon = word.text.find(':');
    if (colon == std::string::npos) {
      reading.source.complain(Code::bad_guard, word.at, say("'{}' is not of the form field:value", word.text),
                              tr("write only = [\"outcome:agreed\"]"));
      continue;
    }
    const Named field{word.text.substr(0, colon), word.at};
    const Named value{word.text.substr(colon + 1), word.at};
    const auto closed = fields.values(field.text);
    if (known_word(reading, field, tr("field"), fields.names()) && !closed.empty())
      known_word(reading, value, say("value of '{}'", field.text), closed);
    warn_of_sealed(reading, field, fields);
    kept.push_back(word.text);
  }
  return kept;
}

void load_severity(Reading &reading, Table &table, Guard &guard) {
  constexpr std::array<std::string_view, 2> severities{"refuse", "warn"};
  guard.severity = table.choice("severity", severities) == "warn" ? Severity::warn : Severity::refuse;
  guard.accept_by = one_of(reading, table, "accept_by", tr("role"), reading.words.roles);
  if (guard.severity == Severity::warn && !table.has("accept_by"))
    reading.source.complain(Code::bad_guard, table.at(), tr("a warning must say who may accept it"),
                            tr("add accept_by = \"ROLE\""));
  if (guard.severity == Severity::refuse && table.has("accept_by"))
    reading.source.complain(Code::bad_guard, table.at("accept_by"), tr("nobody can accept a refusal"),
                            tr("leave accept_by out, or add severity = \"warn\""));
}

} // namespace

Guard load_guard(Reading &reading, Table &table, const AskedFields &fields) {
  Guard guard;
  guard.file = reading.source.file();
  guard.line = table.at().line;
  guard.kind = table.text("kind", Need::required);
  guard.because = table.text("because", Need::required);
  guard.says = table.text("says", Need::required);
  guard.instead = table.text("instead");
  if (auto only = load_only(reading, table, fields); !only.empty())
    guard.with.values.emplace_back("only", std::move(only));
  const auto *shape = shape_of(reading.known, guard.kind);
  if (shape == nullptr) {
    if (!guard.kind.empty())
      known_word(reading, {guard.kind, table.at("kind")}, tr("kind of guard"), guard_kinds(reading.known));
    table.note_all(); // nothing can be said of the parameters of an unknown kind
    return guard;
  }
  for (const auto &spec : shape->parameters)
    if (auto words = load_words(reading, table, spec, fields); !words.empty())
      guard.with.values.emplace_back(spec.name, std::move(words));
  check_asked_values(reading, table, guard, fields);
  check_seen(reading, table, guard, fields);
  load_severity(reading, table, guard);
  return guard;
}

} // namespace mediasi
