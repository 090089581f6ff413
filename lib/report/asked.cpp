#include "report/asked.h"

namespace mediasi {

bool in_period(const Asked &asked, const std::optional<Date> &day) {
  if (!day)
    return !asked.from && !asked.to;
  return (!asked.from || *asked.from <= *day) && (!asked.to || *day <= *asked.to);
}

Report report_head(const Asked &asked, std::string_view name, std::string title) {
  Report report;
  report.name = name;
  report.title = std::move(title);
  report.as_of = text_of(asked.now.day);
  report.from = asked.from ? text_of(*asked.from) : "";
  report.to = asked.to ? text_of(*asked.to) : "";
  return report;
}

} // namespace mediasi
