// Values of the domain as cells of a report, and rows in order.
#pragma once

#include <string>
#include <string_view>

#include "model/field.h"
#include "report/report.h"

namespace mediasi {

Cell text_cell(const std::string &text); // nothing where there is no text
Cell day_cell(const std::optional<Date> &day);
Cell moment_cell(const std::string &iso); // "2026-03-27", "2026-03-27T10:00" or ""

// The coded value of an act's field with its label; several, joined by ",", with all of theirs. Empty: nothing.
Cell coded_cell(std::string_view act, std::string_view group, std::string_view field, const std::string &value);
// the same for a word of the program itself, a later() of its table
Cell word_cell(std::string_view word);

// "2026-03-27" of "2026-03-27T00:00"; the store keeps no other form
std::optional<Date> day_of(const std::string &moment);

// Rows by one column, what is empty last; rows alike keep their order.
void sort_rows(Report &report, std::string_view key);

} // namespace mediasi
