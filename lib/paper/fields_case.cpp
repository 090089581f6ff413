// What letters about the case itself say: a task, a result, an end, a referral.
#include <array>

#include "base/language.h"
#include "paper/field_tables.h"

namespace mediasi {

namespace {

using namespace field_tables;

constexpr std::array case_table{
    // a task that is given
    text("task_since", anyone, later("day from which the task is given")),
    text("task_order_date", anyone, later("day of the order to mediate")),
    text("task_rank", own, later("rank of who is given the task")),
    text("task_nip", own, later("NIP of who is given the task")),
    text("task_credential", own, later("credential of the mediator who is given the task")),
    // a result that is reported
    text("result_parties", named, later("who took part, by side and initials")),
    text("result_minutes", named, later("number of the minutes")),
    text("result_minutes_date", named, later("day of issue of the minutes")),
    text("result_signed", named, later("how many signed the minutes")),
    text("result_refused", named, later("how many refused to sign")),
    text("result_obligations", named, later("how many obligations were agreed")),
    // the end of the service
    text("closing_date", own, later("day on which the service ends")),
    text("closing_reason", own, later("why it ends, in words that harm nobody")),
    // a referral
    text("referral_service", referred, later("what the person is referred for")),
    text("referral_person", referred, later("who is referred")),
    text("referral_guardians", referred, later("guardians of a child who is referred")),
    text("referral_summary", referred, later("what the institution is told, as far as consented")),
};

} // namespace

std::span<const TemplateField> case_fields() {
  return case_table;
}

} // namespace mediasi
