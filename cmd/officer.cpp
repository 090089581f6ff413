#include "cmd/officer.h"

#include <vector>

#include "base/error.h"
#include "base/language.h"
#include "base/text.h"

namespace mediasi {

std::string typing_officer(const Roster &roster, const Env &env) {
  if (const auto *officer = roster.by_login(env.user))
    return officer->id;
  throw Error({Code::no_officer, say("no officer of the roster has the login '{}'", safe_for_terminal(env.user)),
               say("an admin enters it: mediasi roster add officer --form FILE (login = \"...\")")});
}

std::string acting_officer(const Roster &roster, const std::string &by, const std::string &typed) {
  if (by.empty() || roster.officer(by))
    return by.empty() ? typed : by;
  std::vector<std::string> known;
  for (const auto &officer : roster.officers)
    known.push_back(officer.id);
  const auto near = nearest(by, known);
  throw Error({Code::no_officer, say("no officer '{}' in the roster", repeatable(by)),
               near.empty() ? say("known: {}", join(known, ", ")) : say("did you mean '{}'?", near)});
}

} // namespace mediasi
