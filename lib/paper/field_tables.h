// The rows of paper/fields.h, one table a subject. Files of this folder only.
#pragma once

#include <span>
#include <string_view>

#include "paper/fields.h"

namespace mediasi {

std::span<const TemplateField> letter_fields();  // the office, the paper, whom it is for
std::span<const TemplateField> session_fields(); // the session and what came of it
std::span<const TemplateField> record_fields();  // consent, agreement, copies, attendance
std::span<const TemplateField> inner_fields();   // assessment, plan, visits: for the office's officers
std::span<const TemplateField> case_fields();    // a task, a result, an end, a referral
std::span<const TemplateField> office_fields();  // what the office keeps to itself

namespace field_tables {

constexpr auto anyone = SeenBy::anyone;
constexpr auto own = SeenBy::own;
constexpr auto named = SeenBy::named;
constexpr auto agreed = SeenBy::agreed;
constexpr auto referred = SeenBy::referred;
constexpr auto inner = SeenBy::inner;
constexpr auto office = SeenBy::office;

constexpr TemplateField text(std::string_view name, SeenBy seen, std::string_view doc, std::string_view of = "") {
  return {name, Shape::text, seen, of, false, doc};
}

constexpr TemplateField flag(std::string_view name, SeenBy seen, std::string_view doc, std::string_view of = "") {
  return {name, Shape::flag, seen, of, false, doc};
}

constexpr TemplateField list(std::string_view name, SeenBy seen, std::string_view doc, std::string_view of = "") {
  return {name, Shape::list, seen, of, false, doc};
}

constexpr TemplateField in_subject(TemplateField field) {
  field.subject = true;
  return field;
}

} // namespace field_tables

} // namespace mediasi
