// document --list: what a case owes, what was issued, void or outdated, and who got copies of it.
#pragma once

#include <string>

#include "report/report.h"
#include "store/store.h"

namespace mediasi {

Report list_papers(const Store &store, const std::string &number);

} // namespace mediasi
