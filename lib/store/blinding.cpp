#include "store/blinding.h"

#include <algorithm>

#include "base/error.h"
#include "base/language.h"
#include "store/inside.h"

namespace mediasi {

namespace {

std::string token(Store::Inside &inside, std::string_view what, const std::string &text) {
  if (text.empty())
    return {};
  constexpr std::size_t index_key = 2; // of the reader's three
  return blind(inside.reading->unwrapper.master().key(index_key),
               bound({"mediasi-search-1", inside.origin().id, what, text}));
}

std::vector<std::string> tokens_of(Store::Inside &inside, const std::vector<std::string> &words) {
  std::vector<std::string> tokens;
  for (const auto &word : words)
    tokens.push_back(token(inside, "name", word));
  std::sort(tokens.begin(), tokens.end());
  return tokens;
}

} // namespace

void need_index_key(const Store::Inside &inside) {
  if (!inside.reading)
    throw Error({.code = Code::key_needed,
                 .message = say("looking for people needs the key"),
                 .hint = say("name the key file with --key FILE or MEDIASI_KEY")});
}

SearchTerms blinded(Store::Inside &inside, const SearchTerms &terms) {
  need_index_key(inside);
  SearchTerms tokens;
  tokens.person = terms.person;
  tokens.nik = token(inside, "nik", terms.nik);
  tokens.born = token(inside, "born", terms.born);
  tokens.name = {tokens_of(inside, terms.name.words), tokens_of(inside, terms.name.also),
                 token(inside, "name", terms.name.whole)};
  return tokens;
}

bool has_search(Store::Inside &inside) {
  return inside.version() >= 3;
}

} // namespace mediasi
