#include "action/find_form.h"

#include "base/error.h"
#include "base/utf8.h"
#include "fuzz/targets.h"

namespace mediasi::testing {

// Who is looked for is in no complaint: no word of the form that is not of this program comes back.
void fuzz_find(std::string_view bytes) {
  try {
    const FindQuery query = read_find_form(bytes, "form");
    must(!query.nik.empty() || !query.name.empty() || !query.born.empty(), "a search asks something");
    must(query.nik.empty() || query.nik.find_first_not_of("0123456789") == std::string::npos, "a NIK is digits");
    must(is_utf8(query.name) && is_utf8(query.born), "what is searched is text");
  } catch (const Error &error) {
    for (const auto &problem : error.problems()) {
      must(!problem.message.empty(), "a complaint says something");
      must(problem.place.excerpt.empty(), "no line of the form is repeated");
    }
  }
}

} // namespace mediasi::testing
