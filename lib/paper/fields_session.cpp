// The session: when and where, who came, what was agreed, who signs.
#include <array>

#include "base/language.h"
#include "paper/field_tables.h"

namespace mediasi {

namespace {

using namespace field_tables;

constexpr std::array session_table{
    // the session
    text("session_number", anyone, later("which session")),
    text("replaces_date", anyone, later("day and hour of the session moved to this one, for who has a letter of it")),
    text("session_weekday", anyone, later("weekday of the session")),
    text("session_date", anyone, later("day of the session")),
    text("session_time", anyone, later("time of the session")),
    text("session_room", anyone, later("room of the session")),
    flag("session_separate", anyone, later("the sides sit in separate rooms")),
    flag("session_remote", anyone, later("the session is remote")),
    text("contact_name", anyone, later("officer who runs the case")),
    text("contact_title", anyone, later("role of who runs the case, by the title the rules give it")),
    text("monitor_title", anyone, later("role that visits after an agreement, by the title the rules give it")),
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
    list("others", named, later("other persons who were invited and took part")),
    text("other_name", named, later("name of the other person"), "others"),
    text("other_capacity", named, later("in what capacity"), "others"),
    text("writer_name", named, later("who wrote the minutes")),
    text("writer_title", named, later("role in which the minutes were written, by the title the rules give it")),
    flag("consented", named, later("the sides consented to the mediation")),
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
    flag("signer_stamp", named, later("the signer's meterai is stuck here"), "signers"),
    list("signer_children", named, later("children who may add their names"), "signers"),
    text("child_name", named, later("name of the child"), "signer_children"),
    flag("has_witnesses", named, later("officers sign for acknowledgement")),
    list("witnesses", named, later("officers who sign for acknowledgement")),
    text("witness_title", named, later("office of the officer"), "witnesses"),
    text("witness_name", named, later("name of the officer"), "witnesses"),
    text("witness_rank", named, later("rank of the officer"), "witnesses"),
    text("witness_nip", named, later("NIP of the officer"), "witnesses"),
};

} // namespace

std::span<const TemplateField> session_fields() {
  return session_table;
}

} // namespace mediasi
