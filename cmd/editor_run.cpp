#include "cmd/editor_run.h"

#include <array>
#include <cerrno>
#include <csignal>

#include <sys/prctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "base/error.h"
#include "base/language.h"
#include "cmd/child.h"
#include "cmd/held_signals.h"

namespace mediasi {

namespace {

constexpr timespec editor_patience{3, 0}; // for an editor told to end

sigset_t held_signals() {
  sigset_t set;
  sigemptyset(&set);
  for (const int signal : {SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGCHLD, SIGTTOU})
    sigaddset(&set, signal);
  return set;
}

// A killed editor leaves the terminal as it used it.
class Terminal {
public:
  Terminal() : known_(tcgetattr(STDIN_FILENO, &modes_) == 0) {}
  Terminal(const Terminal &) = delete;
  Terminal &operator=(const Terminal &) = delete;
  ~Terminal() {
    if (known_)
      tcsetattr(STDIN_FILENO, TCSADRAIN, &modes_);
  }

private:
  termios modes_{};
  bool known_;
};

// the environment as it is, but temporary files go to the folder
std::vector<std::string> surroundings(const std::string &folder) {
  constexpr std::array<std::string_view, 3> replaced{"TMPDIR=", "TMP=", "TEMP="};
  std::vector<std::string> all;
  for (char **at = environ; *at != nullptr; ++at)
    all.emplace_back(*at);
  for (const auto name : replaced) {
    std::erase_if(all, [&](const std::string &known) { return known.starts_with(name); });
    all.push_back(std::string(name) + folder);
  }
  return all;
}

// Between fork and exec: calls that are safe there, and no allocation.
[[noreturn]] void become_editor(char *const *words, char *const *environment, pid_t parent) {
  std::signal(SIGPIPE, SIG_DFL);
  std::signal(SIGXFSZ, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  prctl(PR_SET_PDEATHSIG, SIGHUP); // no editor stays on a form whose session was killed
  if (getppid() == parent)
    execvpe(words[0], words, environment);
  _exit(127);
}

bool is_over(pid_t child, EditorEnd &end) {
  const pid_t ended = waitpid(child, &end.status, WNOHANG);
  if (ended == child)
    return true;
  if (ended == -1 && errno == ECHILD)
    end.status = -1;
  return ended == -1;
}

EditorEnd wait_for(pid_t child) {
  EditorEnd end;
  const auto set = held_signals();
  while (!is_over(child, end)) {
    const int came = end.signal == 0 ? sigwaitinfo(&set, nullptr) : sigtimedwait(&set, nullptr, &editor_patience);
    if (came == -1 && errno == EAGAIN)
      kill(child, SIGKILL);
    if (came != SIGTERM && came != SIGHUP)
      continue; // the editor's end, or what it was sent by the terminal itself
    end.signal = came;
    kill(child, came);
  }
  return end;
}

} // namespace

EditorEnd with_signals_held(const std::function<EditorEnd()> &work) {
  EditorEnd end;
  {
    std::signal(SIGCHLD, SIG_DFL); // a parent may have left it ignored, and a child then leaves no status
    const HeldSignals held(held_signals());
    end = work();
  }
  if (end.signal != 0)
    (void)std::raise(end.signal);
  return end;
}

EditorEnd run_editor(const std::vector<std::string> &words, const std::string &folder) {
  auto texts = words;
  auto variables = surroundings(folder);
  const auto arguments = exec_pointers(texts);
  const auto environment = exec_pointers(variables);
  const Terminal terminal;
  const pid_t parent = getpid();
  const pid_t child = fork();
  if (child == 0)
    become_editor(arguments.data(), environment.data(), parent);
  if (child == -1)
    throw Error({Code::editor_failed, say("the editor cannot be started"), say("send the form: --form FILE")});
  return wait_for(child);
}

} // namespace mediasi
