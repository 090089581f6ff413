// What a refusal saw: words for people, and nothing lost of it.
#include <doctest/doctest.h>

#include "base/fact_words.h"

using namespace mediasi;

TEST_CASE("in English a fact stays as it is, whatever stands in it") {
  for (const char *fact : {"telaah = not done",
                           "companion of beneficiary1 = none",
                           "role of pita = not koordinator,mk",
                           "layanan = over",
                           "mediasi = paused since 2026-03-02",
                           "{} = {}",
                           "not = not {}",
                           " = ",
                           "",
                           "afraid of ",
                           "requirements = identitas, kronologi",
                           "consent to sharing = no",
                           "room ruang-1 = taken by 2026-0001 from 2026-03-12T09:00",
                           "counted invitations = 0 of 2",
                           "obligation 3 = 1 of 3 visits",
                           "new violence = 2026-03-06, later than the assessment of beneficiary1",
                           "role of pita = not pendamping on that day",
                           "penalty_years of matter 1 = unknown",
                           "delivery of invitation 2 to respondent1 = no proof",
                           "consent of beneficiary1 = withdrawn",
                           "companion1 = is also respondent1 of this case",
                           "mediator medi = is companion2 of 2026-0002",
                           "mode of session 1 = joint, afraid of beneficiary1 = yes",
                           "story = a cup of tea of {} not {} on that day",
                           "rencana = before the last 'perintah'",
                           "of = of",
                           "is  of  = is  of ",
                           "matter  = {} of {}",
                           " of  visits = x",
                           "statute.4.session_regular: attendance = none; builtin.order: kehadiran = not done",
                           "builtin.reference; builtin.order: kehadiran = not done",
                           "; ",
                           "a.b: ",
                           "a: b = c; . : d = e;"})
    CHECK(fact_in_words(fact) == fact);
}
