// A renewal of the keys makes the signing key new, too. The old one signs the new one, so that what is signed later can
// be shown to whoever knows the older key alone: a backup made before the renewal, to which a list of cases erased
// after it is applied. Written as words, KEY SIGNATURE, hex, oldest first. For lib/store alone.
#pragma once

#include <string>
#include <string_view>

#include "store/readership.h"

namespace mediasi {

bool are_handovers(std::string_view text); // whether it can be read; "" can

std::string handover_to(const Origin &origin, const Publics &fresh, const Secret &former_master); // hex
std::string handovers_of(const Readership &known); // the store's own: from its first key to the one in force

// The key at the end of the handovers, by way of the known one; "" when one of them was not signed by the key before
// it. Handovers before the known key are not looked at: the store's own journal tells them.
std::string handed_to(const Origin &origin, std::string known, std::string_view handovers);

} // namespace mediasi
