#include "acts/lists.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/language.h"

namespace mediasi::lists {

namespace {

struct MatterRow {
  Choice choice;
  MatterClass matter_class;
};

// sexual: the nine acts of UU 12/2022 art. 4(1) and those it names by reference in art. 4(2)
constexpr std::array matter_rows{
    MatterRow{{"maintenance", later("maintenance of wife or child")}, MatterClass::civil},
    MatterRow{{"custody", later("custody")}, MatterClass::civil},
    MatterRow{{"recognition", later("recognition of a child")}, MatterClass::civil},
    MatterRow{{"joint_property", later("joint property")}, MatterClass::civil},
    MatterRow{{"inheritance", later("inheritance")}, MatterClass::civil},
    MatterRow{{"wages", later("wages")}, MatterClass::civil},
    MatterRow{{"compensation", later("compensation")}, MatterClass::civil},
    MatterRow{{"safety_arrangement", later("safety arrangement")}, MatterClass::civil},
    MatterRow{{"institution_duty", later("duty of a school or employer")}, MatterClass::civil},
    MatterRow{{"household_quarrel", later("quarrel in a household")}, MatterClass::civil},
    MatterRow{{"neighbour_dispute", later("dispute of neighbours")}, MatterClass::civil},
    // what other services mediate
    MatterRow{{"divorce", later("divorce")}, MatterClass::civil},
    MatterRow{{"dismissal", later("dismissal from work")}, MatterClass::civil},
    MatterRow{{"work_rights", later("rights and interests at work")}, MatterClass::civil},
    MatterRow{{"land", later("land and its boundaries")}, MatterClass::civil},
    MatterRow{{"debt", later("debt or another contract")}, MatterClass::civil},
    MatterRow{{"goods_services", later("goods and services")}, MatterClass::civil},
    MatterRow{{"health_care", later("health care")}, MatterClass::civil},
    MatterRow{{"physical", later("physical violence")}, MatterClass::violence},
    MatterRow{{"psychological", later("psychological violence")}, MatterClass::violence},
    MatterRow{{"neglect", later("neglect")}, MatterClass::violence},
    MatterRow{{"bullying", later("bullying")}, MatterClass::violence},
    MatterRow{{"fight", later("fight between children")}, MatterClass::violence},
    MatterRow{{"non_physical_harassment", later("non-physical sexual harassment")}, MatterClass::sexual},
    MatterRow{{"physical_harassment", later("physical sexual harassment")}, MatterClass::sexual},
    MatterRow{{"forced_contraception", later("forced contraception")}, MatterClass::sexual},
    MatterRow{{"forced_sterilisation", later("forced sterilisation")}, MatterClass::sexual},
    MatterRow{{"forced_marriage", later("forced marriage")}, MatterClass::sexual},
    MatterRow{{"sexual_torture", later("sexual torture")}, MatterClass::sexual},
    MatterRow{{"sexual_exploitation", later("sexual exploitation")}, MatterClass::sexual},
    MatterRow{{"sexual_slavery", later("sexual slavery")}, MatterClass::sexual},
    MatterRow{{"electronic_sexual", later("electronic-based sexual violence")}, MatterClass::sexual},
    MatterRow{{"rape", later("rape")}, MatterClass::sexual},
    MatterRow{{"indecent_act", later("indecent act")}, MatterClass::sexual},
    MatterRow{{"child_sexual", later("sexual act with a child")}, MatterClass::sexual},
    MatterRow{{"child_pornography", later("child pornography")}, MatterClass::sexual},
    MatterRow{{"forced_prostitution", later("forced prostitution")}, MatterClass::sexual},
    MatterRow{{"household_sexual", later("sexual violence in the household")}, MatterClass::sexual},
    MatterRow{{"trafficking", later("trafficking in persons")}, MatterClass::trafficking},
    MatterRow{{"exploitation", later("exploitation")}, MatterClass::trafficking},
};

template <std::size_t... At> constexpr auto choices_of(std::index_sequence<At...>) {
  return std::array{matter_rows[At].choice...};
}

constexpr auto matter_choices = choices_of(std::make_index_sequence<matter_rows.size()>{});

} // namespace

List matters() {
  return matter_choices;
}

MatterClass matter_class(std::string_view matter) {
  const auto found = std::find_if(matter_rows.begin(), matter_rows.end(),
                                  [&](const MatterRow &row) { return row.choice.id == matter; });
  return found == matter_rows.end() ? MatterClass::violence : found->matter_class;
}

std::string_view class_name(MatterClass matter_class) {
  switch (matter_class) {
  case MatterClass::civil:
    return "civil";
  case MatterClass::violence:
    return "violence";
  case MatterClass::sexual:
    return "sexual";
  case MatterClass::trafficking:
    return "trafficking";
  }
  return "violence";
}

} // namespace mediasi::lists
