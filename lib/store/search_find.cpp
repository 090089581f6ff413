// Looking up in the blind index.
#include <algorithm>
#include <set>

#include "store/blinding.h"
#include "store/inside.h"
#include "store/search.h"

namespace mediasi {

namespace {

using Record = std::pair<std::string, std::string>; // case, person

SearchTerms terms_of_record(Store::Inside &inside, const Record &record) {
  Query query(inside, "SELECT kind, token FROM search WHERE case_number = $case AND person = $person "
                      "ORDER BY kind, token");
  query.with("$case", record.first).with("$person", record.second);
  SearchTerms terms;
  terms.person = record.second;
  while (query.next()) {
    const std::string kind = query.text(0), token = query.text(1);
    if (kind == "nik")
      terms.nik = token;
    else if (kind == "born")
      terms.born = token;
    else if (kind == "whole")
      terms.name.whole = token;
    else
      (kind == "word" ? terms.name.words : terms.name.also).push_back(token);
  }
  return terms;
}

// The records that could match: those that share what is rare. Whoever matches by name shares the whole of it, or
// every asked word, or two words at least; so the commonest word need not be looked up where there is another.
class Candidates {
public:
  Candidates(Store::Inside &inside, const SearchTerms &asked, Looking looking = Looking::widely)
      : inside_(inside), asked_(asked) {
    for (const auto *token : {&asked.nik, &asked.name.whole})
      take(*token);
    if (looking == Looking::exactly)
      return;
    auto words = asked.name.words;
    std::stable_sort(words.begin(), words.end(),
                     [&](const auto &a, const auto &b) { return how_many(a) < how_many(b); });
    if (words.size() > 1)
      words.pop_back();
    for (const auto &word : words)
      take(word);
  }

  // those born in the same month who share any word
  void take_born() {
    auto words = asked_.name.words;
    words.insert(words.end(), asked_.name.also.begin(), asked_.name.also.end());
    for (const auto &word : words) {
      Query query(inside_, "SELECT word.case_number, word.person FROM search AS born JOIN search AS word "
                           "ON word.case_number = born.case_number AND word.person = born.person "
                           "WHERE born.token = $born AND word.token = $word");
      collect(query.with_blob("$born", asked_.born).with_blob("$word", word));
    }
  }

  void take(const std::string &token) {
    if (token.empty())
      return;
    Query query(inside_, "SELECT case_number, person FROM search WHERE token = $token");
    collect(query.with_blob("$token", token));
  }

  std::vector<FoundPerson> matching(Likeness (*likeness)(const SearchTerms &, const SearchTerms &)) const {
    std::vector<FoundPerson> found;
    for (const auto &record : records_)
      if (const auto how = likeness(terms_of_record(inside_, record), asked_); how != Likeness::none)
        found.push_back({record.first, record.second, how});
    std::stable_sort(found.begin(), found.end(),
                     [](const FoundPerson &a, const FoundPerson &b) { return a.likeness > b.likeness; });
    return found;
  }

private:
  std::int64_t how_many(const std::string &token) const {
    Query query(inside_, "SELECT COUNT(*) FROM search WHERE token = $token");
    query.with_blob("$token", token).next();
    return query.number(0);
  }

  void collect(Query &query) {
    while (query.next())
      records_.emplace(query.text(0), query.text(1));
  }

  Store::Inside &inside_;
  const SearchTerms &asked_;
  std::set<Record> records_;
};

} // namespace

std::vector<FoundPerson> find_people(const Store &store, const SearchTerms &asked) {
  return store.inside().asking([&]() -> std::vector<FoundPerson> {
    const SearchTerms tokens = blinded(store.inside(), asked);
    if (!has_search(store.inside()))
      return {};
    Candidates candidates(store.inside(), tokens);
    if (tokens.name.words.empty())
      candidates.take(tokens.born);
    return candidates.matching(found_as);
  });
}

std::vector<FoundPerson> find_likenesses(const Store &store, const BlindTerms &of, Looking looking) {
  return store.inside().asking([&]() -> std::vector<FoundPerson> {
    const SearchTerms &tokens = of.tokens;
    if (!has_search(store.inside()))
      return {};
    Candidates candidates(store.inside(), tokens, looking);
    if (!tokens.born.empty() && looking == Looking::widely)
      candidates.take_born();
    return candidates.matching(same_as);
  });
}

} // namespace mediasi
