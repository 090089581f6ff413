// Fills a dossier from a case opened with its names. What it says does not depend on the day it is asked: days are
// counted until the last entry, so that the same journal gives the same paper.
#pragma once

#include <vector>

#include "model/entry.h"
#include "model/identities.h"
#include "model/roster.h"
#include "report/case_view.h"
#include "report/dossier.h"

namespace mediasi {

// `entries`: all of the case, by number, at least one; `view`: made of them, with identities and sealed facts
Dossier dossier_of(const CaseView &view, const Roster &roster, const std::vector<Entry> &entries,
                   const OpenSealed &open);

} // namespace mediasi
