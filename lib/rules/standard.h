// One office's service standard: what is printed and what gates. Immutable after loading (rules/load.h).
// Printed text and gating are separate: the published order of steps need not be the order that binds.
// Every member that can be refused carries the line it stands on, for explain and for messages.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "model/field.h"
#include "rules/retention.h"

namespace mediasi {

struct Office {
  std::string id, name, unit, parent, city, address, phone, website, code; // code: unit code in letter numbers
  Zone zone = Zone::wib;
};

struct Procedure { // one printed step
  std::string actor, text;
};

struct OfficeHours { // of a working day, since midnight; breaks are not in it
  std::chrono::minutes from{8 * 60}, to{16 * 60};
};

struct Channel { // complaint channel
  std::string kind, value;
};

struct Printed { // the published page (PermenPANRB 15/2014: 6 parts on delivery, 8 on management)
  std::string title, decree, time, fee;
  std::int64_t fee_amount = 0; // always 0 for an office's service; anything else is refused at load
  std::vector<std::string> legal_basis, requirements, products;
  std::vector<Procedure> procedure;
  std::vector<Channel> complaints;
  std::vector<std::pair<std::string, std::string>> management; // heading, text
};

struct Role {
  std::string id, title;
  std::vector<std::string> aliases;
  std::string deputy; // role that receives reports while this one is vacant; may be empty
  int line = 0;
  std::vector<std::string> acts_as = {}; // duties of the program it has: "mk", "pendamping" (rules/duties.h)
};

struct Requirement {
  std::string id, title, kind; // document, condition, matter, prior_attempt, form, evidence, witness
  std::string need;            // always, if_any, only_when
  std::string when;         // only_when: a condition name (rules/condition names are guard facts): child, spouse, ...
  std::string satisfied_by; // step id that ticks it by itself; may be empty
  std::string group;        // or-group: one of the same group is enough; may be empty
  int copies = 0;
  int line = 0;
};

// Parameters of a guard, as written: names to lists of texts (a single text or number is a list of one). `only` is kept
// here too: "field:value" texts; the guard applies when the act says one of them.
struct Parameters {
  std::vector<std::pair<std::string, std::vector<std::string>>> values;
  const std::vector<std::string> *find(std::string_view name) const;
  std::string one(std::string_view name, std::string_view otherwise = "") const;
  int number(std::string_view name, int otherwise) const; // checked at load
};

enum class Severity { refuse, warn };

struct Guard {
  std::string id, kind;
  Parameters with;
  Severity severity = Severity::refuse;
  std::string accept_by; // warn: role that may accept
  std::string because;   // legal or office basis
  std::string says;      // a sentence for people
  std::string instead;   // what to do instead
  std::string file;      // rules file name, or "statute"
  int line = 0;
};

enum class Repeat { once, per_party, per_beneficiary, per_respondent, per_session, many };

struct ExtraField { // owned strings; spec() gives the view the rest of the program uses
  std::string name, label;
  Kind kind = Kind::text;
  Need need = Need::optional;
  Seal seal = Seal::clear;
  std::vector<std::pair<std::string, std::string>> choices;
  int line = 0;
};

struct Step {
  std::string id, title, command, act, standard; // standard: "S5"
  std::vector<std::string> roles;                // any of them may do it; empty = every officer
  std::vector<std::string> after;                // step ids or events that must have happened
  Repeat repeat = Repeat::once;
  int most = 0;          // 0 = no limit
  bool always = false;   // open at any time, also on a closed case; never listed as next
  bool optional = false; // open but not listed as next
  bool initials = false; // act order: initialled on the way up; another step's decision is the order
  std::vector<Guard> guards;
  std::vector<ExtraField> fields;
  std::vector<std::string> papers; // paper kinds owed by it
  Row preset;                      // fields this step fixes: what = "minutes", party = ...
  int line = 0;
};

struct Form { // a composite form: several steps in one transaction
  std::string id, title, command;
  std::vector<std::string> steps;
  int line = 0;
};

enum class Unit { minute, hour, day, working_day };

// Events: "received", "complete", "finding", "order", "session_held", "minutes", "agreed", "no_agreement", "closed" and
// the others of judge/events.cpp, or "step:ID".
struct Deadline {
  std::string id, title, role, step; // step: the step to be done, for the report; may be empty
  std::optional<int> amount;         // none: text only, printed and never computed
  Unit unit = Unit::day;
  bool at_least = false; // a minimum instead of a maximum
  std::string from;
  std::vector<std::string> until; // the earliest stops it
  bool repeats = false;           // counted anew from each later `from`
  bool pauses = false;
  std::vector<std::string> pause_reasons; // ids of [[reason]] of "pause"; none named = any of them
  int extension = 0;                      // the most it may be extended by, in its unit; 0 = not at all
  std::string extended_by;                // role that may
  std::string text, because, standard;
  int line = 0;
};

// fact -> accepted values; every one of them has to hold
using Conditions = std::vector<std::pair<std::string, std::vector<std::string>>>;

struct Paper {
  std::string id, title, template_name;
  std::string to;                   // office, beneficiary, respondent, party, invitee, mediator, institution, or a role
  std::vector<std::string> signers; // parties, mediator, companions, others, role ids
  std::string number;               // template string, empty = unnumbered
  std::string code;                 // letter classification code
  bool cancels = false; // about = "cancelled": owed for each session the act cancelled, to whom an invitation went
  bool invites_to_assessment = false; // about = "assessment": owed until its recipient is assessed
  std::string consent; // issued only while every beneficiary consents to this purpose; empty = needs none
  Conditions when;     // owed only by an act of which this holds; "outcome" is that of the act's session
  std::vector<std::string> copies_to; // tembusan: role ids, or words as they are printed
  std::vector<std::string> initials;  // roles whose initials (paraf) come before the signature, in order
  bool stamp_duty = false;            // room for a meterai (UU 10/2020 art. 3)
  int line = 0;
  std::string register_name = {}; // where its numbers are counted; empty: in one of its own
  std::string heading = {};       // printed at its head, or as the subject of a letter; empty: the title

  const std::string &book() const { return register_name.empty() ? id : register_name; }
  const std::string &head() const { return heading.empty() ? title : heading; }
};

struct Register { // a book of letters that was begun on paper: its first number in that year
  std::string id;
  int year = 0, first = 1;
  int line = 0;
};

struct FitnessRow {
  Conditions when;  // no entry = any
  std::string then; // fit, conditional, unfit, postponed
  std::string because, id;
  int line = 0;
};

struct Fitness {
  bool unique = false; // hit policy: unique or first
  std::vector<FitnessRow> rows;
  int line = 0;
};

// A row of "these facts -> this finding / these steps open / this due date"; `workflow test` runs it.
struct RuleTest {
  std::string name;
  std::vector<std::pair<std::string, std::string>> facts; // fact -> value, for `finding`
  std::string finding;                                    // fit, conditional, unfit, postponed; empty = not asked
  std::vector<std::string> done, open, blocked;           // step ids
  bool violence = true;                                   // what the supposed assessments tell of
  std::string deadline;                                   // a deadline begun on `from` falls due on `due`
  std::optional<Date> from, due;
  int line = 0;
};

struct Reason { // coded reasons: termination, correction, acceptance, refusal ...; the office's words for outcomes
  std::string of, id, title;
};

struct Standard {
  std::string file; // name only, for messages
  std::string hash; // BLAKE2b-256 of the text, hex
  Office office;
  Printed printed;
  std::vector<Role> roles;
  std::vector<Requirement> requirements;
  std::vector<Step> steps;
  std::vector<Form> forms;
  std::vector<Deadline> deadlines;
  std::vector<Paper> papers;
  std::vector<Register> registers;
  Fitness fitness;
  std::vector<Reason> reasons;
  std::vector<RuleTest> tests;
  std::vector<std::pair<std::string, std::string>> labels; // headings the office gives to fields: "act.field" -> text
  int invitations = 3;          // counted invitations after which a mediation counts as not held
  int fulfilled_visits = 3;     // consecutive fulfilled visits that carry out a recurring or standing obligation
  std::string credential;       // the mediator's credential kind: "sertifikat"
  std::string credential_title; // what papers call it; empty: a word of the program, or the kind itself
  std::vector<unsigned> working_days{1, 2, 3, 4, 5}; // ISO weekdays
  OfficeHours hours;                                 // within which sessions are proposed
  Retention retention;

  const Step *step(std::string_view id) const;
  const Role *role(std::string_view id_or_alias) const;
  const Requirement *requirement(std::string_view id) const;
  const Form *form(std::string_view id) const;
  const Paper *paper(std::string_view id) const;
  const Deadline *deadline(std::string_view id) const;
  const Reason *reason(std::string_view of, std::string_view id) const;
  // the office's own word for a code of the program (why a case ended, what came of a session); "" where it gives none
  std::string word(std::string_view act, std::string_view field, std::string_view code) const;
  int first_number(std::string_view register_name, int year) const; // 1, where no book says otherwise
};

} // namespace mediasi
