#include "base/file.h"

#include <array>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/unseen_file.h"
#include "support/folder.h"

using namespace mediasi;
namespace fs = std::filesystem;
using std::string_literals::operator""s;
using std::string_view_literals::operator""sv;

namespace {

unsigned permissions_of(const fs::path &path) {
  struct stat there {};
  REQUIRE(stat(path.c_str(), &there) == 0);
  return there.st_mode & 07777;
}

Code code_of(const auto &run) {
  try {
    run();
  } catch (const Error &error) {
    return error.problems().front().code;
  }
  FAIL("nothing was refused");
  return Code::internal;
}

std::size_t names_in(const fs::path &path) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(path), {}));
}

} // namespace

TEST_CASE("a created file is whole, private, and read back as it was") {
  const Folder folder;
  umask(022);
  const fs::path deep = folder.path / "a" / "b";
  const std::string bytes = "one\0two"s + std::string(200000, 'x');
  CHECK(create_private(deep, "letter.html", bytes) == Created::fresh);
  CHECK(permissions_of(deep / "letter.html") == 0600);
  CHECK(permissions_of(deep) == 0700);
  CHECK(permissions_of(folder.path / "a") == 0700);
  CHECK(read_whole((deep / "letter.html").native(), bytes.size()) == bytes);
  CHECK(names_in(deep) == 1);
}

TEST_CASE("the same bytes again are identical, other bytes are refused and change nothing") {
  const Folder folder;
  CHECK(create_private(folder.path, "a.txt", "one") == Created::fresh);
  CHECK(create_private(folder.path, "a.txt", "one") == Created::identical);
  for (std::string_view other : {"two"sv, "one "sv, "on"sv, ""sv}) {
    CAPTURE(other);
    CHECK(code_of([&] { create_private(folder.path, "a.txt", other); }) == Code::file_unwritable);
  }
  CHECK(read_whole((folder.path / "a.txt").native(), 100) == "one");
  CHECK(names_in(folder.path) == 1);
}

TEST_CASE("a name that leads elsewhere is refused") {
  const Folder folder;
  for (std::string_view name :
       {""sv, "."sv, ".."sv, ".hidden"sv, "../x"sv, "/abs"sv, "a/b"sv, "a..b"sv, "a\nb"sv, "a\0b"sv}) {
    CAPTURE(name);
    CHECK(code_of([&] { create_private(folder.path, name, "x"); }) == Code::file_unwritable);
  }
  CHECK(code_of([&] { create_private(folder.path, std::string(256, 'a'), "x"); }) == Code::file_unwritable);
  CHECK(names_in(folder.path) == 0);
}

TEST_CASE("symbolic links are never followed") {
  const Folder folder, elsewhere;
  fs::create_directory_symlink(elsewhere.path, folder.path / "link");
  CHECK(code_of([&] { create_private(folder.path / "link", "a.txt", "x"); }) == Code::file_unwritable);
  CHECK(code_of([&] { create_private(folder.path / "link" / "", "a.txt", "x"); }) == Code::file_unwritable);

  std::ofstream(elsewhere.path / "target") << "x";
  fs::create_symlink(elsewhere.path / "target", folder.path / "a.txt");
  CHECK(code_of([&] { create_private(folder.path, "a.txt", "x"); }) == Code::file_unwritable);
  fs::create_symlink(elsewhere.path / "nowhere", folder.path / "b.txt");
  CHECK(code_of([&] { create_private(folder.path, "b.txt", "x"); }) == Code::file_unwritable);
  CHECK(names_in(elsewhere.path) == 1);
}

TEST_CASE("a file in the place of the folder, or a folder in the place of the file, is refused") {
  const Folder folder;
  std::ofstream(folder.path / "file") << "x";
  fs::create_directory(folder.path / "taken");
  CHECK(code_of([&] { create_private(folder.path / "file", "a.txt", "x"); }) == Code::file_unwritable);
  CHECK(code_of([&] { create_private(folder.path / "file" / "deeper", "a.txt", "x"); }) == Code::file_unwritable);
  CHECK(code_of([&] { create_private(folder.path, "taken", "x"); }) == Code::file_unwritable);
}

TEST_CASE("reading has a limit and says what is wrong") {
  const Folder folder;
  std::ofstream(folder.path / "ten") << "0123456789";
  const std::string ten = (folder.path / "ten").native();
  CHECK(read_whole(ten, 10).size() == 10);
  CHECK(code_of([&] { read_whole(ten, 9); }) == Code::too_large);
  CHECK(code_of([&] { read_whole("/dev/zero", 1000000); }) == Code::too_large);
  CHECK(code_of([&] { read_whole(folder.path.native(), 10); }) == Code::file_unreadable);
  CHECK(code_of([&] { read_whole((folder.path / "none").native(), 10); }) == Code::file_unreadable);
  CHECK(code_of([&] { read_whole("", 10); }) == Code::file_unreadable);
}

TEST_CASE("of a pipe, a device or a folder nothing is read where an ordinary file is wanted") {
  const Folder folder;
  std::ofstream(folder.path / "ten") << "0123456789";
  REQUIRE(mkfifo((folder.path / "pipe").c_str(), 0600) == 0);
  CHECK(read_ordinary((folder.path / "ten").native(), 10).size() == 10);
  for (const std::string &path : {std::string("/dev/null"), (folder.path / "pipe").native(), folder.path.native(),
                                  (folder.path / "none").native(), std::string("-"), std::string()})
    CHECK(code_of([&] { read_ordinary(path, 10); }) == Code::file_unreadable);
}

TEST_CASE("a file is nowhere to be seen before it is whole") {
  const Folder folder;
  const auto path = folder.path / "left";
  {
    UnseenFile given_up(path.native());
    given_up.write("secret");
  }
  CHECK(std::filesystem::is_empty(folder.path));
  UnseenFile file(path.native());
  file.write("one ");
  file.write("two");
  CHECK(std::filesystem::is_empty(folder.path));
  file.put_in_place();
  CHECK(read_whole(path.native(), 100) == "one two");
  CHECK(code_of([&] { UnseenFile(path.native()); }) == Code::file_unwritable);
  CHECK(code_of([&] { UnseenFile((folder.path / "none" / "left").native()); }) == Code::file_unwritable);
  std::filesystem::remove(path);
  UnseenFile late(path.native());
  std::ofstream(path) << "somebody else's";
  CHECK(code_of([&] { late.put_in_place(); }) == Code::file_unwritable);
  CHECK(read_whole(path.native(), 100) == "somebody else's");
}

TEST_CASE("every reason is said in words, the rare ones by number") {
  CHECK(why_not(ENOSPC) == "the disk is full");
  CHECK(why_not(ENOENT) == "there is no such file or folder");
  CHECK(why_not(ENOTSOCK).starts_with("system error "));
}
