#include "model/spelling.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace mediasi {

namespace {

enum class At {
  anywhere,
  start,
  end,
  whole,
  before_vowel,
  before_consonant, // or at the end
  after_consonant,
};

struct Rule {
  std::string_view from, to;
  At at = At::anywhere;
};

// Before a word is taken apart: Soekarno, Noor; Muhammad cut short.
constexpr Rule vowels[] = {
    {"oe", "u"},
    {"oo", "u"},
    {"moh", "muhammad", At::whole},
    {"moch", "muhammad", At::whole},
    {"muh", "muhammad", At::whole},
    {"much", "muhammad", At::whole},
    {"mohd", "muhammad", At::whole},
    {"muhd", "muhammad", At::whole},
    {"mhd", "muhammad", At::whole},
    {"md", "muhammad", At::whole},
    {"st", "siti", At::whole},
};

// From above to below, each over the whole word.
constexpr Rule sounds[] = {
    // Dutch letters: Djoko, Tjahjono, Sjarif; a Dutch or English name beside them
    {"chr", "kr", At::start},
    {"dj", "j"},
    {"tj", "c"},
    {"sj", "s"},
    // Arabic letters by ear: Syarif, Sharif, Sarif; Achmad, Akhmad, Ahmad; Utsman, Dzulfikar, Iqbal
    {"dz", "z"},
    {"ts", "s"},
    {"sy", "s"},
    {"sh", "s"},
    {"ch", "h"},
    {"kh", "h"},
    {"q", "k"},
    {"x", "ks"},
    {"ck", "k"},
    {"ct", "kt"},
    {"cr", "kr"},
    {"cl", "kl"},
    {"ph", "f"},
    {"ae", "ai"},
    {"ei", "ai"},
    // z said as j: Jaenal, Jubaedah, Julaeha, Rijal, Ajis, Pauji
    {"jain", "zain", At::start},
    {"jubai", "zubai", At::start},
    {"julai", "zulai", At::start},
    {"julk", "zulk", At::start},
    {"zailan", "jailan", At::start},
    {"jahr", "zahr", At::start},
    {"rijk", "rizk", At::start},
    {"rijal", "rizal", At::whole},
    {"ajis", "aziz", At::whole},
    {"ajiz", "aziz", At::whole},
    {"jaki", "zaki", At::whole},
    {"auj", "auz"},
    {"z", "s"},
    {"v", "f"}, // Novi, Nofi, Nopi
    {"f", "p"}, // Syarif, Sarip; Fatimah, Patimah
    // a for o, and other sounds that Java and Sunda write by ear
    {"hoir", "hair", At::start},
    {"rohm", "rahm", At::start},
    {"rohim", "rahim", At::whole},
    {"romadlon", "ramadan", At::whole},
    {"romadhon", "ramadan", At::whole},
    {"romadon", "ramadan", At::whole},
    {"romad", "ramad", At::start},
    {"solih", "saleh", At::start},
    {"soleh", "saleh", At::start},
    {"salih", "saleh", At::start},
    {"kodir", "kadir", At::whole},
    {"gop", "gap", At::start},
    {"ghop", "gap", At::start},
    {"ghap", "gap", At::start},
    {"mustopo", "mustapa", At::whole},
    {"mustopa", "mustapa", At::whole},
    {"musthopa", "mustapa", At::whole},
    {"musthapa", "mustapa", At::whole},
    {"kusnul", "husnul", At::start},
    {"mikail", "mihail", At::whole},
    {"mikael", "mihail", At::whole},
    {"mihael", "mihail", At::whole},
    {"husen", "husain", At::whole},
    {"putera", "putra", At::whole},
    {"puteri", "putri", At::whole},
    {"selamet", "slamet", At::whole},
    {"selamat", "slamet", At::whole},
    {"ktut", "ketut", At::whole},
    {"oh", "ah", At::end},
    {"zahro", "zahra", At::whole},
    {"sahro", "sahra", At::whole},
    // a silent h: Ramadhan, Yudhi, Fatimah
    {"h", "", At::after_consonant},
    {"h", "", At::end},
    {"dl", "d"}, // Ramadlan
    // y and i: Prasetyo, Prasetijo, Prasetio; Fitry, Fitri; Arief, Arif
    {"j", "y"},
    {"iep", "ip", At::end},
    {"iek", "ik", At::end},
    {"iet", "it", At::end},
    {"ied", "id", At::end},
    {"iel", "il", At::end},
    {"ies", "is", At::end},
    {"ie", "i", At::end},
    {"y", "i", At::before_consonant},
    {"iy", "y"},
    {"i", "y", At::before_vowel},
    // w and u: Suwarno, Suarno; Mawlana, Maulana, Molana
    {"uw", "u", At::before_vowel},
    {"w", "u", At::before_consonant},
    {"au", "o"},
    // said hard at the end: Ahmad, Ahmat; Yakub, Yakup
    {"d", "t", At::end},
    {"b", "p", At::end},
};

// After doubled letters are one.
constexpr Rule lasts[] = {
    {"mohamat", "muhamat", At::whole}, {"muhamet", "muhamat", At::whole}, {"mohamet", "muhamat", At::whole},
    {"mukamat", "muhamat", At::whole}, {"mokamat", "muhamat", At::whole},
};

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}

bool stands(const Rule &rule, std::string_view word, std::size_t at) {
  const std::size_t after = at + rule.from.size();
  const bool ends = after == word.size();
  switch (rule.at) {
  case At::anywhere:
    return true;
  case At::start:
    return at == 0;
  case At::end:
    return ends && at > 0;
  case At::whole:
    return at == 0 && ends;
  case At::before_vowel: // of y written as i, "ii" is only a long i
    return !ends && is_vowel(word[after]) && !(rule.from == "i" && word[after] == 'i');
  case At::before_consonant:
    return ends || (is_letter(word[after]) && !is_vowel(word[after]));
  case At::after_consonant:
    return at > 0 && is_letter(word[at - 1]) && !is_vowel(word[at - 1]);
  }
  return false;
}

void apply(const Rule &rule, std::string &word) {
  for (std::size_t at = word.find(rule.from); at != std::string::npos; at = word.find(rule.from, at)) {
    if (stands(rule, word, at)) {
      word.replace(at, rule.from.size(), rule.to);
      at += rule.to.size();
    } else {
      ++at;
    }
  }
}

// Which letters a text has, as bits: most rules name one that the word has not, and need not be looked for in it.
using Letters = std::uint32_t;

constexpr Letters letters_of(std::string_view text) {
  constexpr int other = 26;
  Letters letters = 0;
  for (const char c : text)
    letters |= Letters{1} << (c >= 'a' && c <= 'z' ? c - 'a' : other);
  return letters;
}

template <std::size_t Count> constexpr std::array<Letters, Count> needs_of(const Rule (&rules)[Count]) {
  std::array<Letters, Count> needs{};
  for (std::size_t at = 0; at < Count; ++at)
    needs[at] = letters_of(rules[at].from);
  return needs;
}

constexpr auto vowels_need = needs_of(vowels);
constexpr auto sounds_need = needs_of(sounds);
constexpr auto lasts_need = needs_of(lasts);

template <std::size_t Count>
void apply_all(const Rule (&rules)[Count], const std::array<Letters, Count> &needs, std::string &word) {
  Letters has = letters_of(word);
  for (std::size_t at = 0; at < Count; ++at)
    if ((needs[at] & ~has) == 0) {
      apply(rules[at], word);
      has = letters_of(word);
    }
}

void drop_doubles(std::string &word) {
  word.erase(std::unique(word.begin(), word.end(), [](char a, char b) { return a == b && is_letter(a); }), word.end());
}

std::string respelt(std::string word) {
  apply_all(sounds, sounds_need, word);
  drop_doubles(word);
  apply_all(lasts, lasts_need, word);
  return word;
}

constexpr std::size_t least_rest = 4; // letters of a word of its own: Nurdin is one word, Nurhayati two

// Where the second word begins in one that is written together: "nurhayati", "abdurrachman", whose r is the l of
// "abdul" said as the letter that follows. 0 = one word.
std::size_t second_word(std::string_view word) {
  constexpr std::array<std::string_view, 3> beginnings{"abdul", "nurul", "nur"};
  constexpr std::string_view servant = "abdu", said_alike = "rsnzdt";
  const auto leaves_enough = [&](std::size_t at) { return word.size() >= at + least_rest; };
  for (const auto beginning : beginnings)
    if (word.starts_with(beginning) && leaves_enough(beginning.size()))
      return beginning.size();
  if (!word.starts_with(servant) || !leaves_enough(servant.size()))
    return 0;
  if (said_alike.find(word[servant.size()]) == std::string_view::npos)
    return 0;
  const bool doubled = word[servant.size()] == word[servant.size() + 1];
  return servant.size() + (doubled ? 1 : 0);
}

bool is_servant(std::string_view word) {
  constexpr std::array<std::string_view, 9> all{"abdul", "abdur", "abdus", "abdun", "abduz",
                                                "abdud", "abdut", "abdu",  "abd"};
  return std::find(all.begin(), all.end(), word) != all.end();
}

} // namespace

std::vector<std::string> spelt_alike(std::string word) {
  apply_all(vowels, vowels_need, word);
  if (is_servant(word))
    return {"abdul"};
  const auto second = second_word(word);
  if (second == 0)
    return {respelt(std::move(word))};
  const std::string first = word.starts_with("abdu") ? "abdul" : word.substr(0, second);
  return {first, respelt(word.substr(second))};
}

} // namespace mediasi
