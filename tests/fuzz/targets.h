// What the fuzzer feeds with bytes: everything that reads what somebody wrote. A function returns where the bytes were
// taken or refused with an Error; anything else that is thrown, and any broken promise, ends the program. The same
// functions run over the kept corpus in the unit tests.
#pragma once

#include <span>
#include <string_view>

namespace mediasi::testing {

void fuzz_form(std::string_view bytes);    // a form to drafts, and the drafts to a plan
void fuzz_rules(std::string_view bytes);   // rules, gates, holidays, templates, number patterns
void fuzz_entries(std::string_view bytes); // a journal, each line an entry, to a case and what follows from it
void fuzz_rows(std::string_view bytes);    // rows of a batch, CSV and JSON Lines
void fuzz_find(std::string_view bytes);    // the form of a search for a person

struct FuzzTarget {
  std::string_view name; // its corpus: tests/fuzz/corpus/NAME
  void (*run)(std::string_view bytes);
};

std::span<const FuzzTarget> fuzz_targets();

// A promise: ends the program where it is broken.
void must(bool holds, const char *promise);

} // namespace mediasi::testing
