// The rows of a batch or an import on their way into one transaction: each case's rows become drafts and go the way of
// a form (deciding.h). All counts are of rows.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "action/row_draft.h"
#include "cmd/bench.h"
#include "cmd/command.h"
#include "cmd/deciding.h"
#include "store/batches.h"

namespace mediasi {

inline constexpr std::string_view importing = "import";

struct BatchSettings {
  std::string command; // of all rows; "import" where each row says its own
  std::string step, source, by;
  std::optional<Moment> on;
  bool dry_run = false;
};

struct SourceRow {
  SheetRow row;
  std::string command, case_word; // as the row says them
};

std::vector<std::string> writing_commands();
bool is_readable(const SourceRow &row); // and says one of them

enum class Fate { taken, unchanged, refused };

struct UnitFate {
  Fate fate = Fate::taken;
  std::vector<Problem> problems; // each with its row
};

// no fault of a row: it would meet every other one, too
bool ends_the_command(const Error &error);

// What an option says of a form, a column says of a row.
Problem in_a_row(Problem problem, const Standard &standard);

class BatchRun {
public:
  // The store is inside a transaction, or open for reading in a dry run.
  BatchRun(Store &store, const Env &env, BatchSettings settings, std::string file);

  // Columns that no row of this batch can have, before any row is read.
  void check_heading(const std::vector<std::string> &heading);
  // Rows of one case, in order: all are taken or none. A batch gives them one by one.
  // `unreadable`: of its rows that are not, but the first; they keep it out, and the others are checked all the same
  UnitFate take(const std::vector<SourceRow> &unit, const std::vector<Problem> &unreadable);
  // Rows that cannot even be asked about.
  UnitFate refuse(const std::vector<SourceRow> &unit, std::vector<Problem> problems);
  // The entry of the house that closes the batch. Nothing where nothing was taken.
  void close();

  const Batch &batch() const { return batch_; }
  // what was broken by acts taken as found stands once for each rule, with the first row and their number
  std::vector<Problem> warnings() const;
  bool passed_over() const { return passed_over_; }
  std::size_t warnings_left() const { return warnings_left_; } // not kept

private:
  struct Row { // a row that is not in the store yet
    const SourceRow *from = nullptr;
    RowDraft read;
  };
  struct Seen { // in a dry run: what would stand in the store
    std::string clear, whole, case_number;
    bool registers = false;
  };
  enum class Known { no, same, changed, twice }; // twice: an earlier row of this file says something else

  std::vector<Problem> read_unit(const std::vector<SourceRow> &unit, CaseAtHand &at_hand, std::vector<Row> &fresh);
  RowColumns *columns_for(const SourceRow &source, const CaseAtHand &at_hand, std::vector<Problem> &problems);
  CaseAtHand case_of(const std::vector<SourceRow> &unit);
  CaseAtHand known_case(const std::string &number) const;
  std::string number_of(const std::string &word) const;
  bool goes_by_register() const;
  bool goes_by_keys(const std::string &word) const;
  void refuse_namesake(const std::string &word, const std::string &number) const;
  std::optional<std::string> case_before(const SourceRow &row) const;
  bool same_files(const KnownRow &row, const RowDraft &read) const;
  std::optional<std::string> supposed_number(const std::string &word) const;
  void note_registration(const std::vector<SourceRow> &unit);
  std::string registered_as(const std::string &word) const;
  std::string step_of(const SourceRow &row, const CaseAtHand &at_hand);
  void check_day(Row &row, RowColumns &known) const;
  void find_attachment(Attachment &attachment, std::vector<Problem> &problems) const;
  RowColumns &columns(const std::string &rules, const std::string &name);
  Known known(const RowDraft &read, const CaseAtHand &at_hand, std::string &number);
  void mark_old(const CaseAtHand &at_hand, std::vector<Row> &rows);
  Request request_for(CaseAtHand &at_hand, std::vector<Row> &rows);
  void put(CaseAtHand &at_hand, const std::vector<Row> &rows, Decision &decision);
  void suppose(const CaseAtHand &at_hand, const std::vector<Row> &rows, const Decision &decision);
  void warn(Problem problem, const SheetRow &row);
  void warn_by_act(const Plan &plan, const Standard &standard, const std::vector<Row> &rows);
  void sum_up(const Problem &breach, const SheetRow &row);
  Problem placed(Problem problem, const SheetRow &row) const;

  Store &store_;
  const Env &env_;
  BatchSettings settings_;
  std::string file_;
  std::string rules_; // in force: nobody adopts others meanwhile
  Grounds grounds_;
  RegionSource regions_; // read once, when somebody first names one
  Clock clock_;
  std::string typed_, by_;
  Batch batch_;
  std::map<std::string, RowColumns> columns_; // by rules and step
  std::vector<Problem> warnings_;
  bool passed_over_ = false; // a line without a key, that may be another in what is sealed
  std::size_t warnings_left_ = 0;
  struct Breach { // of a rule, by acts taken as found
    Problem first;
    int times = 0;
  };
  std::map<std::string, Breach> breaches_; // by rule
  bool names_cases_ = true;                // may a row name the case of an earlier one?
  // of a dry run
  std::int64_t supposed_ = 0; // entries
  std::map<std::string, std::vector<Entry>> coming_;
  std::vector<Booking> bookings_;
  std::map<int, int> numbers_; // of new cases, by year
  std::map<std::string, Seen, std::less<>> seen_;
  std::set<std::string, std::less<>> registered_here_; // keys of the import's own registrations
};

} // namespace mediasi
