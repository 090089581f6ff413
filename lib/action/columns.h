// What the columns of a sheet may be called, and which field each is: a field's name, or the words the form shows for
// it; persons and other rows are groups of columns, numbered: beneficiary1.name, companion2.of.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "action/check.h"

namespace mediasi {

enum class ColumnIs {
  ref, // the row's own key in the register it comes from
  case_number,
  step,
  command,    // "do", of an import
  attachment, // attach, attach1 ...: KIND=FILE
  field,
  complaint, // _row, _code, _column, _reason: what a file of refused rows says besides; not read
};

struct SheetColumn {
  ColumnIs is = ColumnIs::field;
  std::string group = {}; // of a field in a group of rows
  int number = 0;         // of the row there, 1...
  std::string field = {};
  const FieldSpec *spec = nullptr; // nullptr of what every act may say: on, by, as_found ...

  std::string name() const; // canonical
};

class Columns {
public:
  explicit Columns(const Step &step); // the step must outlive it

  // nullptr when the step has no such column. Kept for the next row.
  const SheetColumn *find(std::string_view heading);
  struct Described {
    std::string name, heading;
    std::string kind;
    bool needed = false;
    bool common = false; // of every step
    std::vector<Choice> choices;
  };
  std::vector<Described> described() const;

private:
  std::optional<SheetColumn> looked_up(std::string_view heading) const;
  std::optional<SheetColumn> of_group(std::string_view folded_heading) const;

  StepFields fields_;
  std::span<const GroupSpec> groups_;
  std::map<std::string, std::optional<SheetColumn>, std::less<>> found_;
};

} // namespace mediasi
