#include "acts/house.h"

#include <algorithm>
#include <array>

#include "acts/spec.h"
#include "base/language.h"

namespace mediasi {

namespace {

constexpr std::array acting_choices{
    Choice{"no", later("holds the post")},
    Choice{"plt", later("acting (Plt.)")},
    Choice{"plh", later("acting for a day (Plh.)")},
};

void nothing(CaseFile &, const Entry &) {}

// ids of roles are checked by the command: "admin" exists besides the roles of the rules
std::span<const FieldSpec> post_fields() {
  static const std::array fields{
      needed(open_field("role", Kind::text, later("role held"))),
      needed(open_field("from", Kind::date, later("first day"))),
      open_field("until", Kind::date, later("last day")),
      open_field("acting", Kind::choice, later("how it is held"), acting_choices),
  };
  return fields;
}

ActKind officer() {
  static const std::array fields{
      needed(open_field("id", Kind::id, later("short id, used with --by"))),
      needed(open_field("name", Kind::text, later("name as papers print it"))),
      open_field("nip", Kind::text, later("NIP")),
      open_field("rank", Kind::text, later("rank")),
      open_field("login", Kind::text, later("login of this computer")),
      sealed_field("phone", Kind::phone, later("telephone")),
  };
  static const std::array groups{GroupSpec{"post", later("posts held"), 1, 30, post_fields()}};
  return {"officer", "roster", later("officer"), fields, groups, nothing};
}

ActKind mediator() {
  static const std::array fields{
      needed(open_field("id", Kind::id, later("short id"))),
      needed(open_field("name", Kind::text, later("name as papers print it"))),
      needed(open_field("credential", Kind::text, later("kind of credential, as the rules name it"))),
      needed(open_field("number", Kind::text, later("number of the certificate"))),
      needed(open_field("issuer", Kind::text, later("who issued it"))),
      needed(open_field("from", Kind::date, later("valid from"))),
      open_field("until", Kind::date, later("valid until (left out: the paper names no end)")),
      sealed_field("phone", Kind::phone, later("telephone")),
  };
  return {"mediator", "roster", later("mediator"), fields, {}, nothing};
}

ActKind room() {
  static const std::array fields{
      needed(open_field("id", Kind::id, later("short id"))),
      needed(open_field("name", Kind::text, later("name as papers print it"))),
  };
  return {"room", "roster", later("room"), fields, {}, nothing};
}

} // namespace

std::span<const ActKind> house_kinds() {
  static const std::array kinds{officer(), mediator(), room()};
  return kinds;
}

const ActKind *house_kind(std::string_view id) {
  const auto kinds = house_kinds();
  const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const ActKind &kind) { return kind.id == id; });
  return found == kinds.end() ? nullptr : &*found;
}

} // namespace mediasi
