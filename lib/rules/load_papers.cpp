// [[paper]]: what a step owes, to whom, under which conditions, signed and numbered how (spec 5).
#include <algorithm>
#include <array>

#include "acts/lists.h"
#include "base/language.h"
#include "rules/load_parts.h"

namespace mediasi {

namespace {

using std::string_view_literals::operator""sv;

constexpr std::array addressees{"office"sv,  "beneficiary"sv, "respondent"sv, "party"sv,
                                "invitee"sv, "mediator"sv,    "receiver"sv,   "institution"sv};
constexpr std::array subjects{"cancelled"sv, "assessment"sv};
constexpr auto the_whole_file = "case"sv; // `mediasi document CASE case` (paper/dossier_page.h)
constexpr auto outcome = "outcome"sv;     // of the session an act speaks of: no act owes a paper by it but through one

std::vector<std::string> load_signers(Reading &reading, Table &table) {
  auto known = reading.words.roles;
  known.insert(known.end(), {"parties", "mediator", "companions", "others"});
  std::vector<std::string> signers;
  for (auto &name : table.names("signers"))
    if (known_word(reading, name, tr("signer"), known))
      signers.push_back(std::move(name.text));
  return signers;
}

std::string load_template(Reading &reading, Table &table) {
  const Named name{table.text("template", Need::required), table.at("template")};
  if (!name.text.empty() && !is_one_of(name.text, reading.known.templates))
    reading.source.complain_unknown(Code::bad_template, name, tr("template"), reading.known.templates);
  return name.text;
}

// The fields of the acts that owe the paper, those of the steps' own included.
AskedFields asked_of(const Reading &reading, const std::string &paper) {
  std::vector<const ActKind *> acts;
  std::vector<ExtraField> extra;
  for (const auto &step : reading.standard.steps) {
    if (std::find(step.papers.begin(), step.papers.end(), paper) == step.papers.end())
      continue;
    extra.insert(extra.end(), step.fields.begin(), step.fields.end());
    for (const auto &act : reading.known.acts)
      if (act.id == step.act)
        acts.push_back(&act);
  }
  return {acts, extra};
}

std::vector<std::string> ids_of(lists::List choices) {
  std::vector<std::string> ids;
  for (const auto &choice : choices)
    ids.emplace_back(choice.id);
  return ids;
}

// when = { outcome = ["agreed", "partly"] }: facts of the act that owes it
Conditions load_when(Reading &reading, Table &table, const std::string &paper) {
  Conditions conditions;
  auto when = table.table("when");
  if (!when)
    return conditions;
  const auto fields = asked_of(reading, paper);
  auto names = fields.names();
  if (std::find(names.begin(), names.end(), outcome) == names.end())
    names.emplace_back(outcome);
  for (const auto &name : names) {
    const auto values = name == outcome ? ids_of(lists::outcomes()) : fields.values(name);
    std::vector<std::string> wanted;
    for (auto &value : when->names(name))
      if (values.empty() || known_word(reading, value, say("value of '{}'", name), values))
        wanted.push_back(std::move(value.text));
    if (when->has(name))
      conditions.emplace_back(name, std::move(wanted));
  }
  when->done();
  return conditions;
}

Paper load_paper(Reading &reading, Table &table) {
  Paper paper;
  paper.line = table.at().line;
  paper.id = table.id("id");
  if (paper.id == the_whole_file)
    reading.source.complain(Code::duplicate_name, table.at("id"),
                            say("every office has the paper '{}' already", paper.id),
                            tr("it is the whole case file; give this paper another id"));
  paper.title = table.text("title", Need::required);
  paper.heading = table.text("heading");
  paper.template_name = load_template(reading, table);
  auto known = strings(addressees);
  known.insert(known.end(), reading.words.roles.begin(), reading.words.roles.end());
  paper.to = one_of(reading, table, "to", tr("recipient"), known, Need::required);
  paper.signers = load_signers(reading, table);
  paper.number = table.text("number");
  paper.code = table.text("code");
  paper.register_name = table.has("register") ? table.id("register") : std::string();
  const auto about = table.choice("about", subjects);
  paper.cancels = about == "cancelled";
  paper.invites_to_assessment = about == "assessment";
  paper.consent = one_of(reading, table, "consent", tr("purpose"), ids_of(lists::consent_purposes()));
  paper.when = load_when(reading, table, paper.id);
  paper.copies_to = table.texts("copies_to");
  paper.initials = role_names(reading, table, "initials");
  paper.stamp_duty = table.flag("stamp_duty");
  return paper;
}

} // namespace

void load_papers(Reading &reading, Table &root) {
  for (auto &table : root.tables("paper")) {
    reading.standard.papers.push_back(load_paper(reading, table));
    table.done();
  }
}

} // namespace mediasi
