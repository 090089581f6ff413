// The office, the paper itself, and whom it is for.
#include <array>

#include "base/language.h"
#include "paper/field_tables.h"

namespace mediasi {

namespace {

using namespace field_tables;

constexpr std::array letter_table{
    // the office and its standard
    text("office_parent", anyone, later("the government the office belongs to")),
    in_subject(text("office_name", anyone, later("name of the office"))),
    in_subject(text("office_unit", anyone, later("name of the unit"))),
    text("office_city", anyone, later("city of the office")),
    text("office_address", anyone, later("address of the office")),
    text("office_phone", anyone, later("telephone of the office")),
    text("office_website", anyone, later("website of the office, without its scheme")),
    in_subject(text("service_title", anyone, later("title of the service"))),
    text("decree", anyone, later("number of the decree of the standard")),
    text("fee", anyone, later("fee text of the standard")),
    list("channels", anyone, later("complaint channels")),
    text("channel_kind", anyone, later("kind of the channel"), "channels"),
    text("channel_value", anyone, later("number or address of the channel"), "channels"),
    list("bases", anyone, later("legal basis")),
    text("basis", anyone, later("one legal basis"), "bases"),
    // the paper
    in_subject(text("paper_heading", anyone, later("heading of the paper, or the subject of the letter"))),
    in_subject(text("letter_number", anyone, later("number of the letter"))),
    text("letter_date", anyone, later("day of issue")),
    in_subject(text("case_number", anyone, later("number of the case"))),
    text("head_code", anyone, later("short code of the journal's head before this paper")),
    flag("practice", anyone, later("the store is a practice store")),
    text("signatory_title", anyone, later("office of who signs a letter")),
    text("signatory_name", anyone, later("name of who signs a letter")),
    text("signatory_rank", anyone, later("rank of who signs a letter")),
    text("signatory_nip", anyone, later("NIP of who signs a letter")),
    flag("has_initials", anyone, later("others initial the letter before it is signed")),
    list("initials", anyone, later("who initials the letter, in order")),
    text("initial_title", anyone, later("office of who initials"), "initials"),
    flag("has_copies_to", anyone, later("copies of the letter go to others")),
    list("copies_to", anyone, later("who gets a copy of the letter")),
    text("copy_to", anyone, later("one who gets a copy"), "copies_to"),
    flag("stamp_duty", anyone, later("the paper needs a meterai")),
    in_subject(flag("repeated", anyone, later("a second or third invitation"))),
    in_subject(text("ordinal", anyone, later("which invitation: 1, 2, 3"))),
    // who receives it
    text("recipient_name", own, later("name of the recipient")),
    text("recipient_address", own, later("address of the recipient")),
    text("recipient_capacity", own, later("Pihak I, pendamping Pihak II, mediator ...")),
    text("recipient_representative", own, later("who represents the recipient's organisation")),
    text("recipient_guardians", own, later("guardians of a child who is invited")),
    text("recipient_companions", own, later("companions of the recipient")),
    text("recipient_party_name", own, later("whom the invited companion accompanies")),
    flag("recipient_is_party", own, later("the recipient is a party")),
    flag("recipient_is_child", own, later("the recipient is a child")),
    flag("recipient_is_companion", own, later("the recipient is a companion")),
    flag("recipient_is_mediator", own, later("the recipient is the mediator")),
    flag("recipient_is_other", own, later("the recipient is none of these")),
};

} // namespace

std::span<const TemplateField> letter_fields() {
  return letter_table;
}

} // namespace mediasi
