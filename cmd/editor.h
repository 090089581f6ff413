// An editor for a text that may lie nowhere but in memory: which one, and what comes back out of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mediasi {

struct Editor {
  std::vector<std::string> words; // the command, to which the path of the form is added
};

// $VISUAL, $EDITOR, else the first of editor, nano, vim, vi that there is and that is known to keep its traces beside
// the form. Error(no_editor).
Editor chosen_editor();

// Opens the text in the editor and gives back what was saved, "" when the file was removed. The file lies in a folder
// of its own on tmpfs (editor_folder.h) and is gone when this returns, throws, or the process is ended by a signal.
// Error(no_memory_disk), Error(editor_failed) when the editor ended badly.
std::string edited(const Editor &editor, std::string_view text);

} // namespace mediasi
