#include <doctest/doctest.h>

#include <string>

#include "action/reference_number.h"

using namespace mediasi;

TEST_CASE("numbers of papers and files are taken as offices write them") {
  for (const char *text :
       {"LP/B/123/IV/2026/SPKT/POLRES PASURUAN KOTA", "LP/1", "12345", "STTLP 12.a/2026", "No. 7 Th. 2026",
        "PH-3(b)/2026", "VER_12:2026", "Nota Dinas 12/UPTD/2026", "LP/B/12/III/2026/Satreskrim", "12.a/Pid.Sus/2026"}) {
    CAPTURE(std::string(text));
    CHECK(is_reference_number(text));
  }
}

TEST_CASE("names, numbers of people and other words are none") {
  for (const char *text :
       {"", "LP", "Contoh Rekaan", "Contoh Rekaan 1", "contoh 7", "3575010000009999", "3575 0100 0000 9999",
        "LP/3575010000009999/2026", "3575.0100.0000.9999", "dipukul 2 kali", "12/Contoh Rekaan/2026", "12Rekaan",
        "Nota untuk Contoh 12", "1\n2", "1;2", "n\u00ba 7", "'1'"}) {
    CAPTURE(std::string(text));
    CHECK_FALSE(is_reference_number(text));
  }
  CHECK_FALSE(is_reference_number(std::string(101, '1')));
}
