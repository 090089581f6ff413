// make_store STORE KEY MODEL=COUNT[:FROM:TO]...
//
// Fills a practice store for the benchmark: stamps out cases that were walked by the program, with the facts, the
// sealing, the chain and the projection of the original; only numbers and days are others. MODEL is such a case
// (2026-0001), COUNT how many of it; FROM and TO are weeks by which its days are moved, spread evenly over the copies
// (0:0 when left out), whole weeks because working days are counted. Says how many entries the store has then.
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

#include <fmt/core.h>

#include "acts/acts.h"
#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "cmd/bench.h"
#include "judge/judge.h"
#include "store/store.h"

namespace mediasi {

namespace {

constexpr int cases_a_transaction = 10'000;

struct Wish { // what one argument asks for
  std::string model;
  long count = 0;
  int from = 0, to = 0; // weeks
};

struct Model { // one walked case
  std::vector<Entry> entries;
  std::vector<std::vector<Sealed>> sealed; // beside each of them
  Projection projection;
  std::map<std::int64_t, std::int64_t> places; // number of an entry -> its place in the case
};

std::optional<Wish> wish_of(std::string_view word) {
  const auto equals = word.find('=');
  if (equals == std::string_view::npos)
    return std::nullopt;
  const auto parts = split(word.substr(equals + 1), ':');
  std::vector<int> numbers;
  for (const auto &part : parts) {
    const bool before = part.starts_with('-');
    const auto number = parse_integer(std::string_view(part).substr(before ? 1 : 0));
    if (!number)
      return std::nullopt;
    numbers.push_back(static_cast<int>(before ? -*number : *number));
  }
  if (numbers.size() != 1 && numbers.size() != 3)
    return std::nullopt;
  Wish wish{std::string(word.substr(0, equals)), numbers[0], 0, 0};
  if (numbers.size() == 3)
    wish.from = numbers[1], wish.to = numbers[2];
  return wish.count < 0 || wish.to < wish.from ? std::nullopt : std::optional(wish);
}

Moment moved(const Moment &moment, int days) {
  return {plus_days(moment.day, days), moment.time};
}

// a day or moment is moved, any other text stays
std::string moved(const std::string &text, int days) {
  const auto moment = parse_moment(text);
  return moment ? text_of(moved(*moment, days)) : text;
}

class Stamp {
public:
  Stamp(Store &store, const std::vector<Wish> &wishes) : store_(store) {
    Grounds grounds(store);
    for (const auto &wish : wishes)
      if (!models_.contains(wish.model))
        models_.emplace(wish.model, read(grounds, wish.model));
  }

  std::int64_t run(const std::vector<Wish> &wishes) {
    last_ = store_.next_seq() - 1;
    store_.begin();
    for (const auto &wish : wishes)
      for (long made = 0; made < wish.count; ++made) {
        const auto weeks = wish.from + static_cast<int>(made % (wish.to - wish.from + 1));
        put(models_.at(wish.model), 7 * weeks);
      }
    store_.commit();
    return last_;
  }

private:
  Model read(Grounds &grounds, const std::string &number) const {
    Model model{store_.entries_of(number), {}, {}, {}};
    if (model.entries.empty())
      throw Error({.code = Code::no_such_case, .message = "no case '" + number + "'", .hint = "name a walked case"});
    for (const auto &entry : model.entries) {
      model.places.emplace(entry.seq, static_cast<std::int64_t>(model.places.size()));
      model.sealed.push_back(store_.open_sealed(entry));
    }
    const auto file = fold(model.entries);
    model.projection = project(grounds.bench(file.rules), file);
    return model;
  }

  void put(const Model &model, int days) {
    if (++in_transaction_ > cases_a_transaction) {
      store_.commit();
      store_.begin();
      in_transaction_ = 1;
    }
    const int year = static_cast<int>(moved(model.entries.front().on, days).day.year());
    const auto known = serials_.try_emplace(year, 0).first;
    known->second = known->second == 0 ? store_.next_serial(year) : known->second + 1;
    const auto number = case_number_text(year, known->second);
    store_.replace_projection(copy(model.projection, number, days));
    const auto first = last_ + 1;
    for (std::size_t at = 0; at < model.entries.size(); ++at)
      last_ = store_.append(copy(model, at, number, first, days), model.sealed[at]);
  }

  static Projection copy(Projection projection, const std::string &number, int days) {
    const auto old = projection.row.number;
    auto &row = projection.row;
    row.number = number;
    for (auto *day : {&row.received, &row.complete, &row.closed})
      *day = moved(*day, days);
    for (auto &due : projection.dues) {
      due.case_number = number;
      for (auto *day : {&due.due, &due.late_from, &due.paused_since})
        *day = moved(*day, days);
    }
    for (auto &booking : projection.bookings) {
      booking.case_number = number;
      if (booking.resource.starts_with(old + "/"))
        booking.resource.replace(0, old.size(), number);
      booking.from = moved(booking.from, days);
      booking.to = moved(booking.to, days);
    }
    for (auto &link : projection.links)
      link.case_number = number;
    return projection;
  }

  Entry copy(const Model &model, std::size_t at, const std::string &number, std::int64_t first, int days) {
    Entry entry = model.entries[at];
    entry.seq = first + static_cast<std::int64_t>(at);
    entry.case_number = number;
    entry.on = moved(entry.on, days);
    entry.recorded += std::chrono::days{days};
    if (entry.target != 0)
      entry.target = first + model.places.at(entry.target);
    for (auto &[name, value] : entry.facts.fields)
      value = moved(value, days);
    for (auto &[name, rows] : entry.facts.groups)
      for (auto &row : rows)
        for (auto &[field, value] : row)
          value = moved(value, days);
    if (entry.act == "paper")
      copy_paper(model, entry, first);
    return entry;
  }

  // a paper names the entry it is for, and takes the next number of its register
  void copy_paper(const Model &model, Entry &entry, std::int64_t first) {
    auto &fields = entry.facts.fields;
    if (const auto about = parse_integer(value_of(fields, "for")))
      fields["for"] = std::to_string(first + model.places.at(*about));
    const std::string name(value_of(fields, "register"));
    const int year = static_cast<int>(entry.on.day.year());
    int &last = numbers_[{name, year}];
    last = last == 0 ? store_.next_number(name, year) : last + 1;
    fields["register_serial"] = std::to_string(last);
    store_.note_number(name, year, last, entry.case_number, entry.seq);
  }

  Store &store_;
  std::map<std::string, Model> models_;
  std::map<int, int> serials_;                         // year -> the last case number given
  std::map<std::pair<std::string, int>, int> numbers_; // register and year -> the last number given
  std::int64_t last_ = 0;                              // entry
  int in_transaction_ = 0;                             // cases
};

int run(const std::vector<std::string> &words) {
  std::vector<Wish> wishes;
  for (std::size_t at = 2; at < words.size(); ++at) {
    const auto wish = wish_of(words[at]);
    if (!wish)
      return 2;
    wishes.push_back(*wish);
  }
  Store store = Store::open(words[0], Access::write);
  store.unlock(read_whole(words[1], 64 * 1024));
  fmt::print("{}\n", Stamp(store, wishes).run(wishes));
  return 0;
}

} // namespace

} // namespace mediasi

int main(int count, char **arguments) {
  const std::vector<std::string> words(arguments + 1, arguments + count);
  try {
    const int code = words.size() < 3 ? 2 : mediasi::run(words);
    if (code == 2)
      fmt::print(stderr, "usage: make_store STORE KEY MODEL=COUNT[:FROM:TO]...\n");
    return code;
  } catch (const mediasi::Error &error) {
    for (const auto &problem : error.problems())
      fmt::print(stderr, "make_store: {}\n", problem.message);
    return 1;
  }
}
