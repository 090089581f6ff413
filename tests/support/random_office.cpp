#include "support/random_office.h"

#include "base/embedded.h"
#include "base/file.h"
#include "support/parsed_day.h"
#include "support/shipped.h"

namespace mediasi::testing {

namespace {

Officer officer(std::string id, std::vector<Post> posts) {
  return {.id = id, .name = "Contoh " + id, .nip = {}, .rank = {}, .login = {}, .posts = std::move(posts)};
}

Post post(std::string role, std::optional<Date> until = {}) {
  return {.role = std::move(role), .from = parsed_day("2026-01-01"), .until = until};
}

// Pasuruan's file, but its main deadline may be paused and extended: those acts are to be walked as well.
std::string rules_text() {
  auto text = read_whole(MEDIASI_SOURCE_DIR "/share/rules/pasuruan.toml", std::size_t{1} << 20U);
  const std::string strict = "pauses = false # halaman menjanjikan";
  text.replace(text.find(strict), strict.size(),
               "extension = 7\nextended_by = \"mk\"\npauses = true # halaman menjanjikan");
  return text + "\n[[reason]]\nof = \"pause\"\nid = \"menunggu\"\ntitle = \"menunggu\"\n";
}

} // namespace

Office::Office() {
  std::vector<Problem> problems;
  gates = load_gates(statute_text(), known_names({}), problems);
  standard = load_standard(rules_text(), "pasuruan.toml", known_names(shipped_names())).standard;
  roster.officers = {
      officer("pita", {post("pendamping"), post("admin")}), officer("koko", {post("koordinator"), post("kasie")}),
      officer("kania", {post("mk"), post("kepala_upt")}), officer("kori", {post("konselor")}),
      officer("lama", {post("pendamping", parsed_day("2026-04-01")), post("mk", parsed_day("2026-04-01"))})};
  roster.mediators = {
      {"medi", "Contoh Mediator", "sertifikat", "1", "Contoh", parsed_day("2025-02-01"), {}},
      {"habis", "Contoh Habis", "sertifikat", "2", "Contoh", parsed_day("2020-01-01"), parsed_day("2026-01-01")}};
  roster.rooms = {{"ruang-1", "Ruang 1"}, {"ruang-2", "Ruang 2"}};
}

} // namespace mediasi::testing
