#include "base/share.h"

#include <filesystem>

#include "base/error.h"
#include "base/language.h"

namespace mediasi {

namespace fs = std::filesystem;

namespace {

bool is_folder(const fs::path &path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

} // namespace

std::string share_folder(std::string_view from_environment, const std::string &program_path) {
  if (!from_environment.empty()) {
    if (is_folder(from_environment))
      return std::string(from_environment);
    throw Error(
        Problem{.code = Code::no_such_share,
                .message = say("MEDIASI_SHARE is not a folder: '{}'", from_environment),
                .hint = say("unset MEDIASI_SHARE, or name the folder that holds rules, templates and calendar")});
  }
  const fs::path installed = fs::path(program_path).parent_path().parent_path() / "share" / "mediasi";
  for (const fs::path &candidate : {installed, fs::path(MEDIASI_SOURCE_SHARE)})
    if (is_folder(candidate / "rules"))
      return candidate.native();
  throw Error(Problem{.code = Code::no_such_share,
                      .message = say("the program's data folder is missing: '{}'", installed.native()),
                      .hint = say("install mediasi again, or set MEDIASI_SHARE")});
}

std::string locale_folder(const std::string &program_path) {
  const fs::path beside = fs::path(program_path).parent_path() / "share" / "locale";
  if (is_folder(beside))
    return beside.native();
  return (fs::path(program_path).parent_path().parent_path() / "share" / "locale").native();
}

} // namespace mediasi
