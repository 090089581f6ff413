// Age, in one place: groups of the published statistics, and who counts as a child. For protection whoever may be a
// child is one (child_on, model/person.h); statistics say "unknown" unless all that is known lies in one group.
#pragma once

#include <span>
#include <string_view>

#include "model/person.h"

namespace mediasi {

enum class AgeTable {
  victims,   // 0-5 6-12 13-17 18-24 25-44 45-59 60+
  offenders, // 0-17 18-24 25-59 60+
  majority,  // child adult
};

struct AgeGroup {
  std::string_view id; // "6-12"
  int from = 0;        // completed years; up to the next group's
};

inline constexpr std::string_view age_unknown = "unknown";

// without "unknown", which every table has besides
std::span<const AgeGroup> age_groups(AgeTable table);

// The one group of a table that an age belongs to. Who is not born yet is in the first (UU 35/2014 art. 1).
std::string_view age_group(AgeTable table, int age);

// The one group a person belongs to on a day, "unknown" among them. An officer's estimate (child, adult) counts where
// no birth date is known. Ask with the day of the incident for the age at the incident.
std::string_view age_group_on(const Person &person, Date day, AgeTable table);

} // namespace mediasi
