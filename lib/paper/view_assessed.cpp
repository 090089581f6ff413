// The assessment as the office reads it: people by their initials, every question with its answer, "not asked" as not
// known. What the paper is about is what stood when the act that owes it was recorded.
#include "paper/view_parts.h"

#include <algorithm>

#include <fmt/core.h>

#include "base/text.h"
#include "paper/coded_words.h"
#include "paper/labels.h"
#include "paper/people.h"

namespace mediasi {

namespace {

std::string answer(const Row &row, std::string_view field) {
  const auto said = value_of(row, field);
  return coded_word("answers", said.empty() ? "unknown" : said);
}

std::string short_date(Date day) {
  return fmt::format("{:02}-{:02}-{}", static_cast<unsigned>(day.day()), static_cast<unsigned>(day.month()),
                     static_cast<int>(day.year()));
}

std::string needs_of(const PaperInput &input, const Person &person) {
  auto needs = coded_words("needs", values_of(person.clear, "needs"));
  if (needs.empty())
    needs = answer(person.clear, "special_needs");
  const auto how = identity(input, person.id, "communication");
  return how.empty() ? needs : fmt::format("{}; berkomunikasi dengan {}", needs, how);
}

std::string note_of(const PaperInput &input, const Person &person) {
  std::vector<std::string> parts;
  if (person.organisation)
    parts.emplace_back("lembaga");
  else if (person.side == Side::beneficiary || person.side == Side::respondent)
    parts.emplace_back(child_on(person, input.request.issued) ? "anak" : "dewasa");
  else if (person.side == Side::companion)
    parts.push_back(companion_label(person.kinds));
  if (const auto sex = value_of(person.clear, "sex"); !sex.empty())
    parts.push_back(coded_word("sexes", sex));
  if (const auto needs = values_of(person.clear, "needs"); !needs.empty())
    parts.push_back("kebutuhan khusus: " + coded_words("needs", needs));
  return join(parts, ", ");
}

std::string matter_text(const Matter &matter) {
  auto text = capitalised(coded_word("matters", matter.kind));
  if (const auto on = parse_date(value_of(matter.clear, "incident_on")))
    text += ", kejadian " + long_date(*on);
  if (const auto place = value_of(matter.clear, "place"); !place.empty())
    text += ", di " + coded_word("places", place);
  text += "; laporan polisi: " + answer(matter.clear, "police_report");
  if (!matter.mediate)
    text += "; tidak dimediasi";
  return text;
}

void add_intake(View &view, const PaperInput &input) {
  const auto &file = input.file;
  if (file.received.day.ok())
    view.texts["received_on"] = long_date(file.received.day);
  view.texts["received_how"] = coded_word("sources", value_of(file.intake, "source"));
  for (const auto &person : file.persons)
    view.lists["subjects"].push_back({{{"subject_label", capitalised(side_label(person, file))},
                                       {"subject_initials", person.initials},
                                       {"subject_note", note_of(input, person)}},
                                      {}});
  for (const auto &matter : file.matters)
    view.lists["matters"].push_back({{{"matter_text", matter_text(matter)}}, {}});
  for (const auto &act : file.story)
    if (act.act == "register")
      add_paragraphs(view, "chronology", "chronology_paragraph", free_text(input, "story", act.entry));
}

std::string fear_of(const Row &row) {
  auto text = answer(row, "afraid");
  if (value_of(row, "afraid") == "yes")
    text += "; pengaturan terpisah: " + answer(row, "separate_arrangements");
  return text;
}

std::string violence_of(const Row &row) {
  const auto items = coded_words("violence_items", values_of(row, "violence_items"));
  return items.empty() ? answer(row, "violence") : fmt::format("{}; {}", answer(row, "violence"), items);
}

void add_assessment(View &view, const PaperInput &input, const Person &party, const Assessment &assessment) {
  const auto &row = assessment.clear;
  const auto sealed = [&](std::string_view field) { return free_text(input, field, assessment.entry); };
  const auto risk = value_of(row, "risk");
  view.lists["assessments"].push_back({{{"assessed_who", who_in_brief(party, input.file)},
                                        {"assessed_on", short_date(assessment.on.day)},
                                        {"assessed_alone", answer(row, "alone")},
                                        {"assessed_willing", answer(row, "willing")},
                                        {"assessed_pressure", answer(row, "pressure")},
                                        {"assessed_threat", answer(row, "threat")},
                                        {"assessed_order", answer(row, "protection_order")},
                                        {"assessed_afraid", fear_of(row)},
                                        {"assessed_violence", violence_of(row)},
                                        {"assessed_power", sealed("power")},
                                        {"assessed_needs", needs_of(input, party)},
                                        {"assessed_risk", coded_word("risks", risk.empty() ? "unknown" : risk)},
                                        {"assessed_reasons", sealed("risk_reasons")},
                                        {"assessed_instrument", sealed("instrument")},
                                        {"assessed_summary", sealed("summary")}},
                                       {}});
}

void add_child_texts(View &view, const PaperInput &input, const Person &party) {
  auto heard = Tri::unknown;
  for (const auto &consent : input.file.consents)
    if (consent.party == party.id && consent.child_view != Tri::unknown)
      heard = consent.child_view;
  const std::string words = heard == Tri::yes  ? "pandangan anak sudah didengar"
                            : heard == Tri::no ? "pandangan anak belum didengar"
                                               : "belum diketahui apakah pandangan anak sudah didengar";
  view.lists["children"].push_back({{{"children_who", who_in_brief(party, input.file)}, {"children_view", words}}, {}});
}

void add_parties(View &view, const PaperInput &input) {
  const auto &all = input.file.assessments;
  for (const auto *party : input.file.parties()) {
    const auto latest = std::find_if(all.rbegin(), all.rend(), [&](const Assessment &assessment) {
      return assessment.party == party->id && in_time(input, assessment.entry);
    });
    if (latest != all.rend())
      add_assessment(view, input, *party, *latest);
    if (child_on(*party, input.request.issued))
      add_child_texts(view, input, *party);
  }
}

void add_conditions(View &view, const PaperInput &input, const Finding &finding) {
  for (std::size_t at = 0; at < input.file.conditions.size(); ++at)
    view.lists["conditions"].push_back(
        {{{"condition_text", identity(input, fmt::format("condition#{}@{}", at + 1, finding.entry), "text")},
          {"condition_state", input.file.conditions[at].met ? "terpenuhi" : "belum terpenuhi"}},
         {}});
}

void add_finding(View &view, const PaperInput &input) {
  const auto &all = input.file.findings;
  const auto found =
      std::find_if(all.rbegin(), all.rend(), [&](const Finding &finding) { return in_time(input, finding.entry); });
  if (found == all.rend())
    return;
  view.texts["finding"] = coded_word("findings", found->finding);
  view.texts["finding_on"] = long_date(found->on.day);
  view.texts["recommendation"] = coded_word("recommendations", found->finding);
  view.texts["finding_reasons"] = free_text(input, "reasons", found->entry);
  view.texts["best_interest"] = free_text(input, "best_interest", found->entry);
  if (found->finding == "conditional")
    add_conditions(view, input, *found);
}

void add_plan(View &view, const PaperInput &input) {
  const Happened *plan = nullptr;
  for (const auto &act : input.file.story) {
    if (act.act == "plan" && in_time(input, act.entry))
      plan = &act;
    if (act.act == "order" && act.entry == input.request.for_entry)
      view.texts["order_reason"] = free_text(input, "reason", act.entry);
  }
  if (plan == nullptr)
    return;
  std::vector<std::string> to;
  for (const auto &role : values_of(plan->facts.fields, "to"))
    to.push_back(official(input, role).title);
  view.texts["plan_on"] = long_date(plan->on.day);
  view.texts["plan_to"] = listed(to);
  add_paragraphs(view, "plan", "plan_paragraph", free_text(input, "plan", plan->entry));
  add_paragraphs(view, "plan_report", "report_paragraph", free_text(input, "report", plan->entry));
}

} // namespace

std::string who_in_brief(const Person &person, const CaseFile &file) {
  return fmt::format("{} ({})", capitalised(side_label(person, file)), person.initials);
}

void add_assessed(View &view, const PaperInput &input) {
  add_intake(view, input);
  add_parties(view, input);
  add_finding(view, input);
  add_plan(view, input);
}

} // namespace mediasi
