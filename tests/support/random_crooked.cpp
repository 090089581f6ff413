// The acts of the crooked paths that need more sense than their field tables have.
#include <algorithm>

#include "support/random_words.h"

namespace mediasi::testing {

namespace {

void mediator(Draft &draft, Dice &dice, const Around &) {
  draft.fields = row({{"mediator", dice.in(90) ? "medi" : "habis"}, {"conflict", dice.in(95) ? "no" : "unknown"}});
}

void session_move(Draft &draft, Dice &dice, const Around &around) {
  draft.fields = row({{"at", day(dice, around.now, 0, 12) + "T10:00"}, {"reason", "mediator_absent"}});
}

void assignment(Draft &draft, Dice &dice, const Around &) {
  const bool fits = dice.in(85);
  draft.fields = row({{"role", fits ? "mk" : "koordinator"}, {"officer", "kania"}, {"reason", "workload"}});
}

void addendum(Draft &draft, Dice &dice, const Around &around) {
  draft.fields = row({{"signed_by", ""}});
  std::string signers;
  for (const auto &party : ids(around.file, true))
    signers += (signers.empty() ? "" : ",") + party;
  set(draft.fields, "signed_by", dice.in(90) ? signers : "mediator");
  draft.groups.clear();
  draft.groups["obligation"] = {row({{"who", any(dice, ids(around.file, true))},
                                     {"kind", dice.in(95) ? "payment" : "silence"},
                                     {"text", "Contoh butir baru"},
                                     {"recurrence", "standing"}})};
  if (dice.in(50))
    set(draft.groups["obligation"].front(), "replaces", any(dice, numbers_of(around.file.obligations)));
}

void payment(Draft &draft, Dice &dice, const Around &around) {
  std::vector<std::string> payable;
  for (const auto &one : around.file.obligations)
    if (one.kind == "payment")
      payable.push_back(std::to_string(one.number));
  draft.fields = row({{"obligation", any(dice, payable)}, {"amount", "50000"}, {"evidence_kind", "receipt"}});
}

void follow_up(Draft &draft, Dice &dice, const Around &around) {
  std::vector<std::string> open;
  for (const auto &one : around.file.follow_ups)
    if (!one.answer)
      open.push_back(std::to_string(one.entry));
  draft.fields = row({{"entry", any(dice, open)}, {"measures", "called"}});
}

void safety_check(Draft &draft, Dice &dice, const Around &around) {
  draft.fields =
      row({{"party", any(dice, ids(around.file, true))}, {"reached", "yes"}, {"safe", dice.in(90) ? "yes" : "no"}});
}

void found_accepted(Draft &draft, Dice &dice, const Around &around) {
  std::vector<std::string> found;
  for (const auto &done : around.file.story)
    if (done.as_found && !done.breaches.empty())
      found.push_back(std::to_string(done.entry));
  draft.fields = row({{"entry", any(dice, found)}, {"words", "Contoh alasan"}});
}

void wait(Draft &draft, Dice &dice, const Around &) {
  draft.fields = row({{"for", dice.in(50) ? "respondent" : "papers"}});
}

void pause(Draft &draft, Dice &dice, const Around &) {
  draft.fields = row({{"deadline", "penyelesaian"}, {"reason", dice.in(90) ? "menunggu" : "entah"}});
}

void resume(Draft &draft, Dice &, const Around &) {
  draft.fields = row({{"deadline", "penyelesaian"}});
}

void extension(Draft &draft, Dice &dice, const Around &) {
  draft.fields = row({{"deadline", "penyelesaian"}, {"amount", dice.in(80) ? "3" : "30"}});
}

constexpr Maker makers[] = {{"mediator", mediator},
                            {"session_move", session_move},
                            {"assignment", assignment},
                            {"addendum", addendum},
                            {"payment", payment},
                            {"follow_up", follow_up},
                            {"safety_check", safety_check},
                            {"found_accepted", found_accepted},
                            {"wait", wait},
                            {"wait_over", wait},
                            {"pause", pause},
                            {"resume", resume},
                            {"extension", extension}};

} // namespace

std::span<const Maker> crooked_makers() {
  return makers;
}

} // namespace mediasi::testing
