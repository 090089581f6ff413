#include "acts/lists.h"

#include <array>

#include "base/language.h"

namespace mediasi::lists {

List complaint_channels() {
  static constexpr std::array list{
      Choice{"phone", later("telephone")},   Choice{"whatsapp", later("WhatsApp or another messenger")},
      Choice{"letter", later("letter")},     Choice{"in_person", later("in person at the office")},
      Choice{"email", later("e-mail")},      Choice{"online", later("web site or national complaint portal")},
      Choice{"box", later("complaint box")}, Choice{"other_office", later("passed on by another office")},
      Choice{"other", later("another way")},
  };
  return list;
}

List complaint_subjects() {
  static constexpr std::array list{
      Choice{"officer_conduct", later("conduct of an officer")},
      Choice{"delay", later("delay")},
      Choice{"fee_asked", later("money was asked for")},
      Choice{"privacy", later("something private became known")},
      Choice{"outcome", later("outcome of the mediation")},
      Choice{"facility", later("rooms and facilities")},
      Choice{"other", later("something else")},
  };
  return list;
}

List complaint_answers() {
  static constexpr std::array list{
      Choice{"reply", later("reply to who complained")},
      Choice{"decision", later("decision on the complaint")},
  };
  return list;
}

List complaint_results() {
  static constexpr std::array list{
      Choice{"upheld", later("upheld")},
      Choice{"partly", later("upheld in part")},
      Choice{"not_upheld", later("not upheld")},
      Choice{"withdrawn", later("withdrawn")},
      Choice{"passed_on", later("passed on to who must answer it")},
  };
  return list;
}

} // namespace mediasi::lists
