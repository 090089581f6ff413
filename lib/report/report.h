// The values commands answer with. Renderers know these and no domain type; numbers and dates are formatted
// by the renderer and nowhere else. JSON shapes: mediasi(1), FIXED SHAPES, "format":1.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/error.h"

namespace mediasi {

// word: an id that csv and json keep and people read in their language; its words are later() where it is filled
enum class ColumnType { text, integer, date, moment, yes_no, word };

struct Column {
  std::string key;     // stable, CSV heading
  std::string heading; // translated
  ColumnType type = ColumnType::text;
  std::string unit; // "case", "day", ... or ""
};

// A coded value: csv and json keep the id, people read the words.
struct Coded {
  std::string id, words;

  friend bool operator==(const Coded &, const Coded &) = default;
};

using Cell = std::variant<std::monostate, std::string, std::int64_t, Date, Moment, bool, Coded>;
using Cells = std::vector<Cell>; // one row

// What a calendar may take of a report (RFC 5545): no identity, times in UTC.
struct CalendarEvent {
  std::string uid;
  std::int64_t sequence = 0; // grows when the event is moved or cancelled
  bool cancelled = false;
  Instant from{}, to{};
  std::string summary, location, description;
};

struct Events {
  Instant made{};
  std::vector<CalendarEvent> all;
};

struct Report {
  std::string name;            // "overdue"
  std::string title;           // translated
  std::string as_of, from, to; // ISO or ""
  std::vector<Column> columns;
  std::vector<Cells> rows;
  std::vector<Cells> totals;
  std::vector<std::string> notes;
  std::optional<Events> events = {}; // of the reports a calendar can take
};

struct NextStep {
  std::string step, title, command;
  std::vector<std::string> roles; // ids
  std::vector<std::string> who;   // officers holding them, clear staff ids
  std::string due;                // ISO or ""
};

struct OwedPaper {
  std::string kind, to; // to: person id or role, "" = office
  std::string state;    // owed, issued
  std::string file;     // file name once issued
};

struct DoneAct {
  std::int64_t entry = 0;
  std::string step;
  std::string title;
};

// What every writing command ends with: what was done, and where the case stands.
struct ActAnswer {
  std::string case_number, initials;
  std::vector<DoneAct> acts; // JSON: "entry" and "step" are those of the last; "acts" lists all
  Moment on;
  Instant recorded{};
  std::string by, typed;
  bool late = false; // recorded on a later day than it happened
  bool dry_run = false;
  std::string stage;
  std::string stage_title = {}; // the same in words
  std::vector<std::string> missing;
  std::vector<NextStep> next;
  std::vector<OwedPaper> papers;
  std::vector<Problem> warnings;
};

struct Info { // kind "info": key and value lines; values may be nested by dotted keys
  std::string title;
  std::vector<std::pair<std::string, std::string>> lines;
};

struct VerifyAnswer {
  bool sound = true;
  std::int64_t entries = 0;
  std::string head;
  std::vector<std::string> problems;
};

struct FormText { // kind "form": a blank form, or a printed text, given back as it is
  std::string text;
};

using Answer = std::variant<std::monostate, Report, ActAnswer, Info, VerifyAnswer, FormText>;

} // namespace mediasi
