#include "acts/lists.h"

#include <array>

#include "base/language.h"

namespace mediasi::lists {

List companion_kinds() {
  static constexpr std::array list{
      Choice{"parent", later("parent")},
      Choice{"relative", later("relative")},
      Choice{"guardian", later("guardian")},
      Choice{"companion", later("companion")},
      Choice{"special", later("special companion")},
      Choice{"officer", later("officer assigned by letter")},
      Choice{"social_worker", later("social worker")},
      Choice{"interpreter", later("interpreter")},
      Choice{"lawyer", later("lawyer")},
  };
  return list;
}

List sexes() {
  static constexpr std::array list{
      Choice{"female", later("female")},
      Choice{"male", later("male")},
  };
  return list;
}

List age_groups() {
  static constexpr std::array list{
      Choice{"child", later("a child")},
      Choice{"adult", later("an adult")},
  };
  return list;
}

List relations() {
  static constexpr std::array list{
      Choice{"parent", later("parent")},
      Choice{"relative", later("relative")},
      Choice{"spouse", later("spouse")},
      Choice{"former_spouse", later("former spouse")},
      Choice{"neighbour", later("neighbour")},
      Choice{"friend", later("friend or partner")},
      Choice{"schoolmate", later("schoolmate")},
      Choice{"teacher", later("teacher")},
      Choice{"employer", later("employer")},
      Choice{"colleague", later("colleague")},
      Choice{"institution", later("institution")},
      Choice{"stranger", later("stranger")},
      Choice{"other", later("other")},
  };
  return list;
}

List places() {
  static constexpr std::array list{
      Choice{"home", later("household")},
      Choice{"work", later("workplace")},
      Choice{"school", later("school")},
      Choice{"public", later("public place")},
      Choice{"religious_school", later("boarding or religious school")},
      Choice{"online", later("online")},
      Choice{"other", later("other")},
  };
  return list;
}

List educations() {
  static constexpr std::array list{
      Choice{"none", later("no schooling")},    Choice{"paud", later("early childhood")},
      Choice{"sd", later("primary school")},    Choice{"smp", later("junior secondary")},
      Choice{"sma", later("senior secondary")}, Choice{"higher", later("higher education")},
      Choice{"other", later("other")},
  };
  return list;
}

List occupations() {
  static constexpr std::array list{
      Choice{"pupil", later("pupil or student")},
      Choice{"housewife", later("housewife")},
      Choice{"none", later("no work")},
      Choice{"private", later("private employee or labourer")},
      Choice{"employed", later("employed")},
      Choice{"civil", later("civil servant, army or police")},
      Choice{"trade", later("trader, farmer or fisher")},
      Choice{"other", later("other")},
  };
  return list;
}

List marital_states() {
  static constexpr std::array list{
      Choice{"single", later("not married")},
      Choice{"married", later("married")},
      Choice{"widowed", later("widowed or divorced")},
      Choice{"sirri", later("unregistered marriage")},
  };
  return list;
}

List needs() {
  static constexpr std::array list{
      Choice{"physical", later("physical")}, Choice{"intellectual", later("intellectual")},
      Choice{"mental", later("mental")},     Choice{"hearing", later("hearing")},
      Choice{"sight", later("sight")},       Choice{"speech", later("speech")},
      Choice{"other", later("other")},
  };
  return list;
}

List no_nik_reasons() {
  static constexpr std::array list{
      Choice{"newborn", later("newborn")},
      Choice{"unregistered", later("not registered")},
      Choice{"foreigner", later("foreigner")},
      Choice{"not_carried", later("not carried")},
      Choice{"withheld", later("withheld for safety")},
      Choice{"unknown_person", later("person not known yet")},
  };
  return list;
}

List police_stages() {
  static constexpr std::array list{
      Choice{"report", later("report")},
      Choice{"inquiry", later("inquiry")},
      Choice{"investigation", later("investigation")},
      Choice{"prosecution", later("prosecution")},
      Choice{"court", later("court")},
      Choice{"decided", later("decided")},
  };
  return list;
}

List other_roles() {
  static constexpr std::array list{
      Choice{"reporter", later("reporter")},
      Choice{"witness", later("witness")},
      Choice{"community", later("community figure")},
      Choice{"school", later("school")},
      Choice{"village", later("village")},
      Choice{"other", later("other")},
  };
  return list;
}

} // namespace mediasi::lists
