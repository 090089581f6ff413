#include "cmd/attachments.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/core.h>

#include "base/error.h"
#include "base/file.h"
#include "base/language.h"
#include "report/sealed_facts.h"

namespace mediasi {

namespace {

using namespace std::string_view_literals;

struct Beginning {
  std::string_view bytes, ending;
};
constexpr std::array beginnings{
    Beginning{"%PDF-"sv, "pdf"},          Beginning{"\xFF\xD8\xFF"sv, "jpg"}, Beginning{"\x89PNG\r\n"sv, "png"},
    Beginning{"GIF8"sv, "gif"},           Beginning{"II*\0"sv, "tif"},        Beginning{"MM\0*"sv, "tif"},
    Beginning{"PK\x03\x04"sv, "zip"},     Beginning{"OggS"sv, "ogg"},         Beginning{"ID3"sv, "mp3"},
    Beginning{"\xD0\xCF\x11\xE0", "doc"},
};

// the sender's own name for the file was never kept
std::string_view ending_of(std::string_view bytes) {
  for (const Beginning &known : beginnings)
    if (bytes.starts_with(known.bytes))
      return known.ending;
  if (bytes.size() > 12 && bytes.substr(4, 4) == "ftyp")
    return "mp4";
  if (bytes.size() > 12 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP")
    return "webp";
  return "bin";
}

std::string line_of(const AttachedFile &attachment) {
  return say("entry {}: attached file {} ({})", attachment.entry, attachment.number, attachment.kind);
}

std::string content_of(const Store &store, const Entry &entry, const std::string &path) {
  for (Sealed &sealed : store.open_sealed(entry))
    if (sealed.path == path)
      return std::move(sealed.plain);
  throw Error(
      {Code::store_altered, say("entry {} no longer holds its attached file", entry.seq), say("mediasi store verify")});
}

} // namespace

std::vector<std::string> list_attachments(const std::vector<Entry> &entries) {
  std::vector<std::string> lines;
  for (const AttachedFile &attachment : attachments_of(entries))
    lines.push_back(line_of(attachment));
  return lines;
}

std::vector<std::string> write_attachments(const Store &store, const std::vector<Entry> &entries,
                                           const std::string &folder) {
  std::vector<std::string> lines;
  for (const AttachedFile &attachment : attachments_of(entries)) {
    const auto entry =
        std::find_if(entries.begin(), entries.end(), [&](const Entry &one) { return one.seq == attachment.entry; });
    const std::string content = content_of(store, *entry, attachment.path);
    const std::string name =
        fmt::format("{}-{}-{}.{}", entry->case_number, attachment.entry, attachment.number, ending_of(content));
    create_private(folder, name, content);
    lines.push_back(say("{}: {}", line_of(attachment), name));
  }
  return lines;
}

} // namespace mediasi
