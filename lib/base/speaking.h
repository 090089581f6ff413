// What is told in Indonesian whatever language the screen speaks: papers are Indonesian.
#pragma once

#include "base/language.h"

namespace mediasi {

// As long as it lives, tr and say answer in Indonesian. Throws Error(no_such_share) where the catalogue is missing:
// half of a paper would be English.
class SpeakingIndonesian {
public:
  SpeakingIndonesian();
  SpeakingIndonesian(const SpeakingIndonesian &) = delete;
  SpeakingIndonesian &operator=(const SpeakingIndonesian &) = delete;
  ~SpeakingIndonesian();

private:
  Language before_;
};

} // namespace mediasi
