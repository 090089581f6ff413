#include "model/name_forms.h"

#include <algorithm>

#include <utf8proc.h>

#include "base/name_words.h"
#include "base/text.h"
#include "model/spelling.h"

namespace mediasi {

namespace {

using Words = std::vector<std::string>;

constexpr std::string_view muhammad = "muhamat"; // as model/spelling writes it

bool is_apostrophe(utf8proc_int32_t character) { // Ma'ruf, in whatever sign
  return character == '\'' || character == '`' || character == 0x2018 || character == 0x2019 || character == 0x2bc ||
         character == 0x2bb || character == 0x2bf || character == 0x2be;
}

bool is_of_a_word(utf8proc_int32_t character) {
  const auto kind = utf8proc_category(character);
  return (kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_MN) || kind == UTF8PROC_CATEGORY_ND;
}

// "M.Yusuf-Ali" -> m, yusuf, ali
Words pieces_of(std::string_view word) {
  const std::string small = folded(word);
  Words pieces(1);
  for (std::string_view left = small; !left.empty();) {
    utf8proc_int32_t character = -1;
    const auto used = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t *>(left.data()),
                                       static_cast<utf8proc_ssize_t>(left.size()), &character);
    const auto size = used > 0 ? static_cast<std::size_t>(used) : 1;
    if (used > 0 && is_of_a_word(character))
      pieces.back() += left.substr(0, size);
    else if (!is_apostrophe(character))
      pieces.emplace_back();
    left.remove_prefix(size);
  }
  std::erase(pieces, "");
  return pieces;
}

void sort_out(Words &words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

bool has(const Words &words, const std::string &word) {
  return std::binary_search(words.begin(), words.end(), word);
}

bool within(const Words &words, const Words &others) {
  return !words.empty() && std::includes(others.begin(), others.end(), words.begin(), words.end());
}

// all of `words` are somewhere in the name
bool within(const Words &words, const NameForms &name) {
  return !words.empty() && std::all_of(words.begin(), words.end(), [&](const std::string &word) {
    return has(name.words, word) || has(name.also, word);
  });
}

class Forming {
public:
  explicit Forming(std::string_view name) : words_(name_words(name)) {}

  NameForms run() {
    for (const auto &word : words_)
      if (word.part == NamePart::given)
        take_given(word.text);
      else if (word.part != NamePart::title && word.part != NamePart::mark && word.part != NamePart::degree)
        take_besides(word.text);
    if (forms_.words.empty())
      take_what_there_is();
    for (const auto &form : spelt_alike(together_))
      forms_.whole += form;
    sort_out(forms_.words);
    sort_out(forms_.also);
    std::erase_if(forms_.also, [&](const std::string &word) { return has(forms_.words, word); });
    return std::move(forms_);
  }

private:
  // A letter alone says too little to search by; an M before the name is Muhammad.
  void take_given(std::string_view text) {
    for (const auto &piece : pieces_of(text)) {
      const bool cut_short = piece.size() == 1;
      if (cut_short && (piece != "m" || begun_))
        continue;
      const auto forms = cut_short ? Words{std::string(muhammad)} : spelt_alike(piece);
      begun_ = true;
      const bool often_left_out = forms.front() == muhammad;
      if (!often_left_out)
        together_ += piece;
      for (const auto &form : forms)
        add(often_left_out ? forms_.also : forms_.words, form);
    }
  }

  void take_besides(std::string_view text) {
    for (const auto &piece : pieces_of(text))
      if (piece.size() > 1)
        for (const auto &form : spelt_alike(piece))
          add(forms_.also, form);
  }

  // known by a title, a letter or as Muhammad alone
  void take_what_there_is() {
    for (const auto &word : words_)
      if (word.part != NamePart::mark && word.part != NamePart::degree)
        for (const auto &piece : pieces_of(word.text)) {
          together_ += piece;
          for (const auto &form : spelt_alike(piece))
            add(forms_.words, form);
        }
  }

  static void add(Words &words, const std::string &form) {
    if (words.size() < most_name_words)
      words.push_back(form);
  }

  std::vector<NameWord> words_;
  NameForms forms_;
  std::string together_; // the words in their order, before they are respelt
  bool begun_ = false;
};

} // namespace

NameForms name_forms(std::string_view name) {
  return Forming(name).run();
}

// A father's name or another one never makes two names the same by itself: the father may be in the case as well.
bool answers_to(const NameForms &record, const NameForms &asked) {
  if (asked.words.empty() || record.words.empty())
    return false;
  return record.whole == asked.whole || within(asked.words, record) || has(record.words, asked.whole) ||
         (record.words.size() > 1 && within(record.words, asked.words));
}

NameLikeness likeness_of(const NameForms &one, const NameForms &other) {
  if (one.words.empty() || other.words.empty())
    return NameLikeness::none;
  if (one.whole == other.whole || one.words == other.words)
    return NameLikeness::same;
  const auto &[fewer, more] =
      std::minmax(one, other, [](const NameForms &a, const NameForms &b) { return a.words.size() < b.words.size(); });
  if (fewer.words.size() > 1 && within(fewer.words, more.words))
    return NameLikeness::same;
  return within(one.words, other) || within(other.words, one) ? NameLikeness::part : NameLikeness::none;
}

} // namespace mediasi
