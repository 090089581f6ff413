#include "action/form.h"

#include "action/plan.h"
#include "base/error.h"
#include "fuzz/targets.h"
#include "support/random_office.h"

namespace mediasi::testing {

namespace {

// A case that is registered, so that a form may name its people; and the office it is in.
struct Desk {
  Office office;
  std::vector<Entry> entries;

  Desk() {
    Entry entry;
    entry.seq = 1;
    entry.case_number = "2026-0001";
    entry.act = "register";
    entry.step = "registrasi";
    entry.on = parse_moment("2026-03-02T08:00").value();
    entry.recorded = to_instant(entry.on, Zone::wib);
    entry.by = entry.typed = "pita";
    entry.facts.fields = {{"source", "walk_in"}, {"assigned_pendamping", "pita"}, {"assigned_mk", "kania"}};
    entry.facts.groups["beneficiary"] = {
        {{"id", "beneficiary1"}, {"initials", "C.S."}, {"birth", "2014-05"}, {"sex", "female"}}};
    entry.facts.groups["respondent"] = {
        {{"id", "respondent1"}, {"initials", "C.A."}, {"birth", "1988"}, {"sex", "male"}}};
    entry.facts.groups["matter"] = {{{"number", "1"}, {"kind", "maintenance"}, {"mediate", "yes"}}};
    entry.sealed_paths = {"story", "beneficiary#1", "respondent#1"};
    entries.push_back(std::move(entry));
  }
};

// no identity may come back in a complaint: nothing of a form that a name could hold
void check_silence(const std::vector<Problem> &problems) {
  for (const auto &problem : problems) {
    must(!problem.message.empty(), "a complaint says something");
    must(problem.place.excerpt.empty(), "no line of a form is repeated");
  }
}

// A comment in the first line may name the step that is asked for: "# asesmen_awal".
std::string asked_for(std::string_view text, const Standard &standard) {
  const auto line = text.substr(0, text.find('\n'));
  const auto name = line.starts_with("# ") ? std::string(line.substr(2)) : "";
  return standard.step(name) != nullptr || standard.form(name) != nullptr ? name : "";
}

} // namespace

void fuzz_form(std::string_view text) {
  static const Desk desk;
  const auto asked = asked_for(text, desk.office.standard);
  const bool registers = asked == "registrasi";
  try {
    auto read = read_form(text, "form", desk.office.standard, asked, "catatan");
    check_silence(read.problems);
    Request request;
    request.case_number = registers ? "2026-0002" : "2026-0001";
    request.drafts = std::move(read.drafts);
    request.problems = std::move(read.problems);
    request.by = request.typed = "pita";
    request.now = parse_moment("2026-03-09T09:00").value();
    request.recorded = to_instant(request.now, Zone::wib);
    request.next_seq = 2;
    const auto plan = plan_acts(desk.office.bench(), registers ? std::vector<Entry>{} : desk.entries, request);
    check_silence(plan.problems);
    must(!plan.problems.empty() || !plan.acts.empty(), "a form is taken or refused");
    for (const auto &act : plan.acts) // what is planned can be written and read again
      must(decode_facts(encode(act.entry.facts)) == act.entry.facts, "facts come back as they were");
  } catch (const Error &error) {
    check_silence(error.problems());
  }
}

} // namespace mediasi::testing
