// A small sound rules file, and ways to spoil it.
#pragma once

#include <string>
#include <string_view>

namespace mediasi::test {

inline std::string small_rules() {
  return R"(format = 1
[office]
id = "contoh"
name = "Dinas Contoh"
unit = "UPTD Contoh"
city = "Contoh"
zone = "WITA"
[printed]
title = "Mediasi"
time = "5 Hari"
fee = "Tidak dipungut biaya"
products = ["Berita acara"]
[settings]
credential = "surat_tugas"
fulfilled_visits = 2
[[role]]
id = "petugas"
title = "Petugas"
aliases = ["staf"]
[[role]]
id = "kepala"
title = "Kepala"
deputy = "petugas"
[[requirement]]
id = "ktp"
title = "KTP"
kind = "document"
need = "always"
[[step]]
id = "lapor"
title = "Laporan"
act = "register"
roles = ["petugas"]
[[step]]
id = "periksa"
title = "Pemeriksaan"
act = "assessment"
roles = ["petugas"]
after = ["lapor"]
repeat = "per_party"
[[step]]
id = "nilai"
title = "Penilaian"
act = "finding"
roles = ["petugas"]
after = ["periksa"]
repeat = "many"
[[step.guard]]
kind = "assessed"
who = "both"
because = "Standar langkah 2"
says = "belum diperiksa"
[[step]]
id = "akhir"
title = "Penutupan"
act = "termination"
roles = ["kepala"]
after = ["lapor"]
papers = ["surat"]
[[deadline]]
id = "tanggap"
title = "Tanggapan"
role = "petugas"
step = "nilai"
amount = 5
unit = "day"
from = "received"
until = ["closed"]
pauses = false
[[paper]]
id = "surat"
title = "Undangan"
template = "undangan"
to = "invitee"
signers = ["kepala"]
)";
}

// the text with one passage replaced; the passage must be there
inline std::string replaced(std::string text, std::string_view old, std::string_view fresh) {
  const auto at = text.find(old);
  if (at == std::string::npos)
    return "THE PASSAGE IS NOT THERE: " + std::string(old);
  return text.replace(at, old.size(), fresh);
}

inline int line_of(const std::string &text, std::string_view passage) {
  int line = 1;
  for (const char c : text.substr(0, text.find(passage)))
    line += c == '\n' ? 1 : 0;
  return line;
}

} // namespace mediasi::test
