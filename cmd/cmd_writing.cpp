// intake, assess, schedule, record, monitor, terminate.
#include "cmd/declared.h"
#include "cmd/writing.h"

namespace mediasi {

Run declare_intake(Options &options) {
  return declare_writing("intake", options);
}
Run declare_assess(Options &options) {
  return declare_writing("assess", options);
}
Run declare_schedule(Options &options) {
  return declare_writing("schedule", options);
}
Run declare_record(Options &options) {
  return declare_writing("record", options);
}
Run declare_monitor(Options &options) {
  return declare_writing("monitor", options);
}
Run declare_terminate(Options &options) {
  return declare_writing("terminate", options);
}

} // namespace mediasi
