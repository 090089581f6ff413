#include "model/roster.h"

#include <algorithm>
#include <set>

namespace mediasi {

namespace {

std::string text(const Row &row, std::string_view name) {
  return std::string(value_of(row, name));
}

Acting acting_of(const Row &row) {
  const std::string_view value = value_of(row, "acting");
  return value == "plt" ? Acting::plt : value == "plh" ? Acting::plh : Acting::no;
}

// a day that cannot be read opens nothing: the post or certificate counts from the far end of time
Date from_of(const Row &row) {
  return parse_date(value_of(row, "from"))
      .value_or(Date{std::chrono::year{9999}, std::chrono::December, std::chrono::day{31}});
}

Officer officer_of(const Facts &facts) {
  Officer officer{.id = text(facts.fields, "id"),
                  .name = text(facts.fields, "name"),
                  .nip = text(facts.fields, "nip"),
                  .rank = text(facts.fields, "rank"),
                  .login = text(facts.fields, "login"),
                  .posts = {}};
  for (const Row &row : rows_of(facts, "post")) {
    officer.posts.push_back({.role = text(row, "role"),
                             .from = from_of(row),
                             .until = parse_date(value_of(row, "until")),
                             .acting = acting_of(row)});
  }
  return officer;
}

MediatorRow mediator_of(const Row &row) {
  return {.id = text(row, "id"),
          .name = text(row, "name"),
          .credential = text(row, "credential"),
          .number = text(row, "number"),
          .issuer = text(row, "issuer"),
          .from = from_of(row),
          .until = parse_date(value_of(row, "until"))};
}

template <typename Item> void put(std::vector<Item> &items, Item item) {
  const auto same = std::find_if(items.begin(), items.end(), [&](const Item &old) { return old.id == item.id; });
  if (same == items.end()) {
    items.push_back(std::move(item));
  } else {
    *same = std::move(item);
  }
}

template <typename Item> const Item *find_in(const std::vector<Item> &items, std::string_view id) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const Item &item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

} // namespace

const Officer *Roster::officer(std::string_view id) const {
  return find_in(officers, id);
}

const Officer *Roster::by_login(std::string_view login) const {
  if (login.empty()) {
    return nullptr;
  }
  const auto found =
      std::find_if(officers.begin(), officers.end(), [&](const Officer &officer) { return officer.login == login; });
  return found == officers.end() ? nullptr : &*found;
}

const MediatorRow *Roster::mediator(std::string_view id) const {
  return find_in(mediators, id);
}

const Room *Roster::room(std::string_view id) const {
  return find_in(rooms, id);
}

bool holds(const Officer &officer, std::string_view role, Date day) {
  return std::any_of(officer.posts.begin(), officer.posts.end(), [&](const Post &post) {
    return post.role == role && post.from <= day && (!post.until || day <= *post.until);
  });
}

std::vector<const Officer *> admins(const Roster &roster, Date day) {
  std::vector<const Officer *> found;
  for (const Officer &officer : roster.officers) {
    if (holds(officer, "admin", day) && roster.by_login(officer.login) == &officer) {
      found.push_back(&officer);
    }
  }
  return found;
}

bool valid_on(const MediatorRow &mediator, Date day) {
  return mediator.from <= day && (!mediator.until || day <= *mediator.until);
}

Roster fold_roster(const std::vector<Entry> &house_entries) {
  std::set<std::int64_t> gone; // voided, or replaced by an amendment that stands further on
  for (const Entry &entry : house_entries) {
    if (entry.correction == Correction::voids) {
      gone.insert(entry.target);
    }
  }
  for (const Entry &entry : house_entries) {
    if (entry.correction == Correction::amends && !gone.contains(entry.seq)) {
      gone.insert(entry.target);
    }
  }
  Roster roster;
  for (const Entry &entry : house_entries) {
    if (entry.correction == Correction::voids || gone.contains(entry.seq)) {
      continue;
    }
    if (entry.act == "officer") {
      put(roster.officers, officer_of(entry.facts));
    } else if (entry.act == "mediator") {
      put(roster.mediators, mediator_of(entry.facts.fields));
    } else if (entry.act == "room") {
      put(roster.rooms, Room{.id = text(entry.facts.fields, "id"), .name = text(entry.facts.fields, "name")});
    }
  }
  return roster;
}

} // namespace mediasi
