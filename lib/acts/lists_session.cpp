#include "acts/lists.h"

#include <array>

#include "base/language.h"

namespace mediasi::lists {

List session_modes() {
  static constexpr std::array list{
      Choice{"joint", later("in one room")},
      Choice{"separate", later("in separate rooms")},
      Choice{"remote", later("remote")},
  };
  return list;
}

List attendance_states() {
  static constexpr std::array list{
      Choice{"present", later("present")},
      Choice{"absent", later("absent")},
      Choice{"excused", later("absent with excuse")},
      Choice{"represented", later("represented")},
      Choice{"left_early", later("left early")},
  };
  return list;
}

List signature_states() {
  static constexpr std::array list{
      Choice{"signed", later("signed")},
      Choice{"refused", later("refused")},
  };
  return list;
}

List signature_marks() {
  static constexpr std::array list{
      Choice{"signature", later("signature")},
      Choice{"thumbprint", later("thumbprint, before a witness")},
  };
  return list;
}

List delivery_means() {
  static constexpr std::array list{
      Choice{"hand", later("by hand")},         Choice{"post", later("by post")},
      Choice{"whatsapp", later("by WhatsApp")}, Choice{"email", later("by e-mail")},
      Choice{"phone", later("by telephone")},   Choice{"office", later("through another office")},
  };
  return list;
}

List delivery_results() {
  static constexpr std::array list{
      Choice{"received", later("received")},
      Choice{"not_found", later("not found")},
      Choice{"refused", later("refused in writing")},
      Choice{"excused", later("received, with an excuse")},
  };
  return list;
}

List sources() {
  static constexpr std::array list{
      Choice{"walk_in", later("came in person")},
      Choice{"referral", later("referral letter")},
      Choice{"phone", later("telephone")},
      Choice{"whatsapp", later("WhatsApp")},
      Choice{"letter", later("letter")},
      Choice{"outreach", later("outreach")},
      Choice{"police", later("police")},
      Choice{"school", later("school")},
      Choice{"village", later("village or neighbourhood")},
      Choice{"sapa129", later("SAPA 129")},
      Choice{"transfer", later("transfer from another office")},
      Choice{"other", later("another way")},
  };
  return list;
}

List violence_items() {
  static constexpr std::array list{
      Choice{"none", later("asked, no sign")},
      Choice{"hit", later("hit, pushed or kicked")},
      Choice{"strangled", later("strangled")},
      Choice{"weapon", later("weapon used or shown")},
      Choice{"threat_kill", later("threat to kill")},
      Choice{"threat_suicide", later("threat of suicide")},
      Choice{"stalking", later("stalking")},
      Choice{"control", later("control of money or movement")},
      Choice{"isolation", later("isolation")},
      Choice{"insult", later("insults or humiliation")},
      Choice{"escalation", later("getting worse")},
      Choice{"injury", later("injury")},
      Choice{"sexual", later("sexual act against her or his will")},
  };
  return list;
}

List briefing_items() {
  static constexpr std::array list{
      Choice{"assessment", later("assessment result")}, Choice{"plan", later("plan")},
      Choice{"safety", later("safety arrangements")},   Choice{"needs", later("special needs and communication")},
      Choice{"children", later("children involved")},   Choice{"legal", later("legal note")},
  };
  return list;
}

List report_subjects() {
  static constexpr std::array list{
      Choice{"plan", later("report and plan")},
      Choice{"minutes", later("minutes")},
      Choice{"monitoring", later("monitoring")},
  };
  return list;
}

List evidence_kinds() {
  static constexpr std::array list{
      Choice{"none", later("none")},         Choice{"statement", later("statement")},
      Choice{"receipt", later("receipt")},   Choice{"photo", later("photograph")},
      Choice{"document", later("document")}, Choice{"visit", later("seen on the visit")},
      Choice{"witness", later("witness")},
  };
  return list;
}

List decisions() {
  static constexpr std::array list{
      Choice{"ordered", later("ordered")},
      Choice{"sent_back", later("sent back")},
  };
  return list;
}

List log_means() {
  static constexpr std::array list{
      Choice{"phone", later("telephone")}, Choice{"whatsapp", later("WhatsApp")},    Choice{"visit", later("visit")},
      Choice{"letter", later("letter")},   Choice{"office", later("in the office")}, Choice{"other", later("other")},
  };
  return list;
}

List waiver_answers() {
  static constexpr std::array list{
      Choice{"yes", later("yes")},
      Choice{"no", later("no")},
      Choice{"unknown", later("not known")},
      Choice{"not_applicable", later("no offence on file")},
  };
  return list;
}

} // namespace mediasi::lists
