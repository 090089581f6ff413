#include "support/record_case.h"

namespace mediasi::testing {

namespace {

Moment on(const char *text) {
  return {parse_date(text).value(), {}};
}

void add_paper(PaperCase &sample, const std::string &id, const std::string &to, std::vector<std::string> signers) {
  Paper paper;
  paper.id = id;
  paper.title = id;
  paper.template_name = id;
  paper.to = to;
  paper.signers = std::move(signers);
  sample.standard.papers.push_back(std::move(paper));
  sample.request.kind = id;
  sample.request.recipient = to == "office" ? "" : to;
}

} // namespace

PaperCase agreement(PaperCase sample) {
  add_paper(sample, "kesepakatan", "office", {"parties", "mediator", "companions"});
  sample.standard.papers.back().title = "Surat Kesepakatan";
  sample.standard.papers.back().stamp_duty = true;
  return sample;
}

PaperCase assessed() {
  auto sample = bullying();
  add_paper(sample, "laporan_asesmen", "kasie", {"pendamping", "kasie"});
  sample.standard.roles.push_back({.id = "kasie", .title = "Kasie Tindak Lanjut", .aliases = {}, .deputy = ""});
  auto &file = sample.file;
  file.received = on("2025-06-01");
  file.intake = {{"source", "school"}};
  for (auto &who : file.persons)
    who.initials = who.id == "beneficiary1" ? "C.A.S." : "C.X.";
  file.matters = {{1, "bullying", "beneficiary1", "respondent1", true, {{"incident_on", "2025-05-20"}}}};
  const Row asked{{"willing", "yes"}, {"risk", "high"}};
  file.assessments = {{"beneficiary1", on("2025-06-10"), 20, asked}, {"respondent1", on("2025-06-11"), 21, asked}};
  file.findings = {{"conditional", on("2025-06-12"), 22, {}, true}};
  file.conditions = {{"1", false}};
  file.story = {{.step = "registrasi",
                 .act = "register",
                 .on = on("2025-06-01"),
                 .by = "satu",
                 .typed = "satu",
                 .entry = 10,
                 .facts = {}},
                {.step = "rencana",
                 .act = "plan",
                 .on = on("2025-06-13"),
                 .by = "satu",
                 .typed = "satu",
                 .entry = 30,
                 .facts = {{{"to", "kasie"}}, {}}}};
  sample.identities["story@10"] = {{"story", "cerita satu\n\ncerita dua"}};
  sample.identities["power@20"] = {{"power", "kuasa: uang"}};
  sample.identities["condition#1@22"] = {{"text", "juru isyarat"}};
  sample.identities["best_interest@22"] = {{"best_interest", "kepentingan anak"}};
  sample.identities["plan@30"] = {{"plan", "rencana satu"}};
  sample.request.for_entry = 30;
  return sample;
}

} // namespace mediasi::testing
