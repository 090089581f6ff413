// Who a person or an officer is on paper: names out of the opened identities, holders of posts, guardians.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/signing.h"
#include "paper/paper.h"

namespace mediasi {

// Blank lines to write on where nobody holds the post or a name is not known.
inline constexpr std::string_view blank_line = ". . . . . . . . . . . . . . . . . . . .";

struct Official {
  std::string title, name, rank, nip; // title with "Plt." or "Plh." before it where the post is acting
};

std::string identity(const PaperInput &input, std::string_view person, std::string_view field); // "" when unknown
std::string name_of(const PaperInput &input, std::string_view person);                          // or a blank line
std::vector<std::string> accompanied(const PaperInput &input, const Person &companion);         // names of the parties
std::string free_text(const PaperInput &input, std::string_view field, std::int64_t entry);

// Who holds the role on the day of issue; an acting holder before the one who is replaced.
Official official(const PaperInput &input, std::string_view role);

// The one who leads this session, or any; a role of that name gives the title.
Official mediator_who_signs(const PaperInput &input, const Session *session);

// Who signs a letter or a record of the office: the roles among its signers and the mediator, in the order of the
// rules.
std::vector<Official> officials(const PaperInput &input, const Paper &paper, const Session *session);

// The one who runs the case, by the title the rules give: whom letters name to ask.
Official case_officer(const PaperInput &input);

// Who writes the minutes of a session: the one who runs the case where the rules let him, else the first role they
// name.
Official minutes_writer(const PaperInput &input, const Session &session);

// What the rules call the mediator's kind of credential, else the program's word for it.
std::string credential_words(const PaperInput &input, std::string_view kind);

// The mediator of the session, else the one appointed last; "" when none.
std::string mediator_of(const PaperInput &input, const Session *session);

// "present" and the like of the attendance; "" when not recorded
std::string_view attendance_of(const Session *session, std::string_view person);
// who stood in for the person by power of attorney: a person's id; "" when nobody did
std::string_view represented_by(const Session *session, std::string_view person);
bool took_part(const Session *session, std::string_view person); // came, and stayed to the end

} // namespace mediasi
