#include "acts/lists.h"

#include <array>

#include "base/language.h"

namespace mediasi::lists {

List findings() {
  static constexpr std::array list{
      Choice{"fit", later("fit for mediation")},
      Choice{"conditional", later("fit with conditions")},
      Choice{"unfit", later("unfit for mediation")},
      Choice{"postponed", later("postponed")},
  };
  return list;
}

List risks() {
  static constexpr std::array list{
      Choice{"low", later("low")},           Choice{"medium", later("medium")},
      Choice{"high", later("high")},         Choice{"very_high", later("very high")},
      Choice{"unknown", later("not known")},
  };
  return list;
}

List outcomes() {
  static constexpr std::array list{
      Choice{"agreed", later("agreed")},         Choice{"partly", later("partly agreed")},
      Choice{"not_agreed", later("not agreed")}, Choice{"continued", later("to be continued")},
      Choice{"not_held", later("not held")},     Choice{"stopped", later("stopped")},
  };
  return list;
}

List outcome_reasons() {
  static constexpr std::array list{
      Choice{"absent_beneficiary", later("the beneficiary did not come")},
      Choice{"absent_respondent", later("the respondent did not come")},
      Choice{"unsafe", later("somebody was not safe")},
      Choice{"afraid", later("somebody was afraid")},
      Choice{"unwilling", later("somebody no longer wished it")},
      Choice{"no_companion", later("a needed companion was missing")},
      Choice{"no_mediator", later("the mediator could not come")},
      Choice{"time", later("time ran out")},
      Choice{"no_common_ground", later("no common ground was found")},
      Choice{"other", later("another reason")},
  };
  return list;
}

List obligation_kinds() {
  static constexpr std::array list{
      Choice{"apology", later("apology")},
      Choice{"payment", later("payment")},
      Choice{"maintenance", later("maintenance")},
      Choice{"stop_conduct", later("to stop a conduct")},
      Choice{"no_contact", later("no contact")},
      Choice{"supervision", later("supervision")},
      Choice{"counselling", later("counselling")},
      Choice{"school_measure", later("measure of a school")},
      Choice{"custody", later("custody")},
      Choice{"visit_right", later("right to visit")},
      Choice{"return_of_goods", later("return of goods")},
      Choice{"repair", later("repair of damage")},
      Choice{"safety_arrangement", later("safety arrangement")},
      Choice{"other", later("another duty")},
      Choice{"marriage", later("marriage")},
      Choice{"silence", later("silence")},
      Choice{"no_report", later("not to report")},
      Choice{"withdraw_report", later("to withdraw a report")},
  };
  return list;
}

List recurrences() {
  static constexpr std::array list{
      Choice{"once", later("once")},
      Choice{"recurring", later("recurring")},
      Choice{"standing", later("standing")},
  };
  return list;
}

List obligation_states() {
  static constexpr std::array list{
      Choice{"kept", later("kept")},         Choice{"partly", later("partly kept")},
      Choice{"late", later("kept late")},    Choice{"broken", later("broken")},
      Choice{"waived", later("waived")},     Choice{"not_due", later("not yet due")},
      Choice{"unknown", later("not known")},
  };
  return list;
}

List termination_reasons() {
  static constexpr std::array list{
      Choice{"carried_out", later("carried out by the parties")},
      Choice{"broken", later("the agreement was broken")},
      Choice{"withdrawn", later("withdrawn")},
      Choice{"referred", later("referred elsewhere")},
      Choice{"moved", later("moved away")},
      Choice{"died", later("a party died")},
      Choice{"no_contact", later("cannot be reached")},
      Choice{"unfit", later("unfit for mediation")},
      Choice{"not_agreed", later("no agreement")},
      Choice{"not_held", later("mediation could not be held")},
      Choice{"transferred", later("transferred to another office")},
      Choice{"other", later("another reason")},
  };
  return list;
}

List consent_purposes() {
  static constexpr std::array list{
      Choice{"service", later("the service")},
      Choice{"assessment", later("assessment")},
      Choice{"mediation", later("mediation")},
      Choice{"sharing", later("sharing of data")},
      Choice{"remote", later("a remote session")},
      Choice{"recording", later("recording")},
      Choice{"identity_in_agreement", later("NIK and address in the agreement")},
  };
  return list;
}

List consent_decisions() {
  static constexpr std::array list{
      Choice{"given", later("given")},
      Choice{"refused", later("refused")},
      Choice{"withdrawn", later("withdrawn")},
  };
  return list;
}

List consent_relations() {
  static constexpr std::array list{
      Choice{"self", later("the person herself or himself")},
      Choice{"mother", later("mother")},
      Choice{"father", later("father")},
      Choice{"guardian", later("guardian")},
      Choice{"relative", later("relative with care")},
      Choice{"institution", later("institution with care")},
  };
  return list;
}

List referral_targets() {
  static constexpr std::array list{
      Choice{"health", later("health service")},
      Choice{"psychologist", later("psychologist")},
      Choice{"shelter", later("safe house")},
      Choice{"legal_aid", later("legal aid")},
      Choice{"police", later("police")},
      Choice{"diversi", later("diversi (child justice)")},
      Choice{"lpsk", later("witness and victim protection")},
      Choice{"social_service", later("social service")},
      Choice{"school", later("school")},
      Choice{"other_office", later("another office")},
      Choice{"other", later("another body")},
  };
  return list;
}

List referral_answers() {
  static constexpr std::array list{
      Choice{"offered", later("offered")},
      Choice{"accepted", later("accepted")},
      Choice{"refused", later("refused")},
      Choice{"answered", later("answered")},
  };
  return list;
}

} // namespace mediasi::lists
