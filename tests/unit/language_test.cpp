#include "base/language.h"

#include <cstdlib>
#include <fstream>
#include <map>

#include <doctest/doctest.h>

#include "base/error.h"
#include "support/folder.h"

using namespace mediasi;

namespace {

// Sets exactly these of the four variables, and none afterwards.
struct Variables {
  explicit Variables(const std::map<std::string, std::string> &wanted) {
    clear();
    for (const auto &[name, value] : wanted)
      setenv(name.c_str(), value.c_str(), 1);
  }
  Variables(const Variables &) = delete;
  Variables &operator=(const Variables &) = delete;
  ~Variables() { clear(); }

  static void clear() {
    for (const char *name : {"MEDIASI_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"})
      unsetenv(name);
  }
};

constexpr const char *catalogue = R"(msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

msgid "no case '{}'"
msgstr "tidak ada perkara '{}'"

msgctxt "paper"
msgid "minutes"
msgstr "berita acara"

msgctxt "time"
msgid "minutes"
msgstr "menit"
)";

Language asked(const std::map<std::string, std::string> &variables, std::string_view option = "") {
  const Variables set(variables);
  return choose_language(option);
}

} // namespace

TEST_CASE("the option beats the environment, the program's own variable beats the others") {
  CHECK(asked({}) == Language::english);
  CHECK(asked({{"LANG", "id_ID"}}) == Language::indonesian);
  CHECK(asked({{"LANG", "id_ID.UTF-8"}}) == Language::indonesian);
  CHECK(asked({{"LANG", "id"}}) == Language::indonesian);
  CHECK(asked({{"MEDIASI_LANG", "id"}, {"LANG", "en_US.UTF-8"}}) == Language::indonesian);
  CHECK(asked({{"MEDIASI_LANG", "en"}, {"LANG", "id_ID"}}) == Language::english);
  CHECK(asked({{"LC_ALL", "id_ID"}, {"LANG", "en_US"}}) == Language::indonesian);
  CHECK(asked({{"LC_MESSAGES", "en_GB"}, {"LANG", "id_ID"}}) == Language::english);
  CHECK(asked({{"LC_ALL", "C"}, {"LANG", "id_ID"}}) == Language::indonesian);
  CHECK(asked({{"LC_ALL", ""}, {"LANG", "id_ID"}}) == Language::indonesian);
  CHECK(asked({{"MEDIASI_LANG", "id"}, {"LC_ALL", "C"}}) == Language::indonesian);
  CHECK(asked({{"LANG", "id_ID"}}, "en") == Language::english);
  CHECK(asked({}, "id") == Language::indonesian);
}

TEST_CASE("a language without a catalogue asks for nothing, an unknown option is refused") {
  for (const char *value : {"", "C", "POSIX", "C.UTF-8", "fr_FR", "i", "ido_XX", "ID_id", "\xff\xff"})
    CHECK(asked({{"LANG", value}}) == Language::english);
  for (const char *option : {"fr", "ID", "id_ID", "english", " "})
    CHECK_THROWS_AS(choose_language(option), Error);
}

TEST_CASE("the catalogue speaks whatever locale the environment holds") {
  const Folder folder;
  const auto place = folder.path / "id" / "LC_MESSAGES";
  std::filesystem::create_directories(place);
  std::ofstream(folder.path / "id.po") << catalogue;
  const std::string command =
      "msgfmt -c -o '" + (place / "mediasi.mo").native() + "' '" + (folder.path / "id.po").native() + "' 2>/dev/null";
  REQUIRE(std::system(command.c_str()) == 0);

  for (const std::map<std::string, std::string> &variables :
       {std::map<std::string, std::string>{}, {{"LC_ALL", "C"}}, {{"LC_ALL", "xx_YY"}, {"LANGUAGE", "fr"}}}) {
    const Variables set(variables);
    speak(Language::indonesian, folder.path.native());
    CHECK(spoken() == Language::indonesian);
    CHECK(say("no case '{}'", "2026-0012") == "tidak ada perkara '2026-0012'");
    CHECK(std::string(tr_in("paper", "minutes")) == "berita acara");
    CHECK(std::string(tr_in("time", "minutes")) == "menit");
    CHECK(std::string(tr_in("music", "minutes")) == "minutes");
    CHECK(std::string(tr("not in the catalogue")) == "not in the catalogue");
    CHECK(std::string(tr("")).empty());
    CHECK(say("{}", 1234567.5) == "1234567.5");
    speak(Language::english, folder.path.native());
    CHECK(say("no case '{}'", 12) == "no case '12'");
    CHECK(std::string(tr_in("paper", "minutes")) == "minutes");
  }
}
