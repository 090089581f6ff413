// Ed25519 (RFC 8032) over a text, by the store's signing key. Plain, as any tool checks it.
#pragma once

#include <string>
#include <string_view>

#include "store/seal.h"

namespace mediasi {

std::string signature_of(const Secret &master, std::string_view text); // 64 bytes
bool signature_holds(std::string_view sign_public, std::string_view text, std::string_view signature);

} // namespace mediasi
