#include "paper/coded_words.h"

#include <algorithm>
#include <array>

#include "paper/labels.h"

namespace mediasi {

namespace {

struct Word {
  std::string_view list, code, word;
};

constexpr std::array word_table{
    Word{"answers", "yes", "ya"},
    Word{"answers", "no", "tidak"},
    Word{"answers", "unknown", "belum diketahui"},
    Word{"sexes", "female", "perempuan"},
    Word{"sexes", "male", "laki-laki"},
    Word{"risks", "low", "rendah"},
    Word{"risks", "medium", "sedang"},
    Word{"risks", "high", "tinggi"},
    Word{"risks", "very_high", "sangat tinggi"},
    Word{"risks", "unknown", "belum diketahui"},
    Word{"findings", "fit", "layak dimediasi"},
    Word{"findings", "conditional", "layak dimediasi dengan syarat"},
    Word{"findings", "unfit", "tidak layak dimediasi"},
    Word{"findings", "postponed", "penilaian ditunda"},
    // what follows from a finding
    Word{"recommendations", "fit", "mediasi dapat dilaksanakan"},
    Word{"recommendations", "conditional", "mediasi dapat dilaksanakan sesudah syarat-syaratnya terpenuhi"},
    Word{"recommendations", "unfit", "mediasi tidak dilaksanakan; penerima manfaat ditawari layanan lain dan rujukan"},
    Word{"recommendations", "postponed", "dinilai kembali sesudah yang belum diketahui menjadi jelas"},
    Word{"sources", "walk_in", "datang sendiri"},
    Word{"sources", "referral", "surat rujukan"},
    Word{"sources", "phone", "telepon"},
    Word{"sources", "whatsapp", "WhatsApp"},
    Word{"sources", "letter", "surat"},
    Word{"sources", "outreach", "penjangkauan"},
    Word{"sources", "police", "kepolisian"},
    Word{"sources", "school", "sekolah"},
    Word{"sources", "village", "desa, kelurahan, atau lingkungan"},
    Word{"sources", "sapa129", "SAPA 129"},
    Word{"sources", "transfer", "pelimpahan dari kantor lain"},
    Word{"sources", "other", "cara lain"},
    Word{"needs", "physical", "fisik"},
    Word{"needs", "intellectual", "intelektual"},
    Word{"needs", "mental", "mental"},
    Word{"needs", "hearing", "pendengaran"},
    Word{"needs", "sight", "penglihatan"},
    Word{"needs", "speech", "wicara"},
    Word{"needs", "other", "lainnya"},
    Word{"places", "home", "rumah tangga"},
    Word{"places", "work", "tempat kerja"},
    Word{"places", "school", "sekolah"},
    Word{"places", "public", "tempat umum"},
    Word{"places", "religious_school", "pesantren atau sekolah keagamaan"},
    Word{"places", "online", "daring"},
    Word{"places", "other", "tempat lain"},
    Word{"consent_purposes", "service", "menerima layanan ini"},
    Word{"consent_purposes", "assessment", "menjalani asesmen"},
    Word{"consent_purposes", "mediation", "mengikuti mediasi"},
    Word{"consent_purposes", "sharing", "membagikan data seperlunya kepada layanan lain yang menangani"},
    Word{"consent_purposes", "remote", "mengikuti pertemuan secara daring"},
    Word{"consent_purposes", "recording", "merekam pertemuan"},
    Word{"consent_purposes", "identity_in_agreement", "mencantumkan NIK dan alamat dalam surat kesepakatan"},
    Word{"consent_relations", "self", "diri sendiri"},
    Word{"consent_relations", "mother", "ibu"},
    Word{"consent_relations", "father", "ayah"},
    Word{"consent_relations", "guardian", "wali"},
    Word{"consent_relations", "relative", "keluarga yang mengasuh"},
    Word{"consent_relations", "institution", "lembaga yang mengasuh"},
    Word{"delivery_means", "hand", "diserahkan langsung"},
    Word{"delivery_means", "post", "dikirim lewat pos"},
    Word{"delivery_means", "whatsapp", "dikirim lewat WhatsApp"},
    Word{"delivery_means", "email", "dikirim lewat surel"},
    Word{"delivery_means", "phone", "disampaikan lewat telepon"},
    Word{"delivery_means", "office", "disampaikan melalui kantor lain"},
    Word{"attendance_states", "present", "hadir"},
    Word{"attendance_states", "absent", "tidak hadir"},
    Word{"attendance_states", "excused", "berhalangan hadir"},
    Word{"attendance_states", "represented", "diwakili"},
    Word{"attendance_states", "left_early", "meninggalkan pertemuan sebelum selesai"},
    // Both sides read it: who was afraid, unsafe or unwilling is not told to the other on paper.
    Word{"outcome_reasons", "absent_beneficiary", "Pihak I tidak hadir"},
    Word{"outcome_reasons", "absent_respondent", "Pihak II tidak hadir"},
    Word{"outcome_reasons", "unsafe", "syarat pelaksanaan pertemuan belum terpenuhi"},
    Word{"outcome_reasons", "afraid", "syarat pelaksanaan pertemuan belum terpenuhi"},
    Word{"outcome_reasons", "unwilling", "syarat pelaksanaan pertemuan belum terpenuhi"},
    Word{"outcome_reasons", "no_companion", "syarat pelaksanaan pertemuan belum terpenuhi"},
    Word{"outcome_reasons", "no_mediator", "mediator berhalangan hadir"},
    Word{"outcome_reasons", "time", "waktu yang tersedia tidak mencukupi"},
    Word{"outcome_reasons", "no_common_ground", "belum ditemukan penyelesaian yang diterima semua pihak"},
    Word{"outcome_reasons", "other", "alasan lain"},
    Word{"obligation_states", "kept", "dilaksanakan"},
    Word{"obligation_states", "partly", "dilaksanakan sebagian"},
    Word{"obligation_states", "late", "dilaksanakan, terlambat"},
    Word{"obligation_states", "broken", "tidak dilaksanakan"},
    Word{"obligation_states", "waived", "dibebaskan"},
    Word{"obligation_states", "not_due", "belum jatuh tempo"},
    Word{"obligation_states", "unknown", "belum diketahui"},
    Word{"evidence_kinds", "none", "tidak ada"},
    Word{"evidence_kinds", "statement", "keterangan"},
    Word{"evidence_kinds", "receipt", "kuitansi"},
    Word{"evidence_kinds", "photo", "foto"},
    Word{"evidence_kinds", "document", "dokumen"},
    Word{"evidence_kinds", "visit", "dilihat sewaktu kunjungan"},
    Word{"evidence_kinds", "witness", "saksi"},
    Word{"log_means", "phone", "telepon"},
    Word{"log_means", "whatsapp", "WhatsApp"},
    Word{"log_means", "visit", "kunjungan ke tempat"},
    Word{"log_means", "letter", "surat"},
    Word{"log_means", "office", "pertemuan di kantor"},
    Word{"log_means", "other", "cara lain"},
    Word{"violence_items", "none", "ditanyakan, tidak ada tanda"},
    Word{"violence_items", "hit", "memukul, mendorong, atau menendang"},
    Word{"violence_items", "strangled", "mencekik"},
    Word{"violence_items", "weapon", "memakai atau memperlihatkan senjata"},
    Word{"violence_items", "threat_kill", "mengancam membunuh"},
    Word{"violence_items", "threat_suicide", "mengancam bunuh diri"},
    Word{"violence_items", "stalking", "menguntit"},
    Word{"violence_items", "control", "menguasai uang atau gerak"},
    Word{"violence_items", "isolation", "mengasingkan"},
    Word{"violence_items", "insult", "menghina atau merendahkan"},
    Word{"violence_items", "escalation", "makin memburuk"},
    Word{"violence_items", "injury", "menimbulkan luka"},
    Word{"violence_items", "sexual", "perbuatan seksual di luar kehendak"},
};

constexpr std::array matters{
    Word{"matters", "maintenance", "nafkah istri atau anak"},
    Word{"matters", "custody", "pengasuhan anak"},
    Word{"matters", "recognition", "pengakuan anak"},
    Word{"matters", "joint_property", "harta bersama"},
    Word{"matters", "inheritance", "waris"},
    Word{"matters", "wages", "upah"},
    Word{"matters", "compensation", "ganti kerugian"},
    Word{"matters", "safety_arrangement", "pengaturan keselamatan"},
    Word{"matters", "institution_duty", "kewajiban sekolah atau pemberi kerja"},
    Word{"matters", "household_quarrel", "perselisihan rumah tangga"},
    Word{"matters", "neighbour_dispute", "perselisihan tetangga"},
    Word{"matters", "divorce", "perceraian"},
    Word{"matters", "dismissal", "pemutusan hubungan kerja"},
    Word{"matters", "work_rights", "hak dan kepentingan kerja"},
    Word{"matters", "land", "tanah dan batas tanah"},
    Word{"matters", "debt", "utang piutang atau perjanjian lain"},
    Word{"matters", "goods_services", "barang dan jasa"},
    Word{"matters", "health_care", "pelayanan kesehatan"},
    Word{"matters", "physical", "kekerasan fisik"},
    Word{"matters", "psychological", "kekerasan psikis"},
    Word{"matters", "neglect", "penelantaran"},
    Word{"matters", "bullying", "perundungan"},
    Word{"matters", "fight", "perkelahian antaranak"},
    Word{"matters", "non_physical_harassment", "pelecehan seksual nonfisik"},
    Word{"matters", "physical_harassment", "pelecehan seksual fisik"},
    Word{"matters", "forced_contraception", "pemaksaan kontrasepsi"},
    Word{"matters", "forced_sterilisation", "pemaksaan sterilisasi"},
    Word{"matters", "forced_marriage", "pemaksaan perkawinan"},
    Word{"matters", "sexual_torture", "penyiksaan seksual"},
    Word{"matters", "sexual_exploitation", "eksploitasi seksual"},
    Word{"matters", "sexual_slavery", "perbudakan seksual"},
    Word{"matters", "electronic_sexual", "kekerasan seksual berbasis elektronik"},
    Word{"matters", "rape", "perkosaan"},
    Word{"matters", "indecent_act", "perbuatan cabul"},
    Word{"matters", "child_sexual", "persetubuhan atau pencabulan terhadap anak"},
    Word{"matters", "child_pornography", "pornografi yang melibatkan anak"},
    Word{"matters", "forced_prostitution", "pemaksaan pelacuran"},
    Word{"matters", "household_sexual", "kekerasan seksual dalam rumah tangga"},
    Word{"matters", "trafficking", "perdagangan orang"},
    Word{"matters", "exploitation", "eksploitasi"},
};

} // namespace

std::string coded_word(std::string_view list, std::string_view code) {
  const auto same = [&](const Word &word) { return word.list == list && word.code == code; };
  if (const auto found = std::find_if(word_table.begin(), word_table.end(), same); found != word_table.end())
    return std::string(found->word);
  const auto found = std::find_if(matters.begin(), matters.end(), same);
  return found == matters.end() ? readable(code) : std::string(found->word);
}

std::string coded_words(std::string_view list, const std::vector<std::string> &codes) {
  std::vector<std::string> all;
  for (const auto &code : codes)
    all.push_back(coded_word(list, code));
  return listed(all);
}

} // namespace mediasi
