// What a refusal saw: words for people, and nothing lost of it.
#include <doctest/doctest.h>

#include "base/fact_words.h"

using namespace mediasi;

TEST_CASE("in English a fact stays as it is, whatever stands in it") {
  for (const char *fact : {"telaah = not done", "companion of beneficiary1 = none", "role of pita = not koordinator,mk",
                           "layanan = over", "mediasi = paused since 2026-03-02", "{} = {}", "not = not {}", " = ", "",
                           "afraid of ", "requirements = identitas, kronologi", "consent to sharing = no"})
    CHECK(fact_in_words(fact) == fact);
}
