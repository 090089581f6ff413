#include "cmd/reserve.h"

#include "base/error.h"
#include "base/language.h"
#include "base/text.h"
#include "cmd/bench.h"
#include "cmd/env.h"
#include "cmd/house_entry.h"
#include "cmd/issue.h"
#include "cmd/officer.h"
#include "model/letter_numbers.h"

namespace mediasi {

namespace {

constexpr std::int64_t most = 50; // a day's letters; more would leave a book of numbers nobody uses

int count_of(const std::string &typed) {
  const auto count = parse_integer(typed);
  if (!count || *count < 1 || *count > most)
    throw Error({Code::option_value, say("--count is not a number from 1 to {}: '{}'", most, safe_for_terminal(typed)),
                 say("write how many numbers to set aside, for instance --count 5")});
  return static_cast<int>(*count);
}

// the rules in force, or those before that had this paper: cases may still run under them
const Standard &rules_with(Grounds &grounds, const Standard &current, const std::string &kind) {
  const auto &all = grounds.adopted();
  for (auto hash = all.rbegin(); hash != all.rend() && !current.paper(kind); ++hash)
    if (const auto &former = grounds.standard(*hash); former.paper(kind))
      return former;
  return current;
}

} // namespace

Outcome reserve_numbers(const ReserveOptions &options, const Env &env) {
  const int count = count_of(options.count);
  auto store = open_store(env, Access::write);
  store.begin();
  Grounds grounds(store);
  const auto bench = grounds.bench(store.current_rules());
  const Standard &standard = rules_with(grounds, bench.standard, options.kind);
  const Paper &paper = paper_named(standard, options.kind);
  if (paper.number.empty())
    throw Error({Code::option_value, say("the paper '{}' has no number", paper.id),
                 say("only numbers of numbered papers can be set aside")});
  const auto clock = clock_for(env, store.practice(), bench.standard.office.zone);
  const auto typed = typing_officer(bench.roster, env);
  const Recorder recorder{acting_officer(bench.roster, options.by, typed), typed, clock.moment(), clock.now};
  const int first = next_serial(store, standard, paper, clock.today());
  const auto entry = recorded_by(reservation_of(paper.book(), first, count), recorder);
  const auto seq = store.next_seq();
  for (const auto &number : numbers_of(entry))
    store.note_number(number.register_name, number.year, number.serial, house, seq);
  store.append(entry, {});
  store.commit();
  return {Info{tr("Numbers set aside"),
               {{"register", paper.book()},
                {"day", text_of(clock.today())},
                {"first", std::to_string(first)},
                {"last", std::to_string(first + count - 1)},
                {"entry", std::to_string(seq)}}},
          0};
}

} // namespace mediasi
