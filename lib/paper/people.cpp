#include "paper/people.h"

#include <algorithm>
#include <array>

#include <fmt/core.h>

namespace mediasi {

namespace {

constexpr std::array<std::string_view, 5> guardian_order{"parent", "guardian", "relative", "officer", "social_worker"};

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
  const auto assigned = input.file.assigned.find(role);
  const Officer *officer = assigned == input.file.assigned.end() ? nullptr : input.roster.officer(assigned->second);
  if (officer == nullptr)
    return holder_of(input.roster, role, input.request.issued);
  const auto post = std::find_if(officer->posts.begin(), officer->posts.end(),
                                 [&](const Post &p) { return covers(p, role, input.request.issued); });
  return {officer, post == officer->posts.end() ? Acting::no : post->acting};
}

std::size_t guardian_rank(const Person &companion) {
  for (std::size_t rank = 0; rank < guardian_order.size(); ++rank)
    if (std::find(companion.kinds.begin(), companion.kinds.end(), guardian_order[rank]) != companion.kinds.end())
      return rank;
  return guardian_order.size();
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
  Official found{std::string(known == nullptr ? role : known->title), std::string(blank_line), "", ""};
  if (holder.officer == nullptr)
    return found;
  found.title.insert(0, acting_mark(holder.acting));
  found.name = holder.officer->name;
  found.rank = holder.officer->rank;
  found.nip = holder.officer->nip;
  return found;
}

std::string mediator_of(const PaperInput &input, const Session *session) {
  if (session != nullptr && !session->mediator.empty())
    return session->mediator;
  return input.file.appointments.empty() ? std::string{} : input.file.appointments.back().mediator;
}

std::vector<const Person *> guardians_of(const CaseFile &file, const Person &child) {
  auto companions = file.companions_of(child.id);
  std::erase_if(companions, [](const Person *companion) {
    return companion->alleged_offender == Tri::yes || guardian_rank(*companion) == guardian_order.size();
  });
  std::stable_sort(companions.begin(), companions.end(),
                   [](const Person *one, const Person *other) { return guardian_rank(*one) < guardian_rank(*other); });
  return companions;
}

std::string_view attendance_of(const Session *session, std::string_view person) {
  if (session == nullptr)
    return "";
  const auto found = std::find_if(session->attendance.begin(), session->attendance.end(),
                                  [&](const Attendance &attendance) { return attendance.person == person; });
  return found == session->attendance.end() ? std::string_view{} : std::string_view(found->status);
}

bool took_part(const Session *session, std::string_view person) {
  const auto status = attendance_of(session, person);
  return status == "present" || status == "represented";
}

} // namespace mediasi
