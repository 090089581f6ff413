#include "paper/labels.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace mediasi {

namespace {

using Word = std::pair<std::string_view, std::string_view>;

constexpr std::array companion_words{
    Word{"parent", "orang tua"},
    Word{"relative", "keluarga"},
    Word{"guardian", "wali"},
    Word{"companion", "pendamping"},
    Word{"special", "pendamping khusus"},
    Word{"officer", "petugas yang ditugaskan"},
    Word{"social_worker", "pekerja sosial"},
    Word{"interpreter", "juru bahasa"},
    Word{"lawyer", "penasihat hukum"},
};

constexpr std::array obligation_words{
    Word{"apology", "menyampaikan permintaan maaf"},
    Word{"payment", "melakukan pembayaran"},
    Word{"maintenance", "memberikan nafkah"},
    Word{"stop_conduct", "tidak mengulangi perbuatan"},
    Word{"no_contact", "tidak menghubungi"},
    Word{"supervision", "melakukan pengawasan"},
    Word{"counselling", "mengikuti konseling"},
    Word{"school_measure", "melaksanakan langkah di sekolah"},
    Word{"custody", "melaksanakan pengasuhan"},
    Word{"visit_right", "memberikan kesempatan bertemu"},
    Word{"return_of_goods", "mengembalikan barang"},
    Word{"repair", "memperbaiki kerusakan"},
    Word{"safety_arrangement", "melaksanakan pengaturan keselamatan"},
    Word{"other", "melaksanakan kewajiban lain"},
};

constexpr std::array proof_words{
    Word{"none", ""},         Word{"statement", "keterangan"}, Word{"receipt", "kuitansi"},
    Word{"photo", "foto"},    Word{"document", "dokumen"},     Word{"visit", "kunjungan"},
    Word{"witness", "saksi"},
};

constexpr std::array credential_words{
    Word{"sertifikat", "Sertifikat Mediator"},
    Word{"certificate", "Sertifikat Mediator"},
};

constexpr std::array channel_words{
    Word{"phone", "Telepon"},
    Word{"telepon", "Telepon"},
    Word{"whatsapp", "WhatsApp"},
    Word{"email", "Surel"},
    Word{"counter", "Loket"},
    Word{"loket", "Loket"},
    Word{"box", "Kotak saran"},
    Word{"kotak_saran", "Kotak saran"},
    Word{"social_media", "Media sosial"},
    Word{"medsos", "Media sosial"},
    Word{"app", "Aplikasi"},
    Word{"aplikasi", "Aplikasi"},
    Word{"lapor", "SP4N-LAPOR!"},
    Word{"call_centre", "Pusat panggilan"},
    Word{"call_center", "Pusat panggilan"},
    Word{"pengawas", "Pengawas"},
    Word{"website", "Laman"},
};

// An id without a word of its own comes through as words: no paper shows what the program calls a thing.
std::string word_for(std::span<const Word> words, std::string_view id) {
  const auto found = std::find_if(words.begin(), words.end(), [&](const Word &word) { return word.first == id; });
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
  return capitalised(word_for(credential_words, credential));
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
