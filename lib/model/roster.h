// Officers, mediators and rooms: public staff, clear but for their phones. Folded from house entries:
//   act officer   id name nip rank login [post role from until acting(no|plt|plh)]
//   act mediator  id name credential number issuer from until     (until absent: the paper names no end)
//   act room      id name
// A later entry for the same id replaces the whole person, posts and all; voided entries count for nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "model/entry.h"

namespace mediasi {

enum class Acting { no, plt, plh }; // pelaksana tugas / pelaksana harian

struct Post {
  std::string role; // role id of the rules, or "admin"
  Date from{};
  std::optional<Date> until; // last day held
  Acting acting = Acting::no;
};

struct Officer {
  std::string id;    // short, clear: "rina"
  std::string name;  // public staff
  std::string nip;   // may be empty
  std::string rank;  // may be empty
  std::string login; // OS user, may be empty
  std::vector<Post> posts;
};

struct MediatorRow {
  std::string id, name;
  std::string credential; // kind named by the rules: "sertifikat"
  std::string number, issuer;
  Date from{};
  std::optional<Date> until; // nullopt: "tanpa batas", the paper names no end
};

struct Room {
  std::string id, name;
};

struct Roster {
  std::vector<Officer> officers;
  std::vector<MediatorRow> mediators;
  std::vector<Room> rooms;

  const Officer *officer(std::string_view id) const;
  const Officer *by_login(std::string_view login) const;
  const MediatorRow *mediator(std::string_view id) const;
  const Room *room(std::string_view id) const;
};

bool holds(const Officer &officer, std::string_view role, Date day);
// Who can enter something on that day: holds the role admin, and is the one whom the login names.
std::vector<const Officer *> admins(const Roster &roster, Date day);
// the credential covers the day
bool valid_on(const MediatorRow &mediator, Date day);

Roster fold_roster(const std::vector<Entry> &house_entries);

} // namespace mediasi
