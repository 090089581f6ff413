// The description of everything that can be entered: one FieldSpec drives blank forms, checks, batch columns,
// `--set`, `--list fields`, papers and reports. Specs live beside the act that owns them (acts/), an office's
// extra fields come from its rules file.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "model/facts.h"

namespace mediasi {

enum class Kind {
  text,         // one line
  story,        // several lines
  name,         // a person's name; initials stay clear beside it
  nik,          // 16 digits, structure checked (UU 23/2006; Dukcapil)
  phone,        // +, digits, spaces, hyphens
  birth,        // whole, month or year; the day is sealed
  date,         // ISO day
  moment,       // ISO day with time
  integer,      // >= 0
  money,        // whole rupiah
  tri,          // yes | no | unknown; absent counts as unknown
  choice,       // one of choices
  choices,      // any of choices
  person,       // id of a person of the case: beneficiary1
  persons,      // several of them
  giver,        // who gives a consent: a person of the case, or "self"
  participant,  // who takes part in a session: a person of the case, "mediator" or "pendamping"
  participants, // several of them

  officer,     // roster id
  mediator,    // roster id
  room,        // roster id
  session,     // number of a session of the case
  obligation,  // number of an obligation of the case
  requirement, // id of a requirement of the rules
  role,        // id of a role of the rules
  roles,       // several of them
  id,          // a new short id: small letters, digits, - _ .
};

enum class Need { required, optional };
enum class Seal { clear, sealed };

struct Choice {
  std::string_view id;    // Indonesian where there is no exact English word
  std::string_view label; // English source text, translated when shown
};

struct FieldSpec {
  std::string_view name;
  Kind kind = Kind::text;
  Need need = Need::optional;
  Seal seal = Seal::clear;
  std::string_view label;            // English source text, translated when shown
  std::span<const Choice> choices{}; // for choice(s)
};

struct GroupSpec {
  std::string_view name;
  std::string_view label;
  int at_least = 0;
  int at_most = 200;
  std::span<const FieldSpec> fields;
  bool unique = false; // no two rows with the same first field
};

// Checks one text against a kind and gives its canonical spelling, or says what is wrong with it.
// References (person, officer ...) are checked for form here and for existence by the action layer.
struct Checked {
  std::string value;
  std::string complaint; // empty = good; translated, never echoes an identity
  std::string hint;
};
Checked check_value(Kind kind, std::span<const Choice> choices, std::string_view text);

std::string_view kind_name(Kind kind);
std::optional<Kind> parse_kind(std::string_view name);

} // namespace mediasi
