// The names of regions, read from the share folder when somebody first asks for one.
#pragma once

#include "cmd/command.h"
#include "model/regions.h"

namespace mediasi {

RegionSource region_source(const Env &env);

} // namespace mediasi
