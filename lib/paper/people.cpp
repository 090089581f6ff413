#include "paper/people.h"

#include <algorithm>

#include <fmt/core.h>

#include "paper/labels.h"
#include "rules/duties.h"

namespace mediasi {

namespace {

bool covers(const Post &post, std::string_view role, Date day) {
  return post.role == role && post.from <= day && (!post.until || day <= *post.until);
}

struct Holder {
  const Officer *officer = nullptr;
  Acting acting = Acting::no;
};

Holder holder_of(const Roster &roster, std::string_view role, Date day) {
  Holder found;
  for (const auto &officer : roster.officers)
    for (const auto &post : officer.posts)
      if (covers(post, role, day) && (found.officer == nullptr || found.acting == Acting::no))
        if (found.officer == nullptr || post.acting != Acting::no)
          found = {&officer, post.acting};
  return found;
}

std::string_view acting_mark(Acting acting) {
  switch (acting) {
  case Acting::plt:
    return "Plt. ";
  case Acting::plh:
    return "Plh. ";
  case Acting::no:
    break;
  }
  return "";
}

// A case's own Pendamping or manager stands before others who hold the same post.
Holder assigned_holder(const PaperInput &input, std::string_view role) {
  const Officer *officer = input.roster.officer(assigned_officer(input.standard, input.file, role));
  if (officer == nullptr)
    return holder_of(input.roster, role, input.request.issued);
  const auto post = std::find_if(officer->posts.begin(), officer->posts.end(),
                                 [&](const Post &p) { return covers(p, role, input.request.issued); });
  return {officer, post == officer->posts.end() ? Acting::no : post->acting};
}

} // namespace

std::string identity(const PaperInput &input, std::string_view person, std::string_view field) {
  const auto row = input.identities.find(person);
  return row == input.identities.end() ? std::string{} : std::string(value_of(row->second, field));
}

std::string name_of(const PaperInput &input, std::string_view person) {
  auto name = identity(input, person, "name");
  return name.empty() ? std::string(blank_line) : name;
}

std::vector<std::string> accompanied(const PaperInput &input, const Person &companion) {
  std::vector<std::string> names;
  for (const auto &party : companion.of)
    names.push_back(name_of(input, party));
  return names;
}

std::string free_text(const PaperInput &input, std::string_view field, std::int64_t entry) {
  return identity(input, fmt::format("{}@{}", field, entry), field);
}

Official official(const PaperInput &input, std::string_view role) {
  const Role *known = input.standard.role(role);
  const auto holder = assigned_holder(input, known == nullptr ? role : std::string_view(known->id));
  Official found{known == nullptr ? capitalised(readable(role)) : known->title, std::string(blank_line), "", ""};
  if (holder.officer == nullptr)
    return found;
  found.title.insert(0, acting_mark(holder.acting));
  found.name = holder.officer->name;
  found.rank = holder.officer->rank;
  found.nip = holder.officer->nip;
  return found;
}

Official mediator_who_signs(const PaperInput &input, const Session *session) {
  const auto *role = input.standard.role("mediator");
  const auto *mediator = input.roster.mediator(mediator_of(input, session));
  return {role == nullptr ? "Mediator" : role->title, mediator == nullptr ? std::string(blank_line) : mediator->name,
          "", ""};
}

std::vector<Official> officials(const PaperInput &input, const Paper &paper, const Session *session) {
  std::vector<Official> all;
  for (const auto &signer : paper.signers)
    if (signer == "mediator")
      all.push_back(mediator_who_signs(input, session));
    else if (input.standard.role(signer) != nullptr)
      all.push_back(official(input, signer));
  return all;
}

Official case_officer(const PaperInput &input) {
  const Role *role = case_role(input.standard);
  if (role == nullptr)
    return {"Petugas", std::string(blank_line), "", ""};
  auto officer = official(input, role->id);
  officer.title = role->title; // a kind of work here, not the office somebody signs in
  return officer;
}

Official minutes_writer(const PaperInput &input, const Session &session) {
  const auto &steps = input.standard.steps;
  const auto step = std::find_if(steps.begin(), steps.end(), [](const Step &one) { return one.act == "minutes"; });
  const Role *own = case_role(input.standard);
  const auto may = [&](std::string_view role) {
    return std::find(step->roles.begin(), step->roles.end(), role) != step->roles.end();
  };
  if (step == steps.end() || step->roles.empty() || (own != nullptr && may(own->id)))
    return case_officer(input);
  const auto writer = official(input, step->roles.front());
  const bool is_mediator = step->roles.front() == "mediator" && writer.name == blank_line;
  return is_mediator ? mediator_who_signs(input, &session) : writer;
}

std::string credential_words(const PaperInput &input, std::string_view kind) {
  const auto &standard = input.standard;
  return kind == standard.credential && !standard.credential_title.empty() ? standard.credential_title
                                                                           : credential_label(kind);
}

std::string mediator_of(const PaperInput &input, const Session *session) {
  if (session != nullptr && !session->mediator.empty())
    return session->mediator;
  return input.file.appointments.empty() ? std::string{} : input.file.appointments.back().mediator;
}

std::string_view attendance_of(const Session *session, std::string_view person) {
  if (session == nullptr)
    return "";
  const auto found = std::find_if(session->attendance.begin(), session->attendance.end(),
                                  [&](const Attendance &attendance) { return attendance.person == person; });
  return found == session->attendance.end() ? std::string_view{} : std::string_view(found->status);
}

std::string_view represented_by(const Session *session, std::string_view person) {
  if (session != nullptr)
    for (const auto &attendance : session->attendance)
      if (attendance.person == person && attendance.status == "represented")
        return attendance.represented_by;
  return "";
}

bool took_part(const Session *session, std::string_view person) {
  return session != nullptr && stayed(*session, person);
}

} // namespace mediasi
