// How long the office keeps its cases, and who may destroy what is kept no longer: a local archive schedule (JRA,
// UU 43/2009). The schedule in force is that of the rules adopted last, whatever rules a case ran under.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mediasi {

struct RetentionClass {
  std::string code, title;      // of the schedule: 400.2.4.3
  std::string of;               // child, woman, any: whom the case must serve to fall under it
  int active = 0, inactive = 0; // years from the closing of the case
  bool permanent = false;       // kept for good after them
  std::string because;
  int line = 0;
};

struct ErasureReason {
  std::string id, title;
  bool early = false; // also before its time, and for what is kept for good: the order of a court
  std::string because;
  int line = 0;
};

struct Retention {
  std::vector<std::string> erase_by; // roles; any of them
  std::vector<RetentionClass> classes;
  std::vector<ErasureReason> reasons;

  const ErasureReason *reason(std::string_view id) const;
};

} // namespace mediasi
