// The Indonesian words papers use for coded values. Papers are Indonesian whatever language the screen speaks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/casefile.h"

namespace mediasi {

std::string side_label(const Person &person, const CaseFile &file); // "Pihak I", "pendamping Pihak II"
std::string companion_label(const std::vector<std::string> &kinds); // "orang tua dan pendamping khusus"
std::string obligation_label(std::string_view kind);                // when an obligation has no words of its own
std::string proof_label(std::string_view proof);                    // "kuitansi", or the text itself
std::string credential_label(std::string_view credential);          // "Sertifikat Mediator"
std::string channel_label(std::string_view kind);                   // "WhatsApp"
std::string referral_label(std::string_view target);                // "layanan kesehatan"
std::string institution_label(std::string_view target);             // "Kepala Sekolah"
// why a service ends, so that nobody learns from it what another did or wished
std::string closing_label(std::string_view reason, bool to_beneficiary);

std::string capitalised(std::string text); // "pendamping" -> "Pendamping"
std::string readable(std::string_view id); // "pos_pengaduan" -> "pos pengaduan"; what is no id stays as it is
// "a", "a dan b", "a, b, dan c"
std::string listed(const std::vector<std::string> &words);

} // namespace mediasi
