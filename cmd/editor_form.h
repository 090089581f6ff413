// A writing command with nothing given, on a terminal: the blank form of the step opens in an editor, as `git commit`
// does, and opens again with the complaints in it until it is taken or given up (mediasi-form(5), IN THE EDITOR).
#pragma once

#include <string_view>

#include "cmd/command.h"
#include "cmd/writing.h"

namespace mediasi {

bool on_a_terminal(); // somebody sits at standard input and output

// neither form nor --set nor --blank: there is nothing to record but what is typed now
bool nothing_given(const WritingOptions &options);

// Error(form_left) when nothing was typed; the last complaints when what was typed was given up.
Outcome write_in_editor(Env &env, std::string_view command, const WritingOptions &options);

} // namespace mediasi
