// Which session an act is about, and whether it is an act of the session's own day.
#pragma once

#include <string_view>

#include "model/casefile.h"
#include "model/entry.h"

namespace mediasi {

// the one its field 'session' names, else the last; nullptr where there is none
const Session *session_named(const CaseFile &file, const Entry &act);
// The session an outcome says was agreed in, wholly or partly; null for every other act.
const Session *agreed_in(const CaseFile &file, const Entry &act);

// it has a field 'session'
bool about_a_session(std::string_view act);
// nobody is invited, was there, agreed or signed where no session was fixed
bool needs_a_session(std::string_view act);
// the questions of the day, who came, what came of it
bool of_the_day(std::string_view act);
bool takes_place_no_more(const Session &session); // moved or cancelled

} // namespace mediasi
