#include "paper/labels.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace mediasi {

namespace {

using Label = std::pair<std::string_view, std::string_view>;

constexpr std::array companion_words{
    Label{"parent", "orang tua"},
    Label{"relative", "keluarga"},
    Label{"guardian", "wali"},
    Label{"companion", "pendamping"},
    Label{"special", "pendamping khusus"},
    Label{"officer", "petugas yang ditugaskan"},
    Label{"social_worker", "pekerja sosial"},
    Label{"interpreter", "juru bahasa"},
    Label{"lawyer", "penasihat hukum"},
};

constexpr std::array obligation_words{
    Label{"apology", "menyampaikan permintaan maaf"},
    Label{"payment", "melakukan pembayaran"},
    Label{"maintenance", "memberikan nafkah"},
    Label{"stop_conduct", "tidak mengulangi perbuatan"},
    Label{"no_contact", "tidak menghubungi"},
    Label{"supervision", "melakukan pengawasan"},
    Label{"counselling", "mengikuti konseling"},
    Label{"school_measure", "melaksanakan langkah di sekolah"},
    Label{"custody", "melaksanakan pengasuhan"},
    Label{"visit_right", "memberikan kesempatan bertemu"},
    Label{"return_of_goods", "mengembalikan barang"},
    Label{"repair", "memperbaiki kerusakan"},
    Label{"safety_arrangement", "melaksanakan pengaturan keselamatan"},
    Label{"other", "melaksanakan kewajiban lain"},
};

constexpr std::array proof_words{
    Label{"none", ""},         Label{"statement", "keterangan"}, Label{"receipt", "kuitansi"},
    Label{"photo", "foto"},    Label{"document", "dokumen"},     Label{"visit", "kunjungan"},
    Label{"witness", "saksi"},
};

constexpr std::array credential_labels{
    Label{"sertifikat", "Sertifikat Mediator"},
    Label{"certificate", "Sertifikat Mediator"},
};

constexpr std::array channel_words{
    Label{"phone", "Telepon"},
    Label{"telepon", "Telepon"},
    Label{"whatsapp", "WhatsApp"},
    Label{"email", "Surel"},
    Label{"counter", "Loket"},
    Label{"loket", "Loket"},
    Label{"box", "Kotak saran"},
    Label{"kotak_saran", "Kotak saran"},
    Label{"social_media", "Media sosial"},
    Label{"medsos", "Media sosial"},
    Label{"app", "Aplikasi"},
    Label{"aplikasi", "Aplikasi"},
    Label{"lapor", "SP4N-LAPOR!"},
    Label{"call_centre", "Pusat panggilan"},
    Label{"call_center", "Pusat panggilan"},
    Label{"pengawas", "Pengawas"},
    Label{"website", "Laman"},
};

// An id without a word of its own comes through as words: no paper shows what the program calls a thing.
std::string word_for(std::span<const Label> words, std::string_view id) {
  const auto found = std::find_if(words.begin(), words.end(), [&](const Label &word) { return word.first == id; });
  return found == words.end() ? readable(id) : std::string(found->second);
}

std::string_view side_word(Side side) {
  switch (side) {
  case Side::beneficiary:
    return "Pihak I";
  case Side::respondent:
    return "Pihak II";
  case Side::companion:
  case Side::other:
    break;
  }
  return "";
}

} // namespace

std::string side_label(const Person &person, const CaseFile &file) {
  if (person.side == Side::other)
    return value_of(person.clear, "role") == "witness" ? "saksi" : "pihak lain yang diundang";
  if (person.side != Side::companion)
    return std::string(side_word(person.side));
  const Person *party = person.of.empty() ? nullptr : file.person(person.of.front()); // all of one side
  const auto side = party == nullptr ? std::string_view{} : side_word(party->side);
  return side.empty() ? "pendamping" : "pendamping " + std::string(side);
}

std::string companion_label(const std::vector<std::string> &kinds) {
  std::vector<std::string> words;
  for (const auto &kind : kinds)
    words.push_back(word_for(companion_words, kind));
  return words.empty() ? "pendamping" : listed(words);
}

std::string obligation_label(std::string_view kind) {
  return word_for(obligation_words, kind);
}

std::string proof_label(std::string_view proof) {
  return word_for(proof_words, proof);
}

std::string credential_label(std::string_view credential) {
  return capitalised(word_for(credential_labels, credential));
}

std::string channel_label(std::string_view kind) {
  return word_for(channel_words, kind);
}

std::string capitalised(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

std::string readable(std::string_view id) {
  std::string text(id);
  const bool is_id = std::all_of(text.begin(), text.end(),
                                 [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
  if (is_id)
    std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::string listed(const std::vector<std::string> &words) {
  std::string text;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (at > 0)
      text += at + 1 < words.size() ? ", " : words.size() == 2 ? " dan " : ", dan ";
    text += words[at];
  }
  return text;
}

} // namespace mediasi
