#include "action/sense.h"

#include <algorithm>
#include <array>

#include "action/reference_number.h"
#include "action/sense_parts.h"
#include "action/signing.h"
#include "base/language.h"
#include "base/text.h"
#include "model/as_found.h"
#include "model/corrections.h"

namespace mediasi {

namespace {

using namespace sense;

// S9: every visit gives every obligation a state
void visit(const Sense &sense) {
  const auto &states = rows_of(sense.facts, "state");
  for (const auto &obligation : sense.file.obligations) {
    if (!binds(obligation))
      continue;
    const auto number = std::to_string(obligation.number);
    const bool said = std::any_of(states.begin(), states.end(),
                                  [&](const Row &row) { return value_of(row, "obligation") == number; });
    if (!said)
      sense.complain(say("obligation {} has no state", number),
                     say("give every obligation one; 'not_due' or 'unknown' are states"));
  }
}

// the day of the session whose agreement it is; nothing in an old register, where such a day is a fact of its own
std::optional<Date> day_agreed(const Sense &sense) {
  if (is_as_found(sense.facts))
    return std::nullopt;
  const auto number = parse_integer(value_of(sense.facts.fields, "session"));
  const auto *session = number ? sense.file.session(static_cast<int>(*number)) : sense.file.last_session();
  return session ? std::optional(session->at.day) : std::nullopt;
}

void check_obligations(const Sense &sense) {
  for (const auto &row : rows_of(sense.facts, "obligation")) {
    const auto recurrence = value_of(row, "recurrence");
    if (recurrence == "once" && value_of(row, "due").empty())
      sense.complain(say("obligation {} is to be done once and has no day", value_of(row, "number")),
                     say("add due = \"YYYY-MM-DD\""));
    const auto due = parse_date(value_of(row, "due"));
    if (const auto agreed = day_agreed(sense); recurrence != "standing" && due && agreed && *due < *agreed)
      sense.complain(say("obligation {} is due on {}, before it was agreed on {}", value_of(row, "number"),
                         text_of(*due), text_of(*agreed)),
                     say("check the year of 'due'"));
    if (recurrence == "recurring" && value_of(row, "interval_days").empty())
      sense.complain(say("obligation {} recurs and has no interval", value_of(row, "number")),
                     say("add interval_days"));
  }
}

// S7: obligations come out of an agreement, and an agreement has some
void outcome(const Sense &sense) {
  const auto result = value_of(sense.facts.fields, "outcome");
  const bool agreed = result == "agreed" || result == "partly";
  const auto &obligations = rows_of(sense.facts, "obligation");
  if (agreed && obligations.empty())
    sense.complain(say("an agreement needs at least one obligation"),
                   say("add [[...obligation]]: who does what by when"));
  if (!agreed && !result.empty() && !obligations.empty())
    sense.complain(say("obligations come with the outcomes 'agreed' and 'partly' alone"), say("check the outcome"));
  if (result == "stopped" && value_of(sense.facts.fields, "reason").empty())
    sense.complain(say("a stopped session needs its reason"), say("add reason = \"...\""));
  check_obligations(sense);
  promises(sense);
}

void finding(const Sense &sense) {
  const bool conditional = value_of(sense.facts.fields, "finding") == "conditional";
  const bool conditions = !rows_of(sense.facts, "condition").empty();
  if (conditional && !conditions)
    sense.complain(say("a conditional finding needs its conditions"), say("add [[...condition]]"));
  if (!conditional && conditions)
    sense.complain(say("conditions come with the finding 'conditional' alone"), say("check the finding"));
}

const Session *session_named(const Sense &sense) {
  const auto number = parse_integer(value_of(sense.facts.fields, "session"));
  return number ? sense.file.session(static_cast<int>(*number)) : nullptr;
}

// moved or cancelled is what was still to come
void still_planned(const Sense &sense) {
  const auto *session = session_named(sense);
  if (!session)
    sense.complain(say("there is no session to change"), say("fix one first"));
  else if (session->state != "planned" || !session->attendance.empty())
    sense.complain(say("session {} is no longer to come", session->number),
                   say("what happened to it is in: mediasi report case {}", sense.file.number));
}

// proof of delivery is of an invitation that was sent
void delivery(const Sense &sense) {
  const auto *session = session_named(sense);
  for (const auto &row : rows_of(sense.facts, "delivery")) {
    const auto person = value_of(row, "person");
    const bool invited = session && std::any_of(session->invitations.begin(), session->invitations.end(),
                                                [&](const Invitation &one) { return one.person == person; });
    if (session && !invited)
      sense.complain(say("'{}' was not invited to this session", person),
                     say("record the invitation first, or check the session"));
    const auto on = parse_moment(value_of(row, "on"));
    const bool sent_later = session && on &&
                            std::any_of(session->invitations.begin(), session->invitations.end(),
                                        [&](const auto &one) { return one.person == person && on->day < one.on.day; });
    if (sent_later)
      sense.complain(say("the invitation of '{}' is of a later day than its delivery, '{}'", person, text_of(*on)),
                     say("check the day, or --on of the invitation"));
  }
}

// a referral that answers an earlier one names it by its number
void referral(const Sense &sense) {
  const auto number = parse_integer(value_of(sense.facts.fields, "number"));
  if (number && (*number < 1 || static_cast<std::size_t>(*number) > sense.file.referrals.size()))
    sense.complain(say("there is no referral {}", *number), say("leave 'number' out for a new referral"));
}

void follow_up(const Sense &sense) {
  const auto about = parse_integer(value_of(sense.facts.fields, "entry"));
  std::vector<std::string> waiting;
  for (const auto &one : sense.file.follow_ups)
    if (!one.answer)
      waiting.push_back(std::to_string(one.entry));
  if (!about)
    sense.complain(waiting.empty() ? say("nothing waits for a follow-up") : say("several entries wait for a follow-up"),
                   waiting.empty() ? say("see what is open: mediasi report case {}", sense.file.number)
                                   : say("name one in the field 'entry': {}", join(waiting, ", ")));
  const bool open = std::any_of(sense.file.follow_ups.begin(), sense.file.follow_ups.end(),
                                [&](const FollowUp &one) { return about == one.entry && !one.answer; });
  if (about && !open)
    sense.complain(say("entry {} waits for nobody", *about),
                   say("see what is open: mediasi report case {}", sense.file.number));
}

void addendum(const Sense &sense) {
  for (const auto &row : rows_of(sense.facts, "obligation"))
    if (const auto number = parse_integer(value_of(row, "replaces"))) {
      const auto *old = sense.file.obligation(static_cast<int>(*number));
      if (old && old->replaced_by != 0)
        sense.complain(say("obligation {} was replaced already", *number),
                       say("name the one that stands: {}", old->replaced_by));
    }
  check_obligations(sense);
  promises(sense);
}

// a scan is nothing without the file
void scan(const Sense &sense) {
  const auto number = parse_integer(value_of(sense.facts.fields, "entry")).value_or(0);
  const auto &story = sense.file.story;
  if (std::none_of(story.begin(), story.end(), [&](const Happened &done) { return done.entry == number; }))
    sense.complain(say("the case has no entry {}", number), say("see: mediasi report case {}", sense.file.number));
  if (value_of(sense.facts.fields, "attachments").empty())
    sense.problems.push_back({Code::attachment_needed, say("a scan needs its file"),
                              say("add --attach KIND=FILE, or attach = [\"KIND=FILE\"] to the form"),
                              sense.draft.fields.place});
}

// The number of a case stays in the clear, so nothing else may stand in its place.
void complaint(const Sense &sense) {
  const auto concerns = value_of(sense.facts.fields, "concerns");
  const auto hyphen = concerns.find('-');
  const auto digits = [](std::string_view text) {
    return text.size() >= 4 && text.size() <= 9 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  if (!concerns.empty() && (hyphen != 4 || !digits(concerns.substr(0, 4)) || !digits(concerns.substr(5))))
    sense.complain(say("field '{}' is no case number", "concerns"), say("write the full number, such as 2026-0012"));
}

void reference_number(const Sense &sense, const Row &row, const char *field) {
  if (const auto value = value_of(row, field); !value.empty() && !is_reference_number(value))
    sense.complain(say("field '{}' is no number of a paper or a file", field),
                   say("such as LP/B/123/IV/2026/SPKT or 12345: it stands in the clear, so no names and no NIK"));
}

void complaint_answer(const Sense &sense) {
  reference_number(sense, sense.facts.fields, "number");
  const auto number = parse_integer(value_of(sense.facts.fields, "complaint"));
  const auto &known = sense.file.complaints;
  if (number && std::none_of(known.begin(), known.end(), [&](const Complaint &c) { return c.entry == *number; }))
    sense.complain(say("there is no complaint with this number"), say("mediasi report complaints"));
}

// As --find takes it: a session of no length would book nobody.
void length(const Sense &sense) {
  const auto minutes = parse_integer(value_of(sense.facts.fields, "minutes"));
  if (minutes && (*minutes < 15 || *minutes > 24 * 60))
    sense.complain(say("field '{}': a session takes 15 to 1440 minutes", "minutes"), say("write minutes, such as 120"));
}

void numbers_of_others(const Sense &sense) {
  reference_number(sense, sense.facts.fields, "simfoni");
  for (const auto &matter : rows_of(sense.facts, "matter"))
    for (const auto *field : {"police_number", "legal_note"})
      reference_number(sense, matter, field);
}

void person(const Sense &sense) {
  numbers_of_others(sense);
  sides(sense);
}

// of any act: the paper behind it, the sheet that was read out
void numbers_of_papers(const Sense &sense) {
  for (const auto *field : {"paper_number", "accept_paper", "text_version"})
    reference_number(sense, sense.facts.fields, field);
}

void moved(const Sense &sense) {
  still_planned(sense);
  length(sense);
}

struct SenseRow {
  std::string_view act;
  void (*check)(const Sense &);
};
constexpr std::array senses{SenseRow{"register", person},       SenseRow{"person", person},
                            SenseRow{"assessment", assessment}, SenseRow{"visit", visit},
                            SenseRow{"outcome", outcome},       SenseRow{"finding", finding},
                            SenseRow{"consent", consent},       SenseRow{"session", length},
                            SenseRow{"session_move", moved},    SenseRow{"session_cancel", still_planned},
                            SenseRow{"delivery", delivery},     SenseRow{"payment", payment},
                            SenseRow{"referral", referral},     SenseRow{"follow_up", follow_up},
                            SenseRow{"addendum", addendum},     SenseRow{"scan", scan},
                            SenseRow{"complaint", complaint},   SenseRow{"complaint_answer", complaint_answer}};

} // namespace

void check_sense(const Draft &draft, CheckedAct &act, const CaseFile &file, const Entry *amended,
                 std::vector<Problem> &problems) {
  auto standing = amended ? *amended : act.entry;
  if (amended)
    amend(standing, act.entry);
  for (const auto &[kind, check] : senses)
    if (kind == act.entry.act)
      check({draft, standing.facts, file, problems, act.warnings});
  numbers_of_papers(
      {draft, act.entry.facts, file, problems, act.warnings}); // those of an amended entry stand as they are
  check_signing({act, standing.facts, file, draft.fields.place}, problems);
}

} // namespace mediasi
