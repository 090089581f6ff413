#include "base/share.h"

#include <filesystem>

#include <doctest/doctest.h>

#include "base/embedded.h"
#include "base/error.h"
#include "support/folder.h"

using namespace mediasi;
namespace fs = std::filesystem;

TEST_CASE("the data folder is the one asked for, or the one beside the program") {
  const Folder folder;
  const std::string program = (folder.path / "bin" / "mediasi").native();
  fs::create_directories(folder.path / "share" / "mediasi" / "rules");
  CHECK(share_folder("", program) == (folder.path / "share" / "mediasi").native());
  CHECK(share_folder(folder.path.native(), program) == folder.path.native());
  CHECK_THROWS_AS(share_folder((folder.path / "none").native(), program), Error);
}

TEST_CASE("catalogues lie beside the program in a build tree, one floor up when installed") {
  const Folder folder;
  CHECK(locale_folder((folder.path / "bin" / "mediasi").native()) == (folder.path / "share" / "locale").native());
  fs::create_directories(folder.path / "bin" / "share" / "locale");
  CHECK(locale_folder((folder.path / "bin" / "mediasi").native()) ==
        (folder.path / "bin" / "share" / "locale").native());
}

TEST_CASE("the compiled-in gates are the shipped file, byte for byte") {
  const fs::path file = fs::path(MEDIASI_SOURCE_DIR) / "share" / "gates" / "statute.toml";
  CHECK(statute_text().size() == (fs::exists(file) ? fs::file_size(file) : 0));
}
