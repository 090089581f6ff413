// What reports are told from: one case as it stands, with what the judge says of it. The house is one too, numbered
// "0": it has no persons, only complaints.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "judge/complaints.h"
#include "judge/retention.h"
#include "judge/service_time.h"
#include "model/casefile.h"
#include "model/identities.h"
#include "model/projection.h"
#include "report/report.h"
#include "report/sealed_facts.h"
#include "rules/standard.h"

namespace mediasi {

// How long the case is kept by the rules adopted last, and what stands against erasing it.
struct KeptView {
  Kept kept;
  std::vector<Obstacle> obstacles;
};

struct ErasedView { // nothing sealed of it can be read any more
  std::string on, reason;
};

struct CaseView {
  const CaseFile &file;
  const Standard &standard;
  std::string stage;
  std::optional<Date> complete; // when the file was complete (S1)
  std::vector<std::string> missing;
  std::vector<DueRow> dues;
  std::vector<OwedPaper> papers;
  std::optional<ServiceTime> time = {};                          // how long the service took
  std::map<std::string, std::string, std::less<>> officers = {}; // role -> who acts for it in this case now
  std::vector<ComplaintLimit> limits = {};                       // of the house: every complaint's days
  std::map<std::string, std::string, std::less<>> rooms = {};    // id -> name
  std::vector<ExplainedDeadline> deadlines = {};                 // of the story alone: how far each has been counted
  std::vector<std::string> waits = {};                           // likewise: who is waited for, in words
  std::function<const Identities &()> identities = {};           // with --names alone: opens the case (report/names.h)
  SealedFacts sealed = {};                                       // of the story alone, likewise
  std::optional<KeptView> kept = {};                             // of the story and of the report on retention
  std::optional<ErasedView> erased = {};
};

} // namespace mediasi
