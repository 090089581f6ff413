// Initials as Indonesian offices write them: of the name alone, without titles, degrees and patronym words.
#include <algorithm>
#include <array>

#include <utf8proc.h>

#include "base/text.h"

namespace mediasi {

namespace {

// Before a name. "An." (anak), "By." (bayi) and the like only with their full stop: without it they may be names.
constexpr std::array titles{"h",    "hj",   "haji", "hajjah", "dr",    "drg",    "drh",  "drs",  "dra",    "ir",
                            "prof", "kh",   "tn",   "ny",     "nn",    "sdr",    "sdri", "bpk",  "pak",    "bapak",
                            "bu",   "ibu",  "ust",  "ustd",   "ustdz", "ustadz", "gus",  "tuan", "nyonya", "ustadzah",
                            "tgk.", "tgh.", "an.",  "by.",    "r.",    "ra.",    "rr."};
// Between names.
constexpr std::array particles{"bin", "binti", "binte", "bt", "bte", "bt.", "bte.", "bin.", "binti."};
// After a name, spelt without full stops.
constexpr std::array degrees{
    "SH",     "MH",     "SE",  "ME",   "MM",   "ST",   "MT",   "SPd", "MPd", "SAg",   "MAg",  "SKom", "MKom",
    "SSos",   "MSos",   "MSi", "SSi",  "SPsi", "MPsi", "SIP",  "MIP", "SKM", "MKes",  "SKep", "SST",  "STrKeb",
    "STrKes", "MAP",    "MKn", "SHum", "MHum", "SPdI", "MPdI", "SHI", "MHI", "SFarm", "Apt",  "Ns",   "AMd",
    "AMdKeb", "AMdKep", "PhD", "LLM",  "LLB",  "MSc",  "BSc",  "BA",  "MA",  "SpA",   "SpOG", "SpKJ"};

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  std::string word;
  for (char c : name) {
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
      word += c;
    } else if (!word.empty()) {
      words.push_back(word);
      word.clear();
    }
  }
  if (!word.empty())
    words.push_back(word);
  return words;
}

std::string without_stops(std::string_view word) {
  std::string bare(word);
  std::erase(bare, '.');
  return bare;
}

bool is_title(std::string_view word) {
  const std::string typed = folded(word);
  const std::string bare = without_stops(typed);
  return std::ranges::any_of(titles, [&](std::string_view title) {
    return title.ends_with('.') ? bare + "." == title && typed.find('.') != std::string::npos : bare == title;
  });
}

bool is_particle(std::string_view word) {
  if (word == "b." || word == "b") // "Ahmad b. Ali"; a capital B. is a name cut short
    return true;
  return std::ranges::find(particles, std::string_view(folded(word))) != particles.end();
}

// "S.Pd." in any case; "SPd" only as degrees are spelt, for "Ma" and "Sip" are names.
bool is_degree(std::string_view word) {
  const std::string bare = without_stops(word);
  const bool dotted = word.substr(0, word.size() - 1).find('.') != std::string_view::npos;
  return std::ranges::any_of(
      degrees, [&](std::string_view degree) { return bare == degree || (dotted && folded(bare) == folded(degree)); });
}

// The first letter of each part between full stops: "M.Yusuf" has two.
void add_letters(std::string_view word, std::string &letters, int &count) {
  bool wanted = true;
  while (!word.empty() && count < 4) {
    utf8proc_int32_t character = -1;
    const auto used = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t *>(word.data()),
                                       static_cast<utf8proc_ssize_t>(word.size()), &character);
    word.remove_prefix(used > 0 ? static_cast<std::size_t>(used) : 1);
    const auto kind = used > 0 ? utf8proc_category(character) : UTF8PROC_CATEGORY_CN;
    if (character == '.')
      wanted = true;
    if (!wanted || kind < UTF8PROC_CATEGORY_LU || kind > UTF8PROC_CATEGORY_LO)
      continue;
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto size = utf8proc_encode_char(utf8proc_toupper(character), bytes.data());
    letters.append(bytes.begin(), bytes.begin() + size);
    letters += '.';
    ++count;
    wanted = false;
  }
}

std::string letters_of(std::span<const std::string> words) {
  std::string letters;
  int count = 0;
  for (const std::string &word : words)
    add_letters(word, letters, count);
  return letters;
}

} // namespace

std::string initials(std::string_view name) {
  const std::string normal = normal_text(name).value_or("");
  const std::vector<std::string> all = words_of(std::string_view(normal).substr(0, normal.find(',')));

  std::vector<std::string> kept;
  for (const std::string &word : all) {
    if (kept.empty() ? is_title(word) : is_particle(word))
      continue;
    if (!kept.empty() && (is_degree(word) || folded(word) == "alias" || folded(word) == "als"))
      break; // nothing after these belongs to the name
    kept.push_back(word);
  }
  std::string letters = letters_of(kept);
  if (letters.empty())
    letters = letters_of(all); // a person known by a title alone
  return letters.empty() ? "?" : letters;
}

} // namespace mediasi
