#include "acts/lists.h"

#include <array>

#include "base/language.h"

namespace mediasi::lists {

List session_change_reasons() {
  static constexpr std::array list{
      Choice{"party_asks", later("a party asks for it")},
      Choice{"party_absent", later("a party cannot come")},
      Choice{"companion_absent", later("a companion cannot come")},
      Choice{"mediator_absent", later("the mediator cannot come")},
      Choice{"room", later("the room cannot be used")},
      Choice{"office", later("the office cannot hold it")},
      Choice{"unsafe", later("somebody was not safe")},
      Choice{"disaster", later("disaster or closed roads")},
      Choice{"other", later("another reason")},
  };
  return list;
}

List handover_reasons() {
  static constexpr std::array list{
      Choice{"post_changed", later("the post changed")},
      Choice{"leave", later("leave or illness")},
      Choice{"conflict", later("conflict of interest")},
      Choice{"asked", later("a party asked for it")},
      Choice{"workload", later("workload")},
      Choice{"other", later("another reason")},
  };
  return list;
}

List measures() {
  static constexpr std::array list{
      Choice{"called", later("called the person")},
      Choice{"protection", later("protection arranged")},
      Choice{"police", later("police told, or the report accompanied")},
      Choice{"referred", later("referred elsewhere")},
      Choice{"reassess", later("new assessment ordered")},
      Choice{"session_void", later("the session counts for nothing")},
      Choice{"heard", later("the person was heard")},
      Choice{"goes_on", later("weighed: the case goes on")},
      Choice{"closes", later("the case is to be closed")},
      Choice{"other", later("another measure")},
  };
  return list;
}

List reopening_reasons() {
  static constexpr std::array list{
      Choice{"new_violence", later("new violence")},         Choice{"broken", later("the agreement was broken")},
      Choice{"asked", later("the beneficiary asks for it")}, Choice{"transferred_back", later("transferred back")},
      Choice{"mistake", later("closed by mistake")},         Choice{"other", later("another reason")},
  };
  return list;
}

List hold_states() {
  static constexpr std::array list{
      Choice{"placed", later("placed")},
      Choice{"lifted", later("lifted")},
  };
  return list;
}

List hold_reasons() {
  static constexpr std::array list{
      Choice{"police", later("police")},
      Choice{"court", later("court")},
      Choice{"inquiry", later("inquiry or audit")},
      Choice{"complaint", later("complaint about the service")},
      Choice{"ended", later("no longer needed")},
      Choice{"other", later("another reason")},
  };
  return list;
}

List copy_results() {
  static constexpr std::array list{
      Choice{"taken", later("taken")},
      Choice{"refused", later("refused")},
  };
  return list;
}

List reading_purposes() {
  static constexpr std::array list{
      Choice{"casework", later("casework")},
      Choice{"supervision", later("supervision by the head or a coordinator")},
      Choice{"duplicate_check", later("whether a person is known already")},
      Choice{"request_of_person", later("the person asks to see or correct what is kept")},
      Choice{"court_or_police", later("asked for by court or police")},
      Choice{"referral", later("referral or transfer to another office")},
      Choice{"complaint", later("complaint about the service")},
      Choice{"audit", later("inquiry or audit")},
      Choice{"retention", later("retention and erasure")},
      Choice{"training", later("training")},
      Choice{"other", later("another reason")},
  };
  return list;
}

} // namespace mediasi::lists
