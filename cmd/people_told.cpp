#include "cmd/people_told.h"

#include <algorithm>
#include <map>
#include <set>

#include "action/likeness.h"
#include "acts/acts.h"
#include "base/language.h"
#include "cmd/key_at_hand.h"
#include "store/search.h"

namespace mediasi {

namespace {

constexpr std::size_t most_caught_up = 500; // cases one writing command takes in; a search takes them all
constexpr std::size_t most_told = 12;       // likenesses told one by one

Problem warning(Code code, std::string message, std::string hint) {
  return {code, std::move(message), std::move(hint), {}, {}, {}, {}};
}

Problem not_looked_for(const Problem &why) {
  return warning(Code::duplicates_unchecked,
                 say("nobody was looked for in other cases ({}); the case waits for the key", why.message),
                 say("with the key: mediasi report register --find FILE looks, and takes in what waits"));
}

Problem some_wait(const std::vector<std::string> &waiting) {
  return warning(Code::duplicates_unchecked,
                 say("{} cases wait for the index, and nobody was looked for in them", waiting.size()),
                 say("with the key: mediasi report register --find FILE takes them in"));
}

// the persons that the plan's acts tell something of
std::set<std::string> named_in(const Plan &plan) {
  std::set<std::string> ids;
  for (const auto &act : plan.acts)
    for (const auto &[group, rows] : act.entry.facts.groups)
      for (const auto &row : rows)
        if (const auto id = value_of(row, "id"); !id.empty())
          ids.emplace(id);
  return ids;
}

// What a case is once the plan is in it: entries that are not in the store yet are opened from the plan.
class Case {
public:
  Case(const Store &store, const std::vector<Entry> &entries, const Plan &plan) : store_(store) {
    entries_.reserve(entries.size() + plan.acts.size());
    entries_ = entries;
    for (const auto &act : plan.acts) {
      entries_.push_back(act.entry);
      coming_[act.entry.seq] = &act;
    }
  }

  bool tells_persons() const {
    return std::any_of(coming_.begin(), coming_.end(),
                       [&](const auto &act) { return mediasi::tells_persons(entries_, act.second->entry); });
  }

  std::vector<SearchTerms> people() const {
    return terms_of(open_persons(entries_, [&](const Entry &entry) {
      const auto found = coming_.find(entry.seq);
      return found != coming_.end() ? found->second->sealed : store_.open_sealed(entry);
    }));
  }

private:
  const Store &store_;
  std::vector<Entry> entries_;
  std::map<std::int64_t, const PlannedAct *> coming_; // by number
};

struct Like {
  std::string person, case_number, other;
  Likeness how = Likeness::none;
};

// each of the named beside everybody else: in other cases by the index, in this one directly
std::vector<Like> likenesses(const Store &store, const std::string &number, const std::vector<BlindTerms> &people,
                             const std::set<std::string> &named, Looking looking) {
  std::vector<Like> found;
  for (const auto &blind : people) {
    const auto &person = blind.tokens;
    if (!named.contains(person.person))
      continue;
    for (const auto &like : find_likenesses(store, blind, looking))
      if (like.case_number != number)
        found.push_back({person.person, like.case_number, like.person, like.likeness});
    for (const auto &[other] : people)
      if (other.person != person.person && !(named.contains(other.person) && other.person < person.person))
        if (const auto how = same_as(person, other); how > Likeness::name) // a family shares its words
          found.push_back({person.person, number, other.person, how});
  }
  std::stable_sort(found.begin(), found.end(), [](const Like &a, const Like &b) { return a.how > b.how; });
  return found;
}

// the last act that names the person
void note_warned(Plan &plan, const std::string &person) {
  const auto names = [&](const PlannedAct &act) {
    const auto &groups = act.entry.facts.groups;
    return std::any_of(groups.begin(), groups.end(), [&](const auto &group) {
      return std::any_of(group.second.begin(), group.second.end(),
                         [&](const Row &row) { return value_of(row, "id") == person; });
    });
  };
  const auto act = std::find_if(plan.acts.rbegin(), plan.acts.rend(), names);
  if (act != plan.acts.rend())
    act->warned.push_back(plan.warnings.size() - 1);
}

void tell(const Store &store, const Standard &standard, const std::vector<Like> &found, Plan &plan) {
  std::size_t told = 0, left = 0;
  for (const auto &like : found) {
    const auto file = like.case_number == plan.after.number ? plan.after : fold(store.entries_of(like.case_number));
    for (auto &problem : told_likeness(plan.after, standard, {like.person, file, like.other, like.how}))
      if (told < most_told) {
        plan.warnings.push_back(std::move(problem));
        note_warned(plan, like.person);
        ++told;
      } else {
        ++left;
      }
  }
  if (left > 0)
    plan.warnings.push_back(warning(Code::possible_duplicate, say("and {} more records like these", left),
                                    say("look for one person: mediasi report register --find FILE")));
}

} // namespace

void catch_up_some(Store &store) {
  if (store.unlocked())
    (void)catch_up(store, most_caught_up);
}

void tell_people(Store &store, const Env &env, const Standard &standard, const std::vector<Entry> &entries, Plan &plan,
                 Indexing indexing, Looking looking) {
  const bool changes = indexing == Indexing::changes;
  const Case at_hand(store, entries, plan);
  if (!at_hand.tells_persons()) {
    if (changes)
      catch_up_some(store);
    return;
  }
  const std::string &number = plan.after.number;
  if (const auto why = unlock_at_hand(store, env)) {
    plan.warnings.push_back(not_looked_for(*why));
    if (changes)
      leave_pending(store, number);
    return;
  }
  auto waiting = changes ? catch_up(store, most_caught_up).waiting : pending_cases(store);
  const auto people = blinded(store, at_hand.people());
  tell(store, standard, likenesses(store, number, people, named_in(plan), looking), plan);
  if (changes)
    index_people(store, number, people);
  std::erase(waiting, number);
  if (!waiting.empty())
    plan.warnings.push_back(some_wait(waiting));
}

} // namespace mediasi
