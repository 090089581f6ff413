// Who signs the minutes of a session (spec 5): whoever came and stayed to the end. For a child the guardian who came
// signs, and the child may add a name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/casefile.h"

namespace mediasi {

// Companions who may sign for a child, the nearest first: parent, guardian, relative, then officer or social worker;
// never the alleged offender.
std::vector<const Person *> guardians_of(const CaseFile &file, const Person &child);

// came, or was represented, and did not leave early
bool stayed(const Session &session, std::string_view person);

// The guardians who came and sign for a party who was a child on the day of the session; none for anybody else.
std::vector<const Person *> who_sign_for(const CaseFile &file, const Session &session, const Person &party);

// Whose signature the minutes still wait for: neither signed nor refused, and nobody signs for them.
std::vector<std::string> unanswered(const Minutes &minutes);

} // namespace mediasi
