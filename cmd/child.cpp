#include "cmd/child.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <memory>

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/descriptor.h"
#include "base/error.h"
#include "base/file.h"
#include "base/language.h"

namespace mediasi {

namespace {

using Instants = std::chrono::steady_clock;

constexpr std::size_t most_output = std::size_t{1} << 28U; // 256 MiB: nothing we ask for comes near
constexpr std::size_t pipe_piece = std::size_t{1} << 16U;  // what a pipe holds

[[noreturn]] void cannot_start(int reason) {
  throw Error(Problem{.code = Code::internal,
                      .message = say("no other program can be started: {}", why_not(reason)),
                      .hint = say("close other programs")});
}

struct Pipe {
  std::unique_ptr<Descriptor> from, into;
};

Pipe open_pipe() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0)
    cannot_start(errno);
  return {std::make_unique<Descriptor>(ends[0]), std::make_unique<Descriptor>(ends[1])};
}

// Between fork and exec: calls that are safe there, and no allocation.
[[noreturn]] void become_child(char *const *words, char *const *environment, int in, int out, pid_t parent) {
  const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (nowhere < 0 || dup2(in, STDIN_FILENO) < 0 || dup2(out, STDOUT_FILENO) < 0 || dup2(nowhere, STDERR_FILENO) < 0)
    _exit(127);
  const rlimit no_byte{0, 0};
  setrlimit(RLIMIT_FSIZE, &no_byte);
  std::signal(SIGPIPE, SIG_DFL);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() == parent && close_range(STDERR_FILENO + 1, ~0U, 0) == 0)
    execve(words[0], words, environment);
  _exit(127);
}

pid_t start(Child &child, const Pipe &input, const Pipe &output) {
  const auto words = exec_pointers(child.words);
  const auto environment = exec_pointers(child.environment);
  const pid_t parent = getpid();
  const pid_t started = fork();
  if (started == 0)
    become_child(words.data(), environment.data(), input.from->number(), output.into->number(), parent);
  if (started == -1)
    cannot_start(errno);
  return started;
}

// Hands over what the pipe takes now; false when the other side wants no more.
bool pass_on(int into, std::string_view &input) {
  const ssize_t gone = write(into, input.data(), std::min(input.size(), pipe_piece));
  if (gone < 0)
    return errno == EAGAIN || errno == EINTR;
  input.remove_prefix(static_cast<std::size_t>(gone));
  return true;
}

// Takes what has come; false at its end.
bool take_in(int from, std::string &output) {
  const std::size_t before = output.size();
  output.resize(before + pipe_piece);
  const ssize_t got = read(from, output.data() + before, pipe_piece);
  output.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  return got > 0 || (got < 0 && (errno == EAGAIN || errno == EINTR));
}

// Both ways at once, until the output ends. False when the time or the room for it is up.
bool exchange(Pipe &input, Pipe &output, std::string_view given, std::string &taken, Instants::time_point until) {
  fcntl(input.into->number(), F_SETFL, O_NONBLOCK);
  fcntl(output.from->number(), F_SETFL, O_NONBLOCK);
  for (bool open = true; open;) {
    if (input.into && given.empty())
      input.into.reset(); // its end tells the program that this was all
    std::array<pollfd, 2> both{pollfd{output.from->number(), POLLIN, 0},
                               pollfd{input.into ? input.into->number() : -1, POLLOUT, 0}};
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Instants::now()).count();
    const int ready = poll(both.data(), both.size(), static_cast<int>(std::max<std::int64_t>(left, 0)));
    if (ready < 0 && errno == EINTR)
      continue;
    if (ready <= 0 || taken.size() > most_output)
      return false;
    if (both[1].revents != 0 && !pass_on(input.into->number(), given))
      given = {};
    if (both[0].revents != 0)
      open = take_in(output.from->number(), taken);
  }
  return true;
}

// However we go on, the program is over and reaped. At the end of its output it has nothing more to give.
class Running {
public:
  explicit Running(pid_t number) : number_(number) {}
  Running(const Running &) = delete;
  Running &operator=(const Running &) = delete;
  ~Running() {
    kill(number_, SIGKILL);
    while (waitpid(number_, nullptr, 0) == -1 && errno == EINTR) {
    }
  }

private:
  pid_t number_;
};

} // namespace

std::vector<char *> exec_pointers(std::vector<std::string> &texts) {
  std::vector<char *> all;
  for (auto &text : texts)
    all.push_back(text.data());
  all.push_back(nullptr);
  return all;
}

ChildEnd feed(Child child, std::string_view input, std::chrono::seconds limit) {
  Pipe given = open_pipe(), taken = open_pipe();
  const Running running(start(child, given, taken));
  given.from.reset();
  taken.into.reset();
  ChildEnd end;
  end.in_time = exchange(given, taken, input, end.output, Instants::now() + limit);
  return end;
}

} // namespace mediasi
