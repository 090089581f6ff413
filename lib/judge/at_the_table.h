// Who is to sit down together. The gates judge the matter to be mediated, per pair of parties (spec 1): an offender
// whose deeds are left to the police is not brought before the victim because she settles something else, with somebody
// else.
#pragma once

#include <vector>

#include "model/casefile.h"

namespace mediasi {

// Every party, but for those who stand only in matters that are not to be mediated while others are. Whoever stands in
// no matter is in doubt and counts; so does whoever is invited to this session, or came to it.
std::vector<const Person *> at_the_table(const CaseFile &file, const Session *session);

// at the session that still stands
std::vector<const Person *> at_the_table(const CaseFile &file);

} // namespace mediasi
