// Initials as Indonesian offices write them: of the name alone, without titles, degrees and patronym words.
#include <array>
#include <span>

#include <utf8proc.h>

#include "base/name_words.h"
#include "base/text.h"

namespace mediasi {

namespace {

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

template <typename Wanted> std::string letters_of(std::span<const NameWord> words, Wanted &&wanted) {
  std::string letters;
  int count = 0;
  for (const NameWord &word : words)
    if (wanted(word.part))
      add_letters(word.text, letters, count);
  return letters;
}

} // namespace

std::string initials(std::string_view name) {
  const std::vector<NameWord> words = name_words(name);
  std::string letters = letters_of(words, [](NamePart part) {
    return part == NamePart::given || part == NamePart::maybe || part == NamePart::father;
  });
  if (letters.empty()) // a person known by a title or another name alone
    letters = letters_of(words, [](NamePart) { return true; });
  return letters.empty() ? "?" : letters;
}

} // namespace mediasi
