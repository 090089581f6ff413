// The act kinds: the closed set of things that can be recorded. Each has one file in this folder that says which fields
// it takes and what it does to a CaseFile; acts.cpp is the table. A step of an office's rules names one act kind.
#pragma once

#include <span>
#include <string_view>

#include "model/casefile.h"
#include "model/field.h"

namespace mediasi {

enum class Bearing {
  tells,    // tells of a case, also after its end
  works,    // goes on with it: what ended it in breach of the rules has not ended it
  of_house, // recorded under the house, not under a case
};

struct ActKind {
  std::string_view id;      // "consent"
  std::string_view command; // which of the writing commands records it
  std::string_view label;   // English source text
  std::span<const FieldSpec> fields;
  std::span<const GroupSpec> groups;
  void (*apply)(CaseFile &, const Entry &);
  Bearing bearing = Bearing::tells;
};

std::span<const ActKind> act_kinds();
const ActKind *act_kind(std::string_view id);
bool of_house(std::string_view act);

// The state of a case: its entries in the order they happened, corrections applied. One function for forms, batches,
// explain, reports and rebuild. Entries carry clear facts only, so this needs no key.
CaseFile fold(const std::vector<Entry> &entries);

// The same without what opens nothing: acts of an old register that were found in breach and not accepted (spec 1).
// What may be done next is judged on it; what happened is reported from fold().
CaseFile fold_regular(const std::vector<Entry> &entries);
// The same, over what standing_in_order() gives.
CaseFile fold_standing(const std::vector<Entry> &standing);
// One entry more at the end of that; an act that accepts an earlier one asks for the whole again.
void apply_regular(CaseFile &file, const Entry &entry);
// What counts, amended (model/corrections.h), in effective order.
std::vector<Entry> standing_in_order(const std::vector<Entry> &entries);

// Entries in effective order: by day, then time; a day without a time comes after what was recorded before it on that
// day.
std::vector<Entry> in_order(std::vector<Entry> entries);

} // namespace mediasi
