#include "paper/fields.h"

#include <algorithm>
#include <array>

#include "base/language.h"

namespace mediasi {

namespace {

constexpr auto anyone = SeenBy::anyone;
constexpr auto own = SeenBy::own;
constexpr auto named = SeenBy::named;
constexpr auto office = SeenBy::office;

constexpr TemplateField text(std::string_view name, SeenBy seen, std::string_view doc, std::string_view of = "") {
  return {name, Shape::text, seen, of, false, doc};
}

constexpr TemplateField flag(std::string_view name, SeenBy seen, std::string_view doc, std::string_view of = "") {
  return {name, Shape::flag, seen, of, false, doc};
}

constexpr TemplateField list(std::string_view name, SeenBy seen, std::string_view doc, std::string_view of = "") {
  return {name, Shape::list, seen, of, false, doc};
}

constexpr TemplateField in_subject(TemplateField field) {
  field.subject = true;
  return field;
}

constexpr std::array fields{
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
    in_subject(text("letter_number", anyone, later("number of the letter"))),
    text("letter_date", anyone, later("day of issue")),
    in_subject(text("case_number", anyone, later("number of the case"))),
    text("head_code", anyone, later("short code of the journal's head before this paper")),
    flag("practice", anyone, later("the store is a practice store")),
    text("signatory_title", anyone, later("office of who signs a letter")),
    text("signatory_name", anyone, later("name of who signs a letter")),
    text("signatory_rank", anyone, later("rank of who signs a letter")),
    text("signatory_nip", anyone, later("NIP of who signs a letter")),
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
    // the session
    text("session_number", anyone, later("which session")),
    text("session_weekday", anyone, later("weekday of the session")),
    text("session_date", anyone, later("day of the session")),
    text("session_time", anyone, later("time of the session")),
    text("session_room", anyone, later("room of the session")),
    flag("session_separate", anyone, later("the sides sit in separate rooms")),
    flag("session_remote", anyone, later("the session is remote")),
    text("contact_name", anyone, later("officer who runs the case")),
    text("mediator_name", anyone, later("name of the mediator")),
    text("mediator_credential", anyone, later("kind of the mediator's credential")),
    text("mediator_number", anyone, later("number of the mediator's credential")),
    text("mediator_issuer", anyone, later("issuer of the mediator's credential")),
    // what happened in it
    text("held_words", named, later("'Pada hari ini, ...' of the session's day")),
    text("held_date", named, later("the session's day in figures")),
    list("parties", named, later("the parties who took part")),
    text("party_label", named, later("Pihak I or Pihak II"), "parties"),
    text("party_name", named, later("name of the party"), "parties"),
    text("party_note", named, later("a child, an organisation and by whom represented"), "parties"),
    list("companions", named, later("the companions who took part")),
    text("companion_name", named, later("name of the companion"), "companions"),
    text("companion_capacity", named, later("Pendamping Pihak I or II"), "companions"),
    text("companion_kind", named, later("in what capacity"), "companions"),
    text("companion_of", named, later("whom the companion accompanied"), "companions"),
    list("early_leavers", named, later("who left before the end")),
    text("leaver_name", named, later("name of who left"), "early_leavers"),
    text("leaver_capacity", named, later("capacity of who left"), "early_leavers"),
    list("course", named, later("course of the session, paragraph by paragraph")),
    text("paragraph", named, later("one paragraph"), "course"),
    flag("child_involved", named, later("a party is a child")),
    flag("is_agreed", named, later("the parties agreed")),
    flag("is_partly", named, later("the parties agreed on a part")),
    flag("is_not_agreed", named, later("the parties did not agree")),
    flag("is_continued", named, later("the session is to be continued")),
    flag("is_stopped", named, later("the session was stopped")),
    flag("is_not_held", named, later("the session was not held")),
    flag("has_obligations", named, later("something was agreed")),
    list("obligations", named, later("what was agreed")),
    text("obligation_number", named, later("number of the clause"), "obligations"),
    text("obligation_who", named, later("who has to do it, with the side"), "obligations"),
    text("obligation_text", named, later("what is to be done"), "obligations"),
    text("obligation_amount", named, later("amount in figures and words"), "obligations"),
    text("obligation_time", named, later("by when, how often"), "obligations"),
    text("obligation_proof", named, later("how it is proved"), "obligations"),
    text("copies", named, later("number of copies")),
    text("copies_words", named, later("number of copies in words")),
    list("signers", named, later("signature blocks of those who took part")),
    text("signer_label", named, later("capacity of the signer"), "signers"),
    text("signer_name", named, later("name of the signer"), "signers"),
    text("signer_for", named, later("for whom a guardian or representative signs"), "signers"),
    list("signer_children", named, later("children who may add their names"), "signers"),
    text("child_name", named, later("name of the child"), "signer_children"),
    flag("has_witnesses", named, later("officers sign for acknowledgement")),
    list("witnesses", named, later("officers who sign for acknowledgement")),
    text("witness_title", named, later("office of the officer"), "witnesses"),
    text("witness_name", named, later("name of the officer"), "witnesses"),
    text("witness_rank", named, later("rank of the officer"), "witnesses"),
    text("witness_nip", named, later("NIP of the officer"), "witnesses"),
    // what only the office may see on paper
    list("annex", office, later("identity of every person of the case")),
    text("annex_label", office, later("capacity of the person"), "annex"),
    text("annex_name", office, later("name of the person"), "annex"),
    text("annex_nik", office, later("NIK of the person"), "annex"),
    text("annex_address", office, later("address of the person"), "annex"),
    text("annex_phone", office, later("phone of the person"), "annex"),
};

} // namespace

std::span<const TemplateField> template_fields() {
  return fields;
}

const TemplateField *template_field(std::string_view name) {
  const auto found =
      std::find_if(fields.begin(), fields.end(), [&](const TemplateField &field) { return field.name == name; });
  return found == fields.end() ? nullptr : &*found;
}

bool may_see(std::string_view recipient_kind, const TemplateField &field) {
  switch (field.seen) {
  case SeenBy::anyone:
    return true;
  case SeenBy::own:
    return recipient_kind != "office";
  case SeenBy::named:
    return recipient_kind != "invitee";
  case SeenBy::office:
    return recipient_kind == "office";
  }
  return false;
}

} // namespace mediasi
