#include "cmd/ask_secret.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include "base/descriptor.h"
#include "base/error.h"
#include "base/language.h"

namespace mediasi {

namespace {

constexpr std::array watched{SIGALRM, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGTTIN, SIGTTOU};

// set by the handler, looked at when the echo is back; there is one terminal and one question at a time
std::array<volatile std::sig_atomic_t, NSIG> caught{};

void note(int signal) {
  caught.at(static_cast<std::size_t>(signal)) = 1;
}

// Signals interrupt the waiting and are kept for later; outside of it they are held back, so that none comes between a
// look and the waiting. What the caller ignores (nohup) stays ignored.
class Watch {
public:
  Watch() {
    struct sigaction noting {};
    noting.sa_handler = note; // without SA_RESTART
    sigset_t held{};
    sigemptyset(&held);
    for (std::size_t at = 0; at < watched.size(); ++at) {
      caught.at(static_cast<std::size_t>(watched[at])) = 0;
      if (watched[at] != SIGTTIN && watched[at] != SIGTTOU) // these two are answers to what is done in between
        sigaddset(&held, watched[at]);
      sigaction(watched[at], nullptr, &before_[at]);
      if (before_[at].sa_handler != SIG_IGN)
        sigaction(watched[at], &noting, nullptr);
    }
    sigprocmask(SIG_BLOCK, &held, &mask_);
  }
  Watch(const Watch &) = delete;
  Watch &operator=(const Watch &) = delete;
  ~Watch() {
    sigprocmask(SIG_SETMASK, &mask_, nullptr); // what was held back is noted now
    for (std::size_t at = 0; at < watched.size(); ++at)
      sigaction(watched[at], &before_[at], nullptr);
  }

  const sigset_t &mask() const { return mask_; } // while waiting

private:
  std::array<struct sigaction, watched.size()> before_{};
  sigset_t mask_{};
};

class NoEcho {
public:
  explicit NoEcho(int terminal) : terminal_(terminal), known_(tcgetattr(terminal, &before_) == 0) {
    termios quiet = before_;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO | ECHONL);
    off_ = known_ && tcsetattr(terminal_, TCSAFLUSH, &quiet) == 0;
  }
  NoEcho(const NoEcho &) = delete;
  NoEcho &operator=(const NoEcho &) = delete;
  ~NoEcho() {
    // What was typed so far is thrown away; not TCSAFLUSH, which would wait for whoever shows what was written.
    // A process in the background is stopped by these calls, and tries again when it is brought back.
    while (known_ && tcflush(terminal_, TCIFLUSH) != 0 && errno == EINTR && caught.at(SIGTTOU) == 0)
      ;
    while (known_ && tcsetattr(terminal_, TCSANOW, &before_) != 0 && errno == EINTR && caught.at(SIGTTOU) == 0)
      ;
  }
  bool off() const { return off_; }

private:
  int terminal_;
  termios before_{};
  bool known_;
  bool off_ = false;
};

enum class Line { whole, interrupted, ended };

Line read_line(int terminal, SecretText &line, const sigset_t &mask) {
  for (;;) {
    pollfd typed{terminal, POLLIN, 0};
    if (ppoll(&typed, 1, nullptr, &mask) < 0)
      return errno == EINTR ? Line::interrupted : Line::ended;
    const auto room = line.room();
    if (room.empty())
      return Line::ended;
    const ssize_t got = read(terminal, room.data(), room.size());
    if (got < 0)
      return errno == EINTR ? Line::interrupted : Line::ended;
    if (got == 0)
      return Line::ended;
    line.grow(static_cast<std::size_t>(got));
    if (const auto end = line.view().find('\n'); end != std::string_view::npos) {
      line.cut(end);
      return Line::whole;
    }
  }
}

// true when a signal came that stopped the program, which now goes on
bool signals_taken() {
  bool any = false;
  for (const int signal : watched)
    if (caught.at(static_cast<std::size_t>(signal)) != 0) {
      any = true;
      raise(signal); // ends the program here, or stops it for a while
    }
  return any;
}

void say_to(int terminal, std::string_view words) {
  while (!words.empty()) {
    const ssize_t written = write(terminal, words.data(), words.size());
    if (written < 0)
      return; // the reading will fail as well, and says so
    words.remove_prefix(static_cast<std::size_t>(written));
  }
}

} // namespace

bool can_ask() {
  return isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1;
}

SecretText ask_secret(const std::string &question) {
  const Descriptor terminal(open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY));
  if (!terminal)
    throw Error({Code::no_terminal, say("there is no terminal to ask on"), say("--key-fd NUMBER")});
  for (;;) {
    SecretText line;
    Line read = Line::interrupted;
    {
      const Watch watch;
      const NoEcho no_echo(terminal.number());
      if (no_echo.off()) {
        say_to(terminal.number(), question);
        read = read_line(terminal.number(), line, watch.mask());
        say_to(terminal.number(), "\n");
      }
    }
    if (!signals_taken() && read != Line::whole)
      throw Error({Code::key_needed, say("nothing was typed"), say("type it and press Enter")});
    if (read == Line::whole)
      return line;
  }
}

} // namespace mediasi
