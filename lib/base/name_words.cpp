#include "base/name_words.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace mediasi {

namespace {

// Before a name. "An." (anak), "By." (bayi) and the like only with their full stop: without it they may be names.
constexpr auto titles = std::to_array<std::string_view>(
    {"h",   "hj",   "haji",   "hajjah",   "dr",   "drg",  "drh",   "drs", "dra", "ir",  "prof", "kh",    "tn",
     "ny",  "nn",   "sdr",    "sdri",     "bpk",  "pak",  "bapak", "bu",  "ibu", "ust", "ustd", "ustdz", "ustadz",
     "gus", "tuan", "nyonya", "ustadzah", "tgk.", "tgh.", "an.",   "by.", "r.",  "ra.", "rr."});
// Nobility, courtesy, "the late": people leave them out and put them in.
constexpr auto maybes = std::to_array<std::string_view>(
    {"raden",    "rd",         "rr", "ra",   "mas",  "mbak",   "nona", "alm",   "almh",
     "almarhum", "almarhumah", "hb", "kyai", "kiai", "nyai",   "mr",   "mrs",   "ms",
     "tb.",      "tubagus",    "hj", "hjh",  "haji", "hajjah", "r.m.", "r.ay.", "habib"});
// Between names.
constexpr auto particles =
    std::to_array<std::string_view>({"bin", "binti", "binte", "bt", "bte", "bt.", "bte.", "bin.", "binti."});
constexpr auto aliases = std::to_array<std::string_view>({"alias", "als", "als.", "a.k.a.", "a.k.a", "aka", "@"});
// After a name, spelt without full stops.
constexpr auto degrees = std::to_array<std::string_view>(
    {"SH",     "MH",     "SE",  "ME",   "MM",   "ST",   "MT",   "SPd", "MPd", "SAg",   "MAg",  "SKom", "MKom",
     "SSos",   "MSos",   "MSi", "SSi",  "SPsi", "MPsi", "SIP",  "MIP", "SKM", "MKes",  "SKep", "SST",  "STrKeb",
     "STrKes", "MAP",    "MKn", "SHum", "MHum", "SPdI", "MPdI", "SHI", "MHI", "SFarm", "Apt",  "Ns",   "AMd",
     "AMdKeb", "AMdKep", "PhD", "LLM",  "LLB",  "MSc",  "BSc",  "BA",  "MA",  "SpA",   "SpOG", "SpKJ"});

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

bool is_maybe(std::string_view word) {
  const std::string typed = folded(word);
  const std::string bare = without_stops(typed);
  return std::ranges::any_of(
      maybes, [&](std::string_view maybe) { return maybe.ends_with('.') ? typed == maybe : bare == maybe; });
}

bool is_particle(std::string_view word) {
  if (word == "b." || word == "b") // "Ahmad b. Ali"; a capital B. is a name cut short
    return true;
  return std::ranges::find(particles, folded(word)) != particles.end();
}

bool is_alias(std::string_view word) {
  return std::ranges::find(aliases, folded(word)) != aliases.end();
}

// "S.Pd." in any case; "SPd" only as degrees are spelt, for "Ma" and "Sip" are names.
bool is_degree(std::string_view word) {
  const std::string bare = without_stops(word);
  const bool dotted = word.substr(0, word.size() - 1).find('.') != std::string_view::npos;
  return std::ranges::any_of(
      degrees, [&](std::string_view degree) { return bare == degree || (dotted && folded(bare) == folded(degree)); });
}

// One word after another; what stood before says what the next one is.
class Naming {
public:
  void take(const std::string &word) {
    if (word.empty())
      return;
    if (word.front() == '(')
      inside_ = true;
    words.push_back({word, part_of(word)});
    if (word.find(')') != std::string::npos)
      inside_ = false;
  }

  void comma() {
    if (named_)
      after_ = NamePart::rest;
  }

  std::vector<NameWord> words;

private:
  NamePart part_of(std::string_view word) {
    if (inside_)
      return NamePart::other;
    if (!named_ && is_title(word))
      return NamePart::title;
    if (named_ && is_alias(word)) {
      after_ = NamePart::other;
      return NamePart::mark;
    }
    if (named_ && after_ != NamePart::other && is_particle(word)) {
      after_ = after_ == NamePart::rest ? NamePart::rest : NamePart::father;
      return NamePart::mark;
    }
    if (named_ && is_degree(word)) {
      after_ = NamePart::rest;
      return NamePart::degree;
    }
    named_ = true;
    return after_ != NamePart::given ? after_ : is_maybe(word) ? NamePart::maybe : NamePart::given;
  }

  bool named_ = false;  // something of the name itself was met
  bool inside_ = false; // brackets
  NamePart after_ = NamePart::given;
};

} // namespace

std::vector<NameWord> name_words(std::string_view name) {
  const std::string normal = normal_text(name).value_or("");
  Naming naming;
  std::string word;
  for (const char c : normal) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank && c != ',') {
      word += c;
      continue;
    }
    naming.take(word);
    word.clear();
    if (c == ',')
      naming.comma();
  }
  naming.take(word);
  return std::move(naming.words);
}

} // namespace mediasi
