#include "report/complaints.h"

#include <algorithm>

#include "base/language.h"
#include "report/cells.h"
#include "report/names.h"

namespace mediasi {

namespace {

// A limit that a reply keeps is the reply's, also where a decision without one would keep it; else the decision's.
bool for_reply(const Deadline &deadline) {
  return std::find(deadline.until.begin(), deadline.until.end(), "complaint_reply") != deadline.until.end();
}

const ComplaintLimit *limit_of(const CaseView &view, const Complaint &complaint, bool reply) {
  const auto found = std::find_if(view.limits.begin(), view.limits.end(), [&](const ComplaintLimit &limit) {
    return limit.complaint == complaint.entry && for_reply(*limit.deadline) == reply;
  });
  return found == view.limits.end() ? nullptr : &*found;
}

std::string_view complaint_state(const Complaint &complaint) {
  if (complaint.answer("decision") != nullptr)
    return later("decided");
  return complaint.answer("reply") != nullptr ? later("replied") : later("open");
}

bool late(const CaseView &view, const Complaint &complaint, const Asked &asked) {
  return std::any_of(view.limits.begin(), view.limits.end(), [&](const ComplaintLimit &limit) {
    if (limit.complaint != complaint.entry)
      return false;
    const Moment judged = limit.met.value_or(asked.now);
    return limit.due.late_from <= text_of(Moment{judged.day, judged.time.value_or(std::chrono::minutes{0})});
  });
}

Cell due_cell(const ComplaintLimit *limit) {
  return limit != nullptr ? moment_cell(limit->due.due) : Cell();
}

Cell answered(const Complaint &complaint, std::string_view kind) {
  const ComplaintAnswer *answer = complaint.answer(kind);
  return answer != nullptr ? Cell(answer->on.day) : Cell();
}

Cells row_of(const CaseView &view, const Complaint &complaint, const Asked &asked) {
  const ComplaintLimit *reply = limit_of(view, complaint, true);
  const ComplaintLimit *decision = limit_of(view, complaint, false);
  return {complaint.entry,
          complaint.on.day,
          coded_cell("complaint", "", "channel", complaint.channel),
          coded_cell("complaint", "", "about", complaint.about),
          text_cell(complaint.concerns),
          word_cell(complaint_state(complaint)),
          due_cell(reply),
          answered(complaint, "reply"),
          due_cell(decision),
          answered(complaint, "decision"),
          late(view, complaint, asked),
          text_cell(reply != nullptr ? reply->due.officer : "")};
}

void add_words(Cells &row, const CaseView &view, const Complaint &complaint) {
  for (const char *field : {"name", "phone", "story"})
    row.push_back(text_cell(text_of_entry(view, field, complaint.entry)));
  for (const char *kind : {"reply", "decision"}) {
    const ComplaintAnswer *answer = complaint.answer(kind);
    row.push_back(answer != nullptr ? text_cell(text_of_entry(view, "words", answer->entry)) : Cell());
  }
}

} // namespace

Report complaints_head(const Asked &asked) {
  Report report = report_head(asked, "complaints", tr("Register of complaints about the service"));
  report.columns = {
      {"complaint", tr("complaint"), ColumnType::integer, "complaint"},
      {"received", tr("received"), ColumnType::date, ""},
      {"channel", tr("how it came in"), ColumnType::text, ""},
      {"about", tr("what it is about"), ColumnType::text, ""},
      {"case", tr("case"), ColumnType::text, ""},
      {"state", tr("state"), ColumnType::text, ""},
      {"reply_due", tr("reply due"), ColumnType::moment, ""},
      {"replied", tr("replied"), ColumnType::date, ""},
      {"decision_due", tr("decision due"), ColumnType::moment, ""},
      {"decided", tr("decided"), ColumnType::date, ""},
      {"late", tr("late"), ColumnType::yes_no, ""},
      {"officer", tr("officer"), ColumnType::text, ""},
  };
  if (asked.names)
    report.columns.insert(report.columns.end(), {{"name", tr("who complains"), ColumnType::text, ""},
                                                 {"phone", tr("telephone"), ColumnType::text, ""},
                                                 {"story", tr("the complaint in words"), ColumnType::text, ""},
                                                 {"reply", tr("reply in words"), ColumnType::text, ""},
                                                 {"decision", tr("decision in words"), ColumnType::text, ""}});
  return report;
}

std::vector<Cells> complaints_rows(const CaseView &house_view, const Asked &asked) {
  std::vector<Cells> rows;
  for (const Complaint &complaint : house_view.file.complaints)
    if (in_period(asked, complaint.on.day) && (!asked.open || complaint.answer("decision") == nullptr)) {
      rows.push_back(row_of(house_view, complaint, asked));
      if (asked.names)
        add_words(rows.back(), house_view, complaint);
    }
  return rows;
}

Report complaints_done(Report report, const Asked &) {
  if (!report.rows.empty())
    report.notes.push_back(say("complaints: {}", report.rows.size()));
  return report;
}

} // namespace mediasi
