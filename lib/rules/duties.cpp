#include "rules/duties.h"

#include <algorithm>

#include "base/language.h"

namespace mediasi {

namespace {

const Role *role_with(const Standard &standard, std::string_view duty) {
  const auto &roles = standard.roles;
  const auto acting = std::find_if(roles.begin(), roles.end(), [&](const Role &role) {
    return std::find(role.acts_as.begin(), role.acts_as.end(), duty) != role.acts_as.end();
  });
  if (acting != roles.end())
    return &*acting;
  const auto named = std::find_if(roles.begin(), roles.end(), [&](const Role &role) { return role.id == duty; });
  return named == roles.end() ? nullptr : &*named;
}

} // namespace

std::string role_of_duty(const Standard &standard, std::string_view duty) {
  const auto *role = role_with(standard, duty);
  return role ? role->id : std::string(duty);
}

std::string title_of_duty(const Standard &standard, std::string_view duty) {
  const auto *role = role_with(standard, duty);
  return role ? role->title : std::string();
}

std::string case_manager(const Standard &standard) {
  const auto title = title_of_duty(standard, "mk");
  return title.empty() ? tr("the case manager") : title;
}

std::string assigned_officer(const Standard &standard, const CaseFile &file, std::string_view role) {
  const auto means = [&](const Assignment &given) {
    return given.role == role || role_of_duty(standard, given.role) == role;
  };
  const auto found = std::find_if(file.assignments.rbegin(), file.assignments.rend(), means);
  return found == file.assignments.rend() ? std::string() : found->officer;
}

} // namespace mediasi
