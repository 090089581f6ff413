// Do the ids a form names exist: persons of the case (those the form itself adds among them), officers, mediators,
// rooms, sessions, obligations, requirements, roles. Gives the nearest known one, never an identity.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "action/draft.h"
#include "model/casefile.h"
#include "model/field.h"
#include "model/roster.h"
#include "rules/standard.h"

namespace mediasi {

class References {
public:
  References(const Standard &standard, const CaseFile &file, const Roster &roster, const Draft &draft);

  // "" when every id of the value exists; else the id that does not
  std::string first_missing(Kind kind, std::string_view value) const;
  std::vector<std::string> known(Kind kind) const;

private:
  std::vector<std::string> persons_, officers_, mediators_, rooms_, sessions_, obligations_, requirements_, roles_;
};

// ids of the persons of one side that a draft's rows get, in order: those named, else the next free ones
std::vector<std::string> new_person_ids(const CaseFile &file, const std::string &group,
                                        const std::vector<DraftRow> &rows);

bool is_person_group(std::string_view group);
// What a row is called by others: "id" of a person, "number" of a matter or an obligation; "" where it has no name.
std::string_view named_by(std::string_view group);

} // namespace mediasi
