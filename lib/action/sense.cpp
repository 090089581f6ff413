#include "action/sense.h"

#include <algorithm>
#include <array>

#include "base/language.h"
#include "base/text.h"

namespace mediasi {

namespace {

struct Sense { // what the checks of one act share
  const Draft &draft;
  const Facts &facts;
  const CaseFile &file;
  std::vector<Problem> &problems;

  void complain(std::string message, std::string hint) const {
    problems.push_back({Code::bad_value, std::move(message), std::move(hint), draft.fields.place, {}, {}, {}});
  }
};

// S9: every visit gives every obligation a state
void visit(const Sense &sense) {
  const auto &states = rows_of(sense.facts, "state");
  for (const auto &obligation : sense.file.obligations) {
    const auto number = std::to_string(obligation.number);
    const bool said = std::any_of(states.begin(), states.end(),
                                  [&](const Row &row) { return value_of(row, "obligation") == number; });
    if (!said)
      sense.complain(say("obligation {} has no state", number),
                     say("give every obligation one; 'not_due' or 'unknown' are states"));
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
  for (const auto &row : obligations) {
    const auto recurrence = value_of(row, "recurrence");
    if (recurrence == "once" && value_of(row, "due").empty())
      sense.complain(say("obligation {} is to be done once and has no day", value_of(row, "number")),
                     say("add due = \"YYYY-MM-DD\""));
    if (recurrence == "recurring" && value_of(row, "interval_days").empty())
      sense.complain(say("obligation {} recurs and has no interval", value_of(row, "number")),
                     say("add interval_days"));
  }
}

void finding(const Sense &sense) {
  const bool conditional = value_of(sense.facts.fields, "finding") == "conditional";
  const bool conditions = !rows_of(sense.facts, "condition").empty();
  if (conditional && !conditions)
    sense.complain(say("a conditional finding needs its conditions"), say("add [[...condition]]"));
  if (!conditional && conditions)
    sense.complain(say("conditions come with the finding 'conditional' alone"), say("check the finding"));
}

void consent(const Sense &sense) {
  const bool by_self = value_of(sense.facts.fields, "given_by") == "self";
  const bool relation_self = value_of(sense.facts.fields, "relation") == "self";
  if (by_self != relation_self)
    sense.complain(say("'given_by' and 'relation' do not agree"), say("both are 'self', or neither is"));
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

void complaint_answer(const Sense &sense) {
  const auto number = parse_integer(value_of(sense.facts.fields, "complaint"));
  const auto &known = sense.file.complaints;
  if (number && std::none_of(known.begin(), known.end(), [&](const Complaint &c) { return c.entry == *number; }))
    sense.complain(say("there is no complaint with this number"), say("mediasi report complaints"));
}

struct SenseRow {
  std::string_view act;
  void (*check)(const Sense &);
};
constexpr std::array senses{SenseRow{"visit", visit},         SenseRow{"outcome", outcome},
                            SenseRow{"finding", finding},     SenseRow{"consent", consent},
                            SenseRow{"complaint", complaint}, SenseRow{"complaint_answer", complaint_answer}};

} // namespace

void check_sense(const Draft &draft, const CheckedAct &act, const CaseFile &file, std::vector<Problem> &problems) {
  for (const auto &[kind, check] : senses)
    if (kind == act.entry.act)
      check({draft, act.entry.facts, file, problems});
}

} // namespace mediasi
