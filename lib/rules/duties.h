// What the program itself asks of an office's roles: "mk", the case manager, who is called on the same day,
// countersigns a lower risk and takes over; "pendamping", the officer who stays with the case. A role has a duty by its
// id, or by acts_as = "mk" where the office calls it otherwise.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "model/casefile.h"
#include "rules/load.h"

namespace mediasi {

inline constexpr std::array<std::string_view, 2> duties{"mk", "pendamping"};

// the role with this duty; the name of the duty itself where the file gives it to none
std::string role_of_duty(const Standard &standard, std::string_view duty);
// its title; "" where no role has the duty
std::string title_of_duty(const Standard &standard, std::string_view duty);
// the case manager, as the office says it
std::string case_manager(const Standard &standard);

// Whom the case was given to in this role: by its own id, or by the duty it has (the registration); the latest counts.
std::string assigned_officer(const Standard &standard, const CaseFile &file, std::string_view role);

// The gates as this office reads them: what to do instead names its own steps and roles.
std::vector<Gate> gates_of_office(std::vector<Gate> gates, const Standard &standard);

} // namespace mediasi
