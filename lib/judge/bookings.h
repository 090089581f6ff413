// What a planned session takes: its mediator, its room and every person of the case it invites.
#pragma once

#include <vector>

#include "model/casefile.h"
#include "model/projection.h"

namespace mediasi {

std::vector<Booking> bookings_of(const CaseFile &file, const Session &session);

} // namespace mediasi
