// What is said of people, and what they answer, makes sense together.
#include <algorithm>

#include "action/sense.h"
#include "action/sense_parts.h"
#include "base/language.h"

namespace mediasi {

void check_spans(const Draft &draft, const Facts &facts, std::vector<Problem> &problems) {
  const auto check = [&](const Row &row, const DraftRow &written) {
    const auto from = parse_date(value_of(row, "from")), until = parse_date(value_of(row, "until"));
    const auto said = written.values.find("until");
    if (from && until && *until < *from)
      problems.push_back({Code::bad_value,
                          say("'until' is {}, before 'from', {}", text_of(*until), text_of(*from)),
                          say("check the years"),
                          said == written.values.end() ? written.place : said->second.place,
                          {},
                          {},
                          {}});
  };
  check(facts.fields, draft.fields);
  const auto &posts = rows_of(facts, "post");
  const auto written = draft.groups.find("post");
  for (std::size_t at = 0; written != draft.groups.end() && at < std::min(posts.size(), written->second.size()); ++at)
    check(posts[at], written->second[at]);
}

namespace sense {

// A gate asks whether there was violence; what somebody did to somebody is the answer, whatever was ticked beside it.
void assessment(const Sense &sense) {
  const auto &row = sense.facts.fields;
  const auto named = values_of(row, "violence_items");
  const bool any = std::any_of(named.begin(), named.end(), [](const std::string &item) { return item != "none"; });
  const bool none = std::find(named.begin(), named.end(), "none") != named.end();
  const auto said = value_of(row, "violence");
  if (any && none)
    sense.complain_at("violence_items", say("'violence_items' names violence, and 'none'"),
                      say("leave 'none' out, or the others"));
  else if (any && said == "no")
    sense.complain_at("violence", say("'violence' is 'no', and 'violence_items' names some"),
                      say("write violence = \"yes\", or violence_items = [\"none\"]"));
}

void consent(const Sense &sense) {
  const bool by_self = value_of(sense.facts.fields, "given_by") == "self";
  const bool relation_self = value_of(sense.facts.fields, "relation") == "self";
  if (by_self != relation_self)
    sense.complain(say("'given_by' and 'relation' do not agree"), say("both are 'self', or neither is"));
}

// A companion stands beside parties, a matter between one of each side: that is what these words mean.
void sides(const Sense &sense) {
  const auto is_of = [](std::string_view id, std::string_view side) { return id.empty() || id.starts_with(side); };
  for (const auto &companion : rows_of(sense.facts, "companion"))
    for (const auto &id : values_of(companion, "of"))
      if (!is_of(id, "beneficiary") && !is_of(id, "respondent"))
        sense.complain(say("'{}' is no party, and has no companion", id),
                       say("name a beneficiary or a respondent in 'of'"));
  for (const auto &matter : rows_of(sense.facts, "matter"))
    for (const auto *side : {"beneficiary", "respondent"})
      if (const auto id = value_of(matter, side); !is_of(id, side))
        sense.complain(say("field '{}' names '{}', who is on no such side", side, id),
                       say("a matter lies between a beneficiary and a respondent"));
}

} // namespace sense
} // namespace mediasi
