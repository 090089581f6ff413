// What a planned session takes: its mediator, its room, the Pendamping who writes its minutes, and every person of the
// case it invites. Whoever is linked to records of other cases is taken as the one human being.
#pragma once

#include <optional>
#include <vector>

#include "model/casefile.h"
#include "model/projection.h"
#include "rules/standard.h"

namespace mediasi {

std::vector<Booking> bookings_of(const Standard &standard, const CaseFile &file, const Session &session);

// The first of these that overlaps one of the others; bookings that only touch do not.
struct Clash {
  Booking mine, other;
};
std::optional<Clash> first_clash(const std::vector<Booking> &mine, const std::vector<Booking> &others);

} // namespace mediasi
