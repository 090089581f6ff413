// A case at the table, by hand: two children, two mothers, a special companion, invented people with canary addresses.
#pragma once

#include <string>
#include <string_view>

#include "paper/paper.h"

namespace mediasi::testing {

struct PaperCase {
  Standard standard;
  Roster roster;
  CaseFile file;
  Identities identities;
  PaperRequest request;

  PaperInput input() const { return {standard, roster, file, identities, request}; }
};

// bullying between two children, one session, four obligations; the request is for the minutes
PaperCase bullying();
// the same, asked for the invitation of `recipient`
PaperCase invitation_to(std::string recipient);
// three-line names, eight signers, twelve obligations, LATIHAN
PaperCase crowded();

Person person(std::string id, Side side, int birth_year, std::vector<std::string> of = {},
              std::vector<std::string> kinds = {});

Templates shipped_templates(); // of share/templates

std::string composed(const PaperCase &sample); // from the shipped templates
bool has(const std::string &page, std::string_view words);
bool refused(const PaperCase &sample, Code code); // for nothing else

} // namespace mediasi::testing
