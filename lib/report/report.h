// The values commands answer with. Renderers know these and no domain type; numbers and dates are formatted
// by the renderer and nowhere else. JSON shapes: mediasi(1), FIXED SHAPES, "format":1.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
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

// A coded value: csv and json keep the id, people read the words. Kept aside and shared, since a report may have a
// hundred thousand cells and each has the room of the largest kind.
class Coded {
public:
  Coded(std::string id, std::string words) : both_(std::make_shared<const Both>(std::move(id), std::move(words))) {}

  const std::string &id() const { return both_->first; }
  const std::string &words() const { return both_->second; }
  const std::string &shown() const { return words().empty() ? id() : words(); } // to people

  friend bool operator==(const Coded &a, const Coded &b) { return *a.both_ == *b.both_; }

private:
  using Both = std::pair<std::string, std::string>;
  std::shared_ptr<const Both> both_;
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
  std::string set = {};           // " --set session=2" where the act is about an earlier session, else ""
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
  Moment recorded_here = {}; // `recorded` by the office's clock, for people
};

struct Info { // kind "info": key and value lines; values may be nested by dotted keys
  std::string title;
  std::vector<std::pair<std::string, std::string>> lines;
};

struct VerifyAnswer {
  bool sound = true;
  std::string state =
      "sound"; // sound | altered | cut_off | forked; in the text, and in each problem of the other formats
  std::int64_t entries = 0;
  std::string head;
  std::vector<std::string> problems;
};

struct FormText { // kind "form": a blank form, or a printed text, given back as it is
  std::string text;
};

struct WayOn {         // one act of the list that opens a closed step
  std::string command; // the line to type; "" when only a day can come
  std::string step, title;
  std::string says; // what the act must say: "party = respondent1"
};

struct FailedRule {
  std::string rule;
  std::string when; // "decision = ordered": refused for this alone; "" = for every act of the step
  std::string fact, value;
  bool known = true;
  std::string basis, file;
  int line = 0;
  std::string says, instead;  // the rule's sentence; what to do instead
  std::vector<WayOn> unblock; // shortest list of acts that opens it, in order
  std::vector<WayOn> lawful;  // where nothing opens it: the lawful ways on, any of them
};

struct AskedRule { // it reads the act itself: asked when the form is written
  std::string rule, when, says, basis, file;
  int line = 0;
};

struct ExplainedStep {
  std::string step, title, command;
  bool open = false;
  bool done = false; // nothing more is waited for
  std::vector<std::string> roles;
  std::vector<FailedRule> failed;
  std::vector<AskedRule> asked;
};

struct LedgerDay {
  Date day{};
  int number = 0;  // 1.. when counted, 0 when skipped
  std::string why; // "", "weekend", "paused", the holiday's name
};

struct ExplainedDeadline {
  std::string id, title;
  std::string start, due; // ISO day or moment, or "" when it has not begun
  std::string state;      // not_begun, running, paused, overdue, met, late; too_early, passed; text
  std::vector<LedgerDay> days;
  std::string unit;       // minute, hour, day, working_day
  int amount = 0;         // with extensions; 0 = text alone
  int extended = 0;       // of it
  int gross = 0, net = 0; // days so far in its own unit, with and without pauses
  std::string paused_since, ended;
  bool provisional = false;
  std::string text, basis, file;
  int line = 0;
};

struct ExplainAnswer { // kind "explain"
  std::string case_number, initials, as_of;
  std::vector<ExplainedStep> steps;
  std::vector<ExplainedDeadline> deadlines;
  std::vector<std::string> notes; // who is waited for
};

struct BatchAnswer {       // kind "batch": rows
  std::int64_t number = 0; // 0: nothing was taken
  std::int64_t taken = 0, unchanged = 0, refused = 0;
  std::int64_t first = 0, last = 0; // the entries it made
  bool dry_run = false;
};

using Answer =
    std::variant<std::monostate, Report, ActAnswer, Info, VerifyAnswer, FormText, ExplainAnswer, BatchAnswer>;

} // namespace mediasi
