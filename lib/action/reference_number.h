// Numbers of papers and files: of a police report, of a file in SIMFONI-PPA, of a letter or a decree of this office.
// They stand in the clear in the journal for good, so that nothing else may stand in their place: neither a name nor a
// NIK.
#pragma once

#include <string_view>

namespace mediasi {

// "LP/B/123/IV/2026/SPKT/POLRES CONTOH": at least one digit; letters that stand together are capitals, or three at
// most, or what papers are called ("Nota Dinas 12/2026"); letters, digits, spaces and . / - _ : ( ) alone; no 16 digits
// together. A name in capitals cannot be told from an office's.
bool is_reference_number(std::string_view text);

// "identitas", "surat-2026": the kind of an attached file stands in the clear, too. Six digits together, or ten with
// nothing but stops between them, may be a NIK, its beginning or a telephone's.
bool may_hold_a_number(std::string_view kind);

} // namespace mediasi
