#include <doctest/doctest.h>

#include <fmt/core.h>

#include "paper/fields.h"
#include "paper/shield.h"
#include "support/paper_case.h"

using namespace mediasi;
using namespace mediasi::testing;

namespace {

std::string page(const std::string &needs, const std::string &body, const std::string &title = "Surat") {
  return fmt::format(
      "{{{{! title: Surat; needs: {} }}}}\n<!DOCTYPE html>\n<html lang=\"id\">\n<head><title>{}</title>\n"
      "</head>\n<body>\n{}\n</body>\n</html>\n",
      needs, title, body);
}

std::vector<Problem> faults(const std::string &name, const char *to) {
  static const auto templates = shipped_templates();
  return check_template(source_with_parts(name, templates.at(name), templates), to);
}

struct BadTemplate {
  const char *why;
  std::string text;
  const char *to;
};

} // namespace

TEST_CASE("shield: the shipped templates and stylesheet pass") {
  CHECK(faults("undangan", "invitee").empty());
  CHECK(faults("berita_acara", "party").empty());
  CHECK(check_stylesheet(plain_source("paper.css", shipped_templates().at("paper.css"))).empty());
}

TEST_CASE("shield: minutes may not be sent as an invitation, for they name the others") {
  CHECK_FALSE(faults("berita_acara", "invitee").empty());
}

TEST_CASE("shield: minutes that stay with the office are read by the sides who sign them") {
  Paper paper;
  paper.to = "office";
  CHECK(audience(paper) == "office");
  paper.signers = {"pendamping", "kepala_upt"};
  CHECK(audience(paper) == "office");
  paper.signers = {"parties", "mediator"};
  CHECK(audience(paper) == "party");
  paper.to = "invitee";
  CHECK(audience(paper) == "invitee");
}

TEST_CASE("shield: address, phone and NIK stand in no paper but the office's own") {
  const auto annex = page("annex annex_nik annex_address annex_phone",
                          "{{#annex}}{{annex_nik}} {{annex_address}} {{annex_phone}}{{/annex}}");
  CHECK(check_template(plain_source("annex.html", annex), "office").empty());
  for (const auto *to : {"beneficiary", "respondent", "party", "invitee", "mediator", "kepala_upt"})
    CHECK(check_template(plain_source("annex.html", annex), to).size() == 4);
}

TEST_CASE("shield: a template that breaks a rule is refused with its line") {
  const std::vector<BadTemplate> rows{
      {"unknown field", page("office_nam", "{{office_nam}}"), "office"},
      {"unknown section", page("fee", "{{#fees}}{{fee}}{{/fees}}"), "office"},
      {"undeclared", page("fee", "{{fee}} {{office_name}}"), "office"},
      {"declared and unused", page("fee office_name", "{{fee}}"), "office"},
      {"declared and unknown", page("fee salary", "{{fee}}"), "office"},
      {"no declaration", "<!DOCTYPE html><html lang=\"id\"><head><title>x</title></head><body></body></html>",
       "office"},
      {"html comment is no declaration", "<!-- title: x needs: fee --><head><title>x</title></head>{{fee}}", "office"},
      {"outside its list", page("party_name", "{{party_name}}"), "party"},
      {"list as text", page("parties", "{{parties}}"), "party"},
      {"flag as text", page("practice", "{{practice}}"), "party"},
      {"never closed", page("practice", "{{#practice}}x"), "party"},
      {"closed twice", page("practice", "{{#practice}}x{{/practice}}{{/practice}}"), "party"},
      {"crossed", page("practice child_involved", "{{#practice}}{{#child_involved}}{{/practice}}{{/child_involved}}"),
       "party"},
      {"open tag", page("fee", "{{fee}} {{office_name"), "office"},
      {"unescaped triple", page("fee", "{{{fee}}}"), "office"},
      {"unescaped and", page("fee", "{{&fee}}"), "office"},
      {"partial", page("fee", "{{fee}}{{>fee}}"), "office"},
      {"delimiters", page("fee", "{{fee}}{{=<% %>=}}"), "office"},
      {"the dot", page("fee", "{{fee}}{{#fee}}{{.}}{{/fee}}"), "office"},
      {"in an attribute", page("fee", "<p class=\"{{fee}}\">x</p>"), "office"},
      {"in a comment", page("fee", "<!-- {{fee}} -->"), "office"},
      {"in a style", page("fee", "<style>p{{fee}}</style>"), "office"},
      {"violence in the title", page("fee", "{{fee}}", "Undangan perkara kekerasan"), "invitee"},
      {"violence in a heading", page("fee", "{{fee}}<h1>Mediasi Perundungan</h1>"), "party"},
      {"violence in the subject",
       page("fee", "{{fee}}<table><tr><td class=\"subject\">Pelecehan seksual</td></tr></table>"), "invitee"},
      {"a name in the subject", page("recipient_name", "<p class=\"subject\">{{recipient_name}}</p>"), "invitee"},
      {"a name in the title", page("recipient_name", "x", "Surat {{recipient_name}}"), "invitee"},
      {"korban", page("fee", "{{fee}} bagi korban"), "party"},
      {"pelaku", page("fee", "{{fee}} kepada Pelaku."), "invitee"},
      {"no title", "{{! title: x; needs: fee }}<html lang=\"id\"><head></head><body>{{fee}}</body></html>", "office"},
      {"no head", "{{! title: x; needs: fee }}<title>x</title>{{fee}}", "office"},
      {"own recipient in the office's", page("recipient_name", "{{recipient_name}}"), "office"},
      {"others in an invitation", page("parties party_name", "{{#parties}}{{party_name}}{{/parties}}"), "invitee"},
      {"script", page("fee", "{{fee}}<script>1</script>"), "office"},
      {"link", page("fee", "{{fee}}<a href=\"x.html\">x</a>"), "office"},
      {"attachment", page("fee", "{{fee}}<LINK rel=attachment href=x>"), "office"},
      {"address", page("fee", "{{fee}} https://x.example"), "office"},
      {"picture", page("fee", "{{fee}}<img src=\"x.png\" alt=\"\">"), "office"},
      {"picture by url", page("fee", "{{fee}}<p style=\"background: URL (x)\">"), "office"},
      {"import", page("fee", "{{fee}}<style>@import 'x';</style>"), "office"},
      {"handler", page("fee", "{{fee}}<p onclick = \"x()\">x</p>"), "office"},
      {"frame", page("fee", "{{fee}}<iframe></iframe>"), "office"},
      {"form", page("fee", "{{fee}}<form></form>"), "office"},
  };
  for (const auto &row : rows) {
    CAPTURE(row.why);
    const auto problems = check_template(plain_source("bad.html", row.text), row.to);
    REQUIRE_FALSE(problems.empty());
    for (const auto &problem : problems) {
      CHECK(problem.place.file == "bad.html");
      CHECK(problem.place.line >= 1);
      CHECK_FALSE(problem.hint.empty());
      CHECK(exit_code(problem.code) == 4);
    }
  }
}

TEST_CASE("shield: all faults are told, in the order of their lines, with the nearest known field") {
  const auto text = page("fee", "{{fee}}\n{{ofice_name}}\n<script></script>\n{{{fee}}}");
  const auto problems = check_template(plain_source("bad.html", text), "office");
  REQUIRE(problems.size() == 3);
  CHECK(problems[0].place.line == 8);
  CHECK(problems[0].hint.find("office_name") != std::string::npos);
  CHECK(problems[1].place.line == 9);
  CHECK(problems[2].place.line == 10);
}

TEST_CASE("shield: a part is put in, and what is wrong in it is told with its own file and line") {
  const Templates templates{
      {"kop", "{{! title: Kop; needs: office_name }}\n<p>{{office_name}}</p>\n"},
      {"rusak", "{{! title: Rusak; needs: office_name }}\n<p>{{office_name}}</p>\n<b>{{ofice}}</b>\n"},
      {"dalam", "{{! title: Dalam; needs: fee }}\n{{fee}}{{> kop}}\n"},
      {"diam", "<p>{{fee}}</p>\n"}};
  const auto looked_at = [&](const std::string &text) {
    return check_template(source_with_parts("surat", text, templates), "office");
  };
  const auto whole = page("fee", "{{fee}}\n{{> kop}}\n<p>{{fee}}</p>");
  CHECK(looked_at(whole).empty());
  const auto source = source_with_parts("surat", whole, templates);
  CHECK(source.text.find("{{>") == std::string::npos);
  const auto last = source.place(source.text.rfind("{{fee}}"));
  CHECK(last.file == "surat");
  CHECK(last.line == place_in("surat", whole, whole.rfind("{{fee}}")).line);

  const auto in_part = looked_at(page("fee", "{{fee}}{{> rusak}}"));
  REQUIRE(in_part.size() == 1);
  CHECK(in_part[0].place.file == "rusak");
  CHECK(in_part[0].place.line == 3);

  CHECK(looked_at(page("fee", "{{fee}}{{> kob}}")).at(0).hint.find("'kop'") != std::string::npos);
  CHECK_FALSE(looked_at(page("fee", "{{> dalam}}")).empty()); // a part in a part
  CHECK_FALSE(looked_at(page("fee", "{{> diam}}")).empty());  // does not say what it needs
  CHECK_FALSE(looked_at(page("fee", "{{fee}}<p title=\"{{> kop}}\">x</p>")).empty());
}

TEST_CASE("shield: a coat of arms may lie in the page itself") {
  const auto good = page("fee", "{{fee}}<img alt=\"Lambang\" src=\"data:image/png;base64,iVBORw0KGgo=\">");
  CHECK(check_template(plain_source("good.html", good), "party").empty());
}

TEST_CASE("shield: a stylesheet fetches nothing and stays in its element") {
  for (const auto *bad : {"@import 'x.css';", "p { background: url(x.png) }", "p { background: URL( 'x' ) }",
                          "</style><script>", "p { src : local(x) }x src=y", "a { b: http://x }"}) {
    CAPTURE(bad);
    CHECK_FALSE(check_stylesheet(plain_source("paper.css", bad)).empty());
  }
}

TEST_CASE("shield: field names are unique, and members name a list that exists") {
  for (const auto &field : template_fields()) {
    CHECK(template_field(field.name) == &field);
    if (!field.of.empty()) {
      REQUIRE(template_field(field.of) != nullptr);
      CHECK(template_field(field.of)->shape == Shape::list);
      // a member is never seen by more than its list
      for (const auto *to : {"office", "beneficiary", "respondent", "party", "invitee", "mediator", "kepala_upt"})
        CHECK(may_see(to, field) == may_see(to, *template_field(field.of)));
    }
  }
}

TEST_CASE("shield: the view itself holds nothing the recipient may not see") {
  for (const auto *who : {"beneficiary1", "respondent1", "companion1", "companion3", "mediator"}) {
    const auto sample = invitation_to(who);
    const auto view = view_of(sample.input());
    CHECK(view.list("annex").empty());
    CHECK(view.list("parties").empty());
    CHECK(view.list("obligations").empty());
    CHECK(view.text("held_words").empty());
  }
}

TEST_CASE("shield: a free text that carries an address, a phone or a NIK keeps the minutes from being issued") {
  for (const auto *leak : {"Bertemu di Jl. Kenari Biru No. 11 setiap Senin.", "Bertemu di JL KENARI BIRU NO 11.",
                           "Hubungi 0812-0000-0011.", "Hubungi +62 812 0000 0011.", "NIK 3575.0103.0312.0002",
                           "Rumah di gang merpati jingga 22"}) {
    CAPTURE(leak);
    auto sample = bullying();
    sample.identities["obligation2"]["text"] = leak;
    const auto problems = check_texts(view_of(sample.input()), sample.input());
    REQUIRE(problems.size() >= 1);
    for (const auto &problem : problems) {
      CHECK(problem.message.find("Kenari") == std::string::npos);
      CHECK(problem.message.find("0812") == std::string::npos);
      CHECK(problem.message.find("3575") == std::string::npos);
    }
  }
}

TEST_CASE("shield: a house is known without its town, however its way is written") {
  auto sample = bullying();
  sample.identities["respondent1"]["address"] = "Jl. Contoh Nuri No. 7, RT 02 RW 03, Kota Contoh";
  for (const auto *leak : {"Bertemu di Jl. Contoh Nuri No. 7.", "di jalan Contoh Nuri 7",
                           "DI JLN CONTOH NURI NO7, RT 2", "Jl. Contoh Nuri Nomor 7 Kota Contoh"}) {
    CAPTURE(leak);
    sample.identities["obligation2"]["text"] = leak;
    CHECK_FALSE(check_texts(view_of(sample.input()), sample.input()).empty());
  }
  for (const auto *innocent : {"Bertemu di Kota Contoh, RT 02 RW 03.", "Nuri diasuh bergantian setiap 7 hari."}) {
    CAPTURE(innocent);
    sample.identities["obligation2"]["text"] = innocent;
    CHECK(check_texts(view_of(sample.input()), sample.input()).empty());
  }
}

TEST_CASE("shield: the office's own telephone and a town are no secret") {
  auto sample = bullying();
  sample.identities["respondent1"]["address"] = "Kota Contoh";
  sample.identities["respondent1"]["phone"] = sample.standard.office.phone;
  sample.identities["obligation2"]["text"] = "Melapor ke 0343-000000 bila pindah dari Kota Contoh.";
  CHECK(check_texts(view_of(sample.input()), sample.input()).empty());
}

TEST_CASE("shield: a person one may not write to gets no letter") {
  auto sample = invitation_to("companion1");
  for (const auto *answer : {"yes", "unknown", "no"}) {
    sample.file.persons[2].clear["may_write"] = answer;
    CHECK(check_contact(sample.input()).size() == (std::string(answer) == "no" ? 1 : 0));
  }
  sample.request.kind = "berita_acara"; // handed over in the office
  CHECK(check_contact(sample.input()).empty());
}
