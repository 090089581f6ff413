// Runs an editor on the terminal and waits for it. Signals are held back and taken one by one, so that no handler runs
// and nothing is left behind: the form's folder is wiped before the process ends by the signal it was sent.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace mediasi {

struct EditorEnd {
  int status = 0; // as waitpid gives it
  int signal = 0; // that was sent to this process, to end it

  bool well() const { return status == 0 && signal == 0; }
};

// Runs `work` with INT, QUIT, TERM and HUP held back. When it says that TERM or HUP came, the process ends by it, after
// everything `work` made is destroyed.
EditorEnd with_signals_held(const std::function<EditorEnd()> &work);

// The editor has the terminal, and INT and QUIT to itself. TERM and HUP are passed on to it. Its temporary files
// belong into `folder`. Only inside with_signals_held.
EditorEnd run_editor(const std::vector<std::string> &words, const std::string &folder);

} // namespace mediasi
