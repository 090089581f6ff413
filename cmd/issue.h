// Issuing the papers a case owes: numbers taken and pages sealed inside the open transaction, files written after it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cmd/bench.h"
#include "cmd/command.h"
#include "model/entry.h"
#include "paper/owed.h"
#include "store/store.h"

namespace mediasi {

struct Page { // a paper on its way to a folder
  std::string file_name, html;
  std::int64_t entry = 0;
  Instant made{}; // when the entry was recorded
};

struct Issuer { // who issues, when
  std::string by, typed;
  Moment on;
  Instant recorded{};
  std::optional<Date> dated = {}; // the earlier day a late letter bears
};

// The paper of the rules by its id. Error(usage, unknown_paper).
const Paper &paper_named(const Standard &standard, const std::string &kind);

// The next number of a paper's register on a day, gap-free inside the transaction.
int next_serial(Store &store, const Standard &standard, const Paper &paper, Date day);

struct Issued {
  std::vector<Page> pages = {};
  std::vector<Problem> late = {}; // invitations to a session that has begun: not written any more
};

// Appends one "paper" entry for each owed paper `wanted` picks, in order, and gives back the pages. `entries` grows by
// them.
Issued issue_owed(Store &store, Grounds &grounds, std::vector<Entry> &entries, const Issuer &issuer,
                  const std::function<bool(const PaperDue &)> &wanted);

// The page of a paper issued before, the same bytes.
Page page_again(const Store &store, const std::vector<Entry> &entries, const IssuedPaper &paper);

// Writes every page; what fails is code 1 with the entry that stands and the command that writes it again.
void write_pages(const std::vector<Page> &pages, const std::string &folder, const std::string &case_number);

} // namespace mediasi
