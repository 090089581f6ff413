#include "support/paper_case.h"

#include <algorithm>
#include <filesystem>

#include <chrono>

#include <fmt/core.h>

#include "base/file.h"
#include "support/parsed_day.h"

namespace mediasi::testing {

namespace {

Paper paper(std::string id, std::string title, std::string to, std::vector<std::string> signers) {
  Paper paper;
  paper.template_name = id;
  paper.id = std::move(id);
  paper.title = std::move(title);
  paper.to = std::move(to);
  paper.signers = std::move(signers);
  paper.number = "{kode}/{nomor}/{unit}/{tahun}";
  paper.code = "400.2.4";
  return paper;
}

Standard standard() {
  Standard standard;
  standard.office = {.id = "contoh",
                     .name = "Dinas Contoh Pelindungan Perempuan dan Anak",
                     .unit = "UPTD Pelindungan Perempuan dan Anak",
                     .parent = "Pemerintah Kota Contoh",
                     .city = "Kota Contoh",
                     .address = "Jl. Contoh Raya No. 1",
                     .phone = "0343-000000",
                     .website = "https://contoh.example/",
                     .code = "423.115",
                     .zone = Zone::wib};
  standard.printed.title = "Layanan Mediasi";
  standard.printed.decree = "000.8.3.4/12/423.115/2024";
  standard.printed.fee = "Tidak dipungut biaya";
  standard.printed.legal_basis = {"Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik."};
  standard.printed.complaints = {{"telepon", "0343-000000"}, {"whatsapp", "080000000000"}};
  for (const auto &[id, title] : {std::pair{"pendamping", "Pendamping PPA"}, {"kepala_upt", "Kepala UPTD PPA"}})
    standard.roles.push_back({.id = id, .title = title, .aliases = {}, .deputy = ""});
  standard.papers = {paper("undangan", "Surat Undangan Mediasi", "invitee", {"kepala_upt"}),
                     paper("berita_acara", "Berita Acara Hasil Mediasi", "party",
                           {"parties", "companions", "mediator", "pendamping", "kepala_upt"})};
  return standard;
}

Roster roster() {
  Roster roster;
  roster.officers = {{.id = "satu",
                      .name = "Contoh Pendamping, S.Sos.",
                      .nip = "198801012012012001",
                      .rank = "Penata",
                      .login = "",
                      .posts = {{.role = "pendamping", .from = parsed_day("2020-01-01"), .until = {}}}},
                     {.id = "dua",
                      .name = "Contoh Kepala, S.H., M.H.",
                      .nip = "197501012000011001",
                      .rank = "Pembina",
                      .login = "",
                      .posts = {{.role = "kepala_upt", .from = parsed_day("2020-01-01"), .until = {}}}}};
  roster.mediators = {{.id = "m1",
                       .name = "Contoh Mediator, S.H.",
                       .credential = "sertifikat",
                       .number = "123/SM/2023",
                       .issuer = "Lembaga Contoh Terakreditasi MA",
                       .from = parsed_day("2023-01-01"),
                       .until = {}}};
  roster.rooms = {{"r1", "Ruang Mediasi 1"}};
  return roster;
}

Row identity(std::string name, std::string nik, std::string address, std::string phone) {
  return {
      {"name", std::move(name)}, {"nik", std::move(nik)}, {"address", std::move(address)}, {"phone", std::move(phone)}};
}

void add_obligation(PaperCase &sample, std::string who, std::string kind, std::string text, std::string recurrence,
                    Row clear, std::string proof) {
  Obligation obligation;
  obligation.number = static_cast<int>(sample.file.obligations.size()) + 1;
  obligation.session = 1;
  obligation.who = std::move(who);
  obligation.kind = std::move(kind);
  obligation.recurrence = std::move(recurrence);
  obligation.due = parse_date(value_of(clear, "due"));
  obligation.clear = std::move(clear);
  sample.identities[fmt::format("obligation{}", obligation.number)] = {{"text", std::move(text)},
                                                                       {"proof", std::move(proof)}};
  sample.file.obligations.push_back(std::move(obligation));
}

void attend(PaperCase &sample) {
  auto &session = sample.file.sessions.front();
  session.attendance.clear();
  session.invitations.clear();
  for (const auto &who : sample.file.persons) {
    session.attendance.push_back({.person = who.id, .status = "present", .came = true});
    session.invitations.push_back({.person = who.id, .number = 1, .on = {}});
  }
  session.invitations.push_back({.person = "mediator", .number = 1, .on = {}});
}

Session held() {
  Session session;
  session.number = 1;
  session.state = "held";
  session.at = {parsed_day("2025-07-07"), std::chrono::minutes{9 * 60}};
  session.room = "r1";
  session.mode = "joint";
  session.mediator = "m1";
  session.outcome = "agreed";
  return session;
}

} // namespace

Person person(std::string id, Side side, int birth_year, std::vector<std::string> of, std::vector<std::string> kinds) {
  Person who;
  who.id = std::move(id);
  who.side = side;
  who.birth = {birth_year, 3, 0};
  who.of = std::move(of);
  who.kinds = std::move(kinds);
  return who;
}

PaperCase bullying() {
  PaperCase sample{standard(), roster(), {}, {}, {}};
  sample.file.number = "2025-0012";
  sample.file.persons = {person("beneficiary1", Side::beneficiary, 2013), person("respondent1", Side::respondent, 2012),
                         person("companion1", Side::companion, 1985, {"beneficiary1"}, {"parent"}),
                         person("companion2", Side::companion, 1986, {"respondent1"}, {"parent"}),
                         person("companion3", Side::companion, 1990, {"beneficiary1"}, {"special"})};
  sample.file.assigned = {{"pendamping", "satu"}};
  sample.identities = {
      {"beneficiary1", identity("Contoh Anak Satu", "3575010303130001", "Jl. Kenari Biru No. 11", "081200000011")},
      {"respondent1", identity("Contoh Anak Dua", "3575010303120002", "Gang Merpati Jingga 22", "081300000022")},
      {"companion1", identity("Contoh Ibu Satu", "3575014303850003", "Jl. Kenari Biru No. 11", "081200000033")},
      {"companion2", identity("Contoh Ibu Dua", "3575014303860004", "Gang Merpati Jingga 22", "081300000044")},
      {"companion3", identity("Contoh Pendamping Isyarat", "3575014303900005", "Jl. Isyarat No. 5", "081400000055")}};
  sample.file.sessions = {held()};
  attend(sample);
  add_obligation(sample, "respondent1", "apology",
                 "Menyampaikan permintaan maaf secara lisan di hadapan kedua orang tua dan wali kelas.", "once",
                 {{"due", "2025-07-14"}}, "keterangan tertulis wali kelas");
  add_obligation(sample, "respondent1", "stop_conduct",
                 "Tidak mengganggu, mengejek, atau mengucilkan di sekolah maupun melalui pesan.", "standing", {},
                 "pemantauan Pendamping PPA");
  add_obligation(sample, "companion2", "payment", "Mengganti alat bantu dengar yang rusak.", "once",
                 {{"due", "2025-08-01"}, {"amount", "750000"}}, "kuitansi");
  add_obligation(sample, "companion2", "counselling", "Mendampingi anak mengikuti konseling di Puspaga.", "recurring",
                 {{"due", "2025-07-21"}, {"interval_days", "14"}}, "kartu kunjungan");
  sample.file.minutes = {{.session = 1,
                          .on = {parsed_day("2025-07-07"), {}},
                          .entry = 41,
                          .signers = {"beneficiary1", "respondent1", "companion1", "companion2", "companion3"},
                          .parts = {},
                          .frozen = "",
                          .signatures = {},
                          .copies = {},
                          .complete = {},
                          .clear = {}}};
  sample.identities["course@41"] = {
      {"course",
       "Mediator membuka pertemuan dan menjelaskan tata cara mediasi.\n\nSetiap anak menyampaikan pandangannya "
       "dengan bantuan pendamping. Juru isyarat membantu komunikasi sepanjang pertemuan."}};
  sample.request = {.kind = "berita_acara",
                    .recipient = "beneficiary1",
                    .session = 1,
                    .number = "400.2.4/001/423.115/2025",
                    .ordinal = 1,
                    .issued = parsed_day("2025-07-07"),
                    .head_code = "7K3M-Q9XA",
                    .practice = false};
  return sample;
}

PaperCase invitation_to(std::string recipient) {
  auto sample = bullying();
  sample.file.sessions.front().outcome.clear();
  sample.request.kind = "undangan";
  sample.request.recipient = std::move(recipient);
  sample.request.issued = parsed_day("2025-06-30");
  return sample;
}

PaperCase crowded() {
  auto sample = bullying();
  sample.request.practice = true;
  auto &persons = sample.file.persons;
  persons.push_back(person("beneficiary2", Side::beneficiary, 1984));
  persons.push_back(person("respondent2", Side::respondent, 1980));
  persons.push_back(person("companion4", Side::companion, 1991, {"respondent1"}, {"relative", "special"}));
  persons.back().clear = {{"sex", "male"}};
  for (auto &[path, row] : sample.identities)
    if (row.contains("name"))
      row["name"] += " Putri Kusumaningrum Wijayanti Sastroamidjojo binti Almarhum Haji Raden Contoh Panjang "
                     "Sekali Namanya, S.Pd., M.Pd., Gr.";
  for (const char *id : {"beneficiary2", "respondent2", "companion4"})
    sample.identities[id] = {{"name", fmt::format("Contoh Orang {}", id)}};
  while (sample.file.obligations.size() < 12)
    add_obligation(sample, sample.file.obligations.size() % 2 == 0 ? "respondent2" : "respondent1", "other",
                   fmt::format("Butir contoh ke-{} dengan uraian yang cukup panjang sehingga memerlukan beberapa baris "
                               "di dalam kolom, termasuk tata cara pelaksanaan dan siapa yang mengawasi.",
                               sample.file.obligations.size() + 1),
                   "recurring", {{"due", "2025-09-01"}, {"interval_days", "30"}, {"amount", "1250000"}}, "foto");
  attend(sample);
  sample.file.minutes.front().signers.clear();
  for (const auto &who : persons)
    sample.file.minutes.front().signers.push_back(who.id);
  return sample;
}

Templates shipped_templates() {
  Templates templates;
  for (const auto &file : std::filesystem::directory_iterator(MEDIASI_SOURCE_DIR "/share/templates")) {
    const auto &path = file.path();
    const auto name = path.extension() == ".html" ? path.stem() : path.filename();
    templates[name.string()] = read_whole(path.string(), std::size_t{1} << 20U);
  }
  return templates;
}

std::string composed(const PaperCase &sample) {
  return compose(sample.input(), shipped_templates());
}

bool has(const std::string &page, std::string_view words) {
  return page.find(words) != std::string::npos;
}

bool refused(const PaperCase &sample, Code code) {
  try {
    composed(sample);
    return false;
  } catch (const Error &error) {
    return std::all_of(error.problems().begin(), error.problems().end(),
                       [&](const Problem &problem) { return problem.code == code; });
  }
}

} // namespace mediasi::testing
