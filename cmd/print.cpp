#include "cmd/print.h"

#include <cerrno>
#include <cstdio>
#include <filesystem>

#include <fcntl.h>
#include <unistd.h>

#include "base/descriptor.h"
#include "base/language.h"
#include "base/writing.h"
#include "cmd/kept_files.h"

namespace mediasi {

namespace {

namespace fs = std::filesystem;

fs::path folder_of(const fs::path &path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

Error unwritable(std::string message) {
  return Error(Problem{.code = Code::file_unwritable,
                       .message = std::move(message),
                       .hint = say("see that it is there, is yours and has room")});
}

Error not_for_output(const std::string &file, std::string why) {
  return Error(Problem{.code = Code::option_value,
                       .message = say("--output '{}': {}", file, why),
                       .hint = say("name a file of its own")});
}

// Beside its name and then renamed; the half-written file goes away with the object.
class Beside {
public:
  explicit Beside(const fs::path &path)
      : path_(path), name_((folder_of(path) / ".mediasi-XXXXXX").string()), file_(mkostemp(name_.data(), O_CLOEXEC)) {}
  Beside(const Beside &) = delete;
  Beside &operator=(const Beside &) = delete;
  ~Beside() {
    if (file_ && !done_)
      unlink(name_.c_str());
  }

  bool publish(std::string_view text) { // mkostemp made it 0600
    if (!file_ || write_all(file_.number(), text) != 0 || fsync(file_.number()) != 0)
      return false;
    done_ = std::rename(name_.c_str(), path_.c_str()) == 0;
    const Descriptor folder(open(folder_of(path_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return done_ && folder && fsync(folder.number()) == 0;
  }

private:
  fs::path path_;
  std::string name_;
  Descriptor file_;
  bool done_ = false;
};

} // namespace

void check_output(const Env &env) {
  if (env.output.empty())
    return;
  const fs::path path = env.output;
  std::error_code failed;
  const fs::file_status is = fs::status(path, failed);
  if (fs::is_directory(is))
    throw not_for_output(env.output, say("is a folder"));
  if (fs::exists(is) && !fs::is_regular_file(is))
    throw not_for_output(env.output, say("is no ordinary file"));
  if (auto why = why_kept(env, env.output); !why.empty())
    throw not_for_output(env.output, std::move(why));
  if (access(folder_of(path).c_str(), W_OK | X_OK) != 0)
    throw unwritable(say("cannot write '{}'", env.output));
}

Reader put(const Env &env, std::string_view text) {
  if (!env.output.empty()) {
    if (!Beside(env.output).publish(text))
      throw unwritable(say("cannot write '{}'", env.output));
    return Reader::listens;
  }
  if (env.quiet)
    return Reader::listens;
  const int failed = write_all(STDOUT_FILENO, text);
  if (failed == EPIPE)
    return Reader::gone;
  if (failed != 0)
    throw unwritable(tr("cannot write the answer to standard output"));
  return Reader::listens;
}

} // namespace mediasi
