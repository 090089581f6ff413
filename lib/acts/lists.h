// The code lists: every coded value the program knows, once. Ids are stable; labels are translated when shown.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "model/field.h"

namespace mediasi::lists {

using List = std::span<const Choice>;

// kinds of matter, and the class the statutory gates ask for
enum class MatterClass { civil, violence, sexual, trafficking };
List matters();
MatterClass matter_class(std::string_view matter); // unknown ids count as violence
std::string_view class_name(MatterClass matter_class);

List findings(); // fit conditional unfit postponed
List risks();    // low medium high very_high unknown
List outcomes(); // agreed partly not_agreed continued not_held stopped
List outcome_reasons();
List obligation_kinds();  // forbidden ones among them, so that they can be named and refused
List recurrences();       // once recurring standing
List obligation_states(); // kept partly late broken waived not_due
List termination_reasons();
List companion_kinds();
List consent_purposes();
List consent_decisions(); // given refused withdrawn
List referral_targets();
List referral_answers();
List session_modes();     // joint separate remote
List attendance_states(); // present absent excused represented left_early
List signature_states();  // signed refused
List signature_marks();   // signature thumbprint
List delivery_means();
List sources();
List sexes();
List age_groups();
List relations();
List places();
List educations();
List occupations();
List marital_states();
List needs(); // kinds of special needs
List no_nik_reasons();
List police_stages();
List violence_items(); // screening by behaviour
List briefing_items();
List report_subjects(); // plan minutes monitoring
List evidence_kinds();
List other_roles();
List decisions(); // ordered sent_back
List log_means();
List waiver_answers();
List delivery_results();
List consent_relations();
List complaint_channels();
List complaint_subjects();
List complaint_answers(); // reply decision
List complaint_results();
List session_change_reasons();
List handover_reasons();
List measures(); // of the case manager
List reopening_reasons();
List hold_states(); // placed lifted
List hold_reasons();
List copy_results(); // taken refused
List awaited();
List reading_purposes(); // of identities; the first is the default

} // namespace mediasi::lists
