// Who types: the officer whose roster login is the OS user. It attests, it does not authenticate (mediasi(1)).
#pragma once

#include <string>

#include "cmd/command.h"
#include "model/roster.h"

namespace mediasi {

// Error(no_officer) when the user of this machine is no officer of the roster.
std::string typing_officer(const Roster &roster, const Env &env);

// --by, or who types. Error(no_officer) when the roster does not know the id.
std::string acting_officer(const Roster &roster, const std::string &by, const std::string &typed);

} // namespace mediasi
