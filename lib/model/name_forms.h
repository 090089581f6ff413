// A name as it is searched: one form a word, the same for every spelling of it that Indonesian records mix. Old and new
// spelling (oe/u, dj/j, tj/c, j/y, sj/sy, ch/kh), Arabic names by ear (Achmad, Akhmad; Rizki, Riski; Syarif, Sarip),
// y/i, silent h, double letters, titles and degrees.
//
// Forms are classes: two spellings meet, or they do not, and whoever meets the same third meets each other. So one word
// has one form, and j is always y: "Jusuf" is "Yusuf", "Djoko" is "Joko", and the price is that "Joko" is also "Yoko".
// A miss is worse than a false hit, which an officer sees and passes over.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mediasi {

struct NameForms {
  std::vector<std::string> words; // the name itself: sorted, each once
  std::vector<std::string> also;  // what is left out as often as said: Muhammad, Raden, a father's name, other names
  std::string whole;              // the words in their order as one: "Sri Wahyuni" is "Sriwahyuni"
};

// Never more than this of either list: who writes a longer name is found by the first of it.
inline constexpr std::size_t most_name_words = 16;

NameForms name_forms(std::string_view name);

// Does a name on record answer to the one somebody asks for: all asked words are in it, or it in them?
bool answers_to(const NameForms &record, const NameForms &asked);

// How near two full names are: one of a single word inside a longer one is `part` and says little by itself.
enum class NameLikeness { none, part, same };
NameLikeness likeness_of(const NameForms &one, const NameForms &other);

} // namespace mediasi
