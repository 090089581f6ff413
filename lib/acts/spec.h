// Short words for writing field tables, and the readers apply functions share. For files of this folder only.
#pragma once

#include <optional>
#include <string>

#include "base/text.h"
#include "model/casefile.h"
#include "model/field.h"

namespace mediasi {

using Choices = std::span<const Choice>;

constexpr FieldSpec open_field(std::string_view name, Kind kind, std::string_view label, Choices choices = {}) {
  return {name, kind, Need::optional, Seal::clear, label, choices};
}

constexpr FieldSpec sealed_field(std::string_view name, Kind kind, std::string_view label, Choices choices = {}) {
  return {name, kind, Need::optional, Seal::sealed, label, choices};
}

constexpr FieldSpec needed(FieldSpec spec) {
  spec.need = Need::required;
  return spec;
}

inline std::string text_in(const Row &row, std::string_view name) {
  return std::string(value_of(row, name));
}

inline int number_in(const Row &row, std::string_view name, int otherwise) {
  const auto number = parse_integer(value_of(row, name));
  return number ? static_cast<int>(*number) : otherwise;
}

// the day a row names for itself ("on"), or the entry's own
inline Moment moment_in(const Row &row, std::string_view name, const Moment &otherwise) {
  const auto moment = parse_moment(value_of(row, name));
  return moment ? *moment : otherwise;
}

// the session an act is about: the one it names, or the latest that still stands
Session *session_of(CaseFile &file, const Row &fields);

// Another text of the minutes is issued: who signed or refused the one before has said nothing of this (minutes.cpp).
void begin_round(CaseFile &file, Minutes &minutes);
// sessions still to come end here; `why` is the act that ends them, or a coded reason (session_change.cpp)
void cancel_planned(CaseFile &file, const Entry &entry, std::string_view why);
// a session just fixed, where new violence of before that day was reported since: nobody fixed it in that knowledge
void cancel_if_reported(const CaseFile &file, Session &session, const Entry &entry);
// the case manager has it as a row due on that day (follow_up.cpp)
void call_for_follow_up(CaseFile &file, const Entry &entry, std::string_view what);
// newly reported violence: sessions end, assessments become stale, the case manager is called (follow_up.cpp)
void note_violence(CaseFile &file, const Entry &entry);

} // namespace mediasi
