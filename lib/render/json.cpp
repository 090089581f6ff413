// The fixed shapes of mediasi(1): one object with "format" and "kind". Texts stay texts; dates are ISO.

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "render/formats.h"

namespace mediasi {

namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::string &text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json number_or_null(std::int64_t number) {
  return number == 0 ? Json(nullptr) : Json(number);
}

Json object(std::string_view kind) {
  return Json{{"format", 1}, {"kind", kind}};
}

Json cell_json(const Cell &cell) {
  if (std::holds_alternative<std::monostate>(cell))
    return nullptr;
  if (const auto *number = std::get_if<std::int64_t>(&cell))
    return *number;
  if (const auto *yes = std::get_if<bool>(&cell))
    return *yes;
  return plain_text(cell);
}

Json rows_json(const std::vector<Column> &columns, const std::vector<std::vector<Cell>> &rows) {
  Json all = Json::array();
  for (const auto &row : rows) {
    Json one = Json::object();
    for (std::size_t i = 0; i < columns.size() && i < row.size(); ++i)
      one[columns[i].key] = cell_json(row[i]);
    all.push_back(std::move(one));
  }
  return all;
}

std::string_view type_name(ColumnType type) {
  switch (type) {
  case ColumnType::text:
  case ColumnType::word:
    return "text";
  case ColumnType::integer:
    return "integer";
  case ColumnType::date:
    return "date";
  case ColumnType::moment:
    return "moment";
  case ColumnType::yes_no:
    return "yes_no";
  }
  return "text";
}

Json problem_json(const Problem &problem) {
  const Place &place = problem.place;
  Json one;
  one["code"] = code_text(problem.code);
  one["message"] = problem.message;
  one["hint"] = or_null(problem.hint);
  one["file"] = or_null(place.file);
  one["line"] = number_or_null(place.line);
  // a sheet's column has a name, a text file's a number
  one["column"] = place.column > 0 ? Json(place.column) : or_null(place.field);
  one["row"] = number_or_null(place.row);
  one["rule"] = or_null(problem.rule);
  one["basis"] = or_null(problem.basis);
  if (!problem.fact.empty())
    one["fact"] = problem.fact;
  return one;
}

// "a.b" is put where {"a":{"b":...}} says; a name that is already a text keeps its dots
void put(Json &into, const std::string &key, const std::string &value) {
  Json *at = &into;
  const std::vector<std::string> names = split(key, '.');
  for (std::size_t i = 0; i + 1 < names.size(); ++i) {
    Json &next = (*at)[names[i]];
    if (!next.is_null() && !next.is_object()) {
      into[key] = value;
      return;
    }
    at = &next;
  }
  (*at)[names.back()] = value;
}

Json ways_json(const std::vector<WayOn> &ways) {
  Json all = Json::array();
  for (const WayOn &way : ways)
    all.push_back({{"command", or_null(way.command)},
                   {"step", or_null(way.step)},
                   {"title", or_null(way.title)},
                   {"says", or_null(way.says)}});
  return all;
}

Json failed_json(const FailedRule &failed) {
  Json one;
  one["rule"] = failed.rule;
  one["fact"] = failed.fact;
  one["value"] = failed.known ? Json(failed.value) : Json(nullptr);
  one["known"] = failed.known;
  one["basis"] = failed.basis;
  one["file"] = or_null(failed.file);
  one["line"] = number_or_null(failed.line);
  one["unblock"] = ways_json(failed.unblock);
  one["when"] = or_null(failed.when);
  one["says"] = failed.says;
  one["instead"] = or_null(failed.instead);
  one["lawful"] = ways_json(failed.lawful);
  return one;
}

Json step_json(const ExplainedStep &step) {
  Json one{{"step", step.step}, {"open", step.open}, {"failed", Json::array()}};
  for (const FailedRule &failed : step.failed)
    one["failed"].push_back(failed_json(failed));
  one["title"] = step.title;
  one["command"] = step.command;
  one["roles"] = step.roles;
  one["done"] = step.done;
  one["asked"] = Json::array();
  for (const AskedRule &asked : step.asked)
    one["asked"].push_back({{"rule", asked.rule},
                            {"known", false},
                            {"when", or_null(asked.when)},
                            {"says", asked.says},
                            {"basis", asked.basis},
                            {"file", or_null(asked.file)},
                            {"line", number_or_null(asked.line)}});
  return one;
}

Json deadline_json(const ExplainedDeadline &deadline) {
  Json one{{"id", deadline.id},
           {"start", or_null(deadline.start)},
           {"due", or_null(deadline.due)},
           {"state", deadline.state},
           {"days", Json::array()}};
  for (const LedgerDay &day : deadline.days)
    one["days"].push_back({{"day", text_of(day.day)}, {"number", day.number}, {"why", day.why}});
  one["title"] = deadline.title;
  one["unit"] = or_null(deadline.unit);
  one["amount"] = number_or_null(deadline.amount);
  one["extended"] = deadline.extended;
  one["gross"] = deadline.gross;
  one["net"] = deadline.net;
  one["paused_since"] = or_null(deadline.paused_since);
  one["ended"] = or_null(deadline.ended);
  one["provisional"] = deadline.provisional;
  one["basis"] = or_null(deadline.basis);
  one["file"] = or_null(deadline.file);
  one["line"] = number_or_null(deadline.line);
  return one;
}

struct JsonShape {
  Json operator()(std::monostate) const { return nullptr; }

  Json operator()(const Report &report) const {
    Json all = object("report");
    all["report"] = report.name;
    all["title"] = report.title;
    all["as_of"] = or_null(report.as_of);
    all["from"] = or_null(report.from);
    all["to"] = or_null(report.to);
    all["columns"] = Json::array();
    for (const Column &column : report.columns)
      all["columns"].push_back({{"key", column.key},
                                {"heading", column.heading},
                                {"type", type_name(column.type)},
                                {"unit", or_null(column.unit)}});
    all["rows"] = rows_json(report.columns, report.rows);
    all["totals"] = rows_json(report.columns, report.totals);
    all["notes"] = report.notes;
    return all;
  }

  Json operator()(const ActAnswer &act) const {
    Json all = object("act");
    all["case"] = act.case_number;
    all["initials"] = act.initials;
    all["entry"] = act.acts.empty() ? Json(nullptr) : number_or_null(act.acts.back().entry);
    all["step"] = act.acts.empty() ? Json(nullptr) : or_null(act.acts.back().step);
    all["acts"] = Json::array();
    for (const DoneAct &done : act.acts)
      all["acts"].push_back({{"entry", number_or_null(done.entry)}, {"step", done.step}, {"title", done.title}});
    all["on"] = text_of(act.on);
    all["recorded"] = text_of(act.recorded);
    all["by"] = act.by;
    all["typed"] = act.typed;
    all["late"] = act.late;
    all["dry_run"] = act.dry_run;
    all["stage"] = act.stage;
    all["missing"] = act.missing;
    all["next"] = Json::array();
    for (const NextStep &next : act.next)
      all["next"].push_back({{"step", next.step},
                             {"title", next.title},
                             {"command", next.command},
                             {"roles", next.roles},
                             {"who", next.who},
                             {"due", or_null(next.due)}});
    all["papers"] = Json::array();
    for (const OwedPaper &paper : act.papers)
      all["papers"].push_back(
          {{"kind", paper.kind}, {"to", or_null(paper.to)}, {"state", paper.state}, {"file", or_null(paper.file)}});
    all["warnings"] = Json::array();
    for (const Problem &warning : act.warnings)
      all["warnings"].push_back(problem_json(warning));
    return all;
  }

  Json operator()(const Info &info) const {
    Json all = object("info");
    for (const auto &[key, value] : info.lines)
      put(all, key, value);
    return all;
  }

  Json operator()(const BatchAnswer &batch) const {
    Json all = object("batch");
    all["number"] = batch.number == 0 ? Json() : Json(batch.number);
    all["taken"] = batch.taken;
    all["unchanged"] = batch.unchanged;
    all["refused"] = batch.refused;
    all["dry_run"] = batch.dry_run;
    return all;
  }

  Json operator()(const VerifyAnswer &verify) const {
    Json all = object("verify");
    all["sound"] = verify.sound;
    all["entries"] = verify.entries;
    all["head"] = verify.head;
    all["problems"] = verify.problems;
    return all;
  }

  Json operator()(const ExplainAnswer &answer) const {
    Json all = object("explain");
    all["case"] = or_null(answer.case_number);
    all["steps"] = Json::array();
    for (const ExplainedStep &step : answer.steps)
      all["steps"].push_back(step_json(step));
    all["deadlines"] = Json::array();
    for (const ExplainedDeadline &deadline : answer.deadlines)
      all["deadlines"].push_back(deadline_json(deadline));
    all["initials"] = or_null(answer.initials);
    all["as_of"] = answer.as_of;
    all["notes"] = answer.notes;
    return all;
  }

  Json operator()(const FormText &form) const {
    Json all = object("form");
    all["text"] = form.text;
    return all;
  }
};

// A terminal gets ASCII escapes only: a stored C1 or bidi character must not reach it raw.
std::string dumped(const Json &json, int indent, const Screen &screen) {
  return json.dump(indent, ' ', screen.terminal, Json::error_handler_t::replace);
}

} // namespace

std::string as_json(const Answer &answer, const Screen &screen) {
  const Json all = std::visit(JsonShape{}, answer);
  return all.is_null() ? std::string() : dumped(all, screen.terminal ? 2 : -1, screen) + '\n';
}

std::string problem_as_json(const Problem &problem, const Screen &screen) {
  return dumped(problem_json(problem), -1, screen) + '\n';
}

} // namespace mediasi
