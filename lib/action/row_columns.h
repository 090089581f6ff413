// The columns of a sheet whose rows are one step each, or one composite form each: then a column names its step first,
// as the form's sections do: hasil.outcome, kehadiran.present1.person, monitoring2.on for a step that comes twice.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "action/columns.h"
#include "rules/standard.h"

namespace mediasi {

struct RowColumn {
  const SheetColumn *column = nullptr; // nullptr: there is none
  std::size_t step = 0;                // which of the steps
  int time = 0;                        // which of several of that step, as it is numbered; 0 = without a number
  bool shared = false;                 // of the row itself: ref, case, on, by of every step in it

  std::string name(const std::vector<const Step *> &steps) const; // canonical
};

class RowColumns {
public:
  // of a step or a composite form of the rules, which must outlive it; steps() is empty when there is none of that name
  RowColumns(const Standard &standard, std::string_view name);

  const std::vector<const Step *> &steps() const { return steps_; }
  bool composite() const { return composite_; }
  RowColumn find(std::string_view heading); // kept for the next row
  std::vector<Columns::Described> described() const;
  std::vector<std::string> known() const;

private:
  RowColumn looked_up(std::string_view heading);

  std::vector<const Step *> steps_;
  std::vector<Columns> columns_; // of each step
  bool composite_ = false;
  std::map<std::string, RowColumn, std::less<>> found_;
};

} // namespace mediasi
