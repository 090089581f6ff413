// The acts that need more sense than their field tables have: who must be there, what must fit together.
#include <algorithm>
#include <array>

#include "support/random_words.h"

namespace mediasi::testing {

namespace {

void registration(Draft &draft, Dice &dice, const Around &around) {
  const bool children = dice.in(50);
  const auto birth = children ? std::to_string(static_cast<int>(around.now.day.year()) - 12) + "-03" : "1985-02-03";
  const std::string needs = dice.in(85) ? "no" : "yes";
  draft.groups["beneficiary"] = {
      row({{"name", "Contoh Satu"}, {"birth", birth}, {"sex", "female"}, {"special_needs", needs}})};
  draft.groups["respondent"] = {
      row({{"name", "Contoh Dua"}, {"birth", birth}, {"sex", "male"}, {"special_needs", "no"}})};
  for (const std::string of : {"beneficiary1", "respondent1"})
    draft.groups["companion"].push_back(row({{"name", "Contoh Wali"},
                                             {"of", of},
                                             {"kinds", dice.in(50) ? "parent,special" : "parent"},
                                             {"alleged_offender", dice.in(90) ? "no" : "yes"}}));
  const std::string kind = dice.in(60) ? "household_quarrel" : dice.in(80) ? "bullying" : "rape";
  draft.groups["matter"] = {row({{"kind", kind}, {"police_report", "no"}, {"serious_harm", "no"}})};
  draft.groups["matter"].front().values.emplace("incident_on", value(day(dice, around.now, 9, 0)));
  draft.groups.erase("requirement");
  if (dice.in(85))
    draft.groups["requirement"] = {row({{"requirement", "identitas"}})};
  draft.groups.erase("other");
  if (dice.in(15))
    set(draft.fields, "running", "yes");
}

void consent(Draft &draft, Dice &dice, const Around &around) {
  const auto party = any(dice, ids(around.file, true));
  const auto *person = around.file.person(party);
  const auto companions = around.file.companions_of(party);
  const bool child = person && child_on(*person, around.now.day) && !companions.empty();
  draft.fields = row({{"party", party},
                      {"given_by", child ? companions.front()->id : "self"},
                      {"relation", child ? "mother" : "self"},
                      {"purposes", "service,mediation"},
                      {"decision", dice.in(96) ? "given" : "withdrawn"},
                      {"child_view", dice.in(90) ? "yes" : "unknown"}});
}

void assessment(Draft &draft, Dice &dice, const Around &around) {
  const auto good = [&](const char *answer) { return std::string(dice.in(99) ? answer : "unknown"); };
  draft.fields = row({{"party", any(dice, ids(around.file, true))},
                      {"willing", good("yes")},
                      {"pressure", good("no")},
                      {"threat", good("no")},
                      {"protection_order", good("no")},
                      {"afraid", good("no")},
                      {"violence", dice.in(50) ? "no" : "yes"},
                      {"risk", dice.in(97) ? "low" : "high"}});
}

void finding(Draft &draft, Dice &dice, const Around &) {
  const Texts findings{"fit", "fit", "fit", "fit", "conditional", "conditional", "conditional", "unfit", "postponed"};
  const auto found = any(dice, findings);
  draft.fields = row({{"finding", found}, {"best_interest", "Contoh kepentingan terbaik"}});
  draft.groups.clear();
  if (found == "conditional")
    draft.groups["condition"] = {row({{"text", "Contoh syarat"}})};
}

// mostly what leaves the parties as they are: one who is new must be assessed and heard first
void person(Draft &draft, Dice &dice, const Around &) {
  draft.groups.clear();
  const std::string of = dice.in(50) ? "beneficiary1" : "respondent1";
  draft.groups["companion"] = {row({{"of", of}, {"kinds", "relative"}, {"alleged_offender", "no"}})};
  if (dice.in(60))
    set(draft.groups["companion"].front(), "id", of == "beneficiary1" ? "companion1" : "companion2");
}

void condition_met(Draft &draft, Dice &dice, const Around &) {
  draft.fields = row({{"condition", dice.in(90) ? "1" : "2"}});
}

void plan(Draft &draft, Dice &dice, const Around &) {
  set(draft.fields, "to", dice.in(85) ? "kasie,koordinator" : "kasie");
}

void order(Draft &draft, Dice &dice, const Around &) {
  set(draft.fields, "decision", dice.in(85) ? "ordered" : "sent_back");
}

void invitation(Draft &draft, Dice &dice, const Around &around) {
  auto &invited = draft.groups["invitee"];
  invited.clear();
  auto people = ids(around.file);
  people.emplace_back("mediator");
  for (const auto &person : people)
    if (dice.in(97))
      invited.push_back(row({{"person", person}}));
}

void delivery(Draft &draft, Dice &dice, const Around &around) {
  draft.groups["delivery"].clear();
  for (const auto &person : ids(around.file))
    draft.groups["delivery"].push_back(row({{"person", person}, {"how", "hand"}}));
  if (dice.in(10) && !draft.groups["delivery"].empty())
    draft.groups["delivery"].pop_back();
}

void day_questions(Draft &draft, Dice &dice, const Around &around) {
  draft.groups["answer"].clear();
  for (const auto &party : ids(around.file, true))
    draft.groups["answer"].push_back(
        row({{"party", party}, {"willing", dice.in(96) ? "yes" : "no"}, {"safe", "yes"}, {"afraid", "no"}}));
}

void attendance(Draft &draft, Dice &dice, const Around &around) {
  auto people = ids(around.file);
  people.insert(people.end(), {"mediator", "pendamping"});
  draft.groups["present"].clear();
  for (const auto &person : people)
    draft.groups["present"].push_back(row({{"person", person}, {"status", dice.in(97) ? "present" : "absent"}}));
}

void outcome(Draft &draft, Dice &dice, const Around &around) {
  const bool agreed = dice.in(70);
  draft.fields = row({{"outcome", agreed ? "agreed" : any(dice, {"not_agreed", "continued", "stopped", "not_held"})}});
  draft.groups.clear();
  if (!agreed)
    return;
  const std::string recurrence = dice.in(60) ? "once" : "standing";
  draft.groups["obligation"] = {row({{"who", any(dice, ids(around.file, true))},
                                     {"kind", dice.in(97) ? "apology" : "silence"},
                                     {"text", "Contoh butir"},
                                     {"recurrence", recurrence},
                                     {"due", day(dice, around.now, 0, 9)}})};
  for (const auto &matter : around.file.matters)
    draft.groups["waiver"].push_back(
        row({{"matter", std::to_string(matter.number)}, {"marries", "no"}, {"silence", "no"}, {"no_report", "no"}}));
}

void minutes(Draft &draft, Dice &, const Around &) {
  draft.fields = row({{"course", "Contoh jalannya sesi"}});
}

Texts signers(const CaseFile &file) {
  return file.minutes.empty() ? Texts{} : file.minutes.back().signers;
}

void signature(Draft &draft, Dice &dice, const Around &around) {
  draft.groups["signature"].clear();
  for (const auto &person : signers(around.file))
    draft.groups["signature"].push_back(row({{"person", person}, {"state", dice.in(95) ? "signed" : "refused"}}));
}

void copies(Draft &draft, Dice &, const Around &around) {
  draft.groups["copy"].clear();
  for (const auto &party : ids(around.file, true))
    draft.groups["copy"].push_back(row({{"person", party}, {"how", "hand"}}));
}

void report_up(Draft &draft, Dice &dice, const Around &) {
  draft.fields = row({{"to", dice.in(80) ? "konselor,koordinator,mk,kepala_upt" : "mk"}});
}

void visit(Draft &draft, Dice &dice, const Around &around) {
  draft.fields = row({{"new_violence", dice.in(97) ? "no" : "yes"}});
  draft.groups.clear();
  for (const auto &number : numbers_of(around.file.obligations))
    draft.groups["state"].push_back(row({{"obligation", number}, {"state", dice.in(90) ? "kept" : "broken"}}));
}

void scan(Draft &draft, Dice &dice, const Around &around) {
  const auto entry = around.file.story.empty() ? 1 : around.file.story[dice.below(around.file.story.size())].entry;
  draft.fields = row({{"entry", std::to_string(entry)}});
  if (dice.in(90))
    draft.attachments = {{"pindaian", "contoh.pdf", {}}};
}

constexpr Maker form_makers[] = {{"register", registration},
                                 {"consent", consent},
                                 {"assessment", assessment},
                                 {"finding", finding},
                                 {"person", person},
                                 {"condition_met", condition_met},
                                 {"plan", plan},
                                 {"order", order},
                                 {"invitation", invitation},
                                 {"delivery", delivery},
                                 {"day_questions", day_questions},
                                 {"attendance", attendance},
                                 {"outcome", outcome},
                                 {"minutes", minutes},
                                 {"signature", signature},
                                 {"copies", copies},
                                 {"report_up", report_up},
                                 {"visit", visit},
                                 {"scan", scan}};

} // namespace

void make_sensible(Draft &draft, Dice &dice, const Around &around, std::string_view act) {
  for (const auto family : {std::span<const Maker>(form_makers), crooked_makers()})
    for (const auto &[kind, make] : family)
      if (kind == act)
        make(draft, dice, around);
}

} // namespace mediasi::testing
