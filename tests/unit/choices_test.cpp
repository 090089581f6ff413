// Several choices in one text: by id or by the words shown, which may hold commas of their own.
#include <array>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "model/field.h"

namespace mediasi {

namespace {

constexpr std::array known{Choice{"hit", "hit, pushed or kicked"}, Choice{"insult", "insult"},
                           Choice{"sign", "asked, no sign"}, Choice{"asked", "asked"}};

std::string taken(std::string_view text) {
  return check_value(Kind::choices, known, text).value;
}

} // namespace

TEST_CASE("Each of several choices is found by its id or its words") {
  const std::vector<std::pair<std::string, std::string>> texts = {
      {"hit", "hit"},
      {"hit, pushed or kicked", "hit"},
      {"HIT,PUSHED OR KICKED", ""}, // other words: a blank more or less is none of them
      {"Hit, pushed or kicked,insult", "hit,insult"},
      {"insult, hit, pushed or kicked", "insult,hit"},
      {"asked", "asked"},
      {"asked, no sign", "sign"}, // the longest that is one
      {"asked, insult", "asked,insult"},
      {"hit,hit, pushed or kicked", "hit"},
      {" , insult ,", "insult"},
      {"", ""},
  };
  for (const auto &[text, ids] : texts) {
    const auto &written = text;
    CAPTURE(written);
    CHECK(taken(written) == ids);
  }
}

TEST_CASE("What is no choice is refused whole") {
  for (const auto *text : {"hit, then", "pushed or kicked", "no sign", "insult;hit", "hit pushed or kicked", ", , x"}) {
    CAPTURE(text);
    CHECK_FALSE(check_value(Kind::choices, known, text).complaint.empty());
    CHECK(taken(text).empty());
  }
}

} // namespace mediasi
