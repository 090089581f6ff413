// What stands in the papers the office keeps to itself.
#include <array>

#include "base/language.h"
#include "paper/field_tables.h"

namespace mediasi {

namespace {

using namespace field_tables;

constexpr std::array office_table{
    // what only the office may see on paper
    list("annex", office, later("identity of every person of the case")),
    text("annex_label", office, later("capacity of the person"), "annex"),
    text("annex_name", office, later("name of the person"), "annex"),
    text("annex_nik", office, later("NIK of the person"), "annex"),
    text("annex_address", office, later("address of the person"), "annex"),
    text("annex_phone", office, later("phone of the person"), "annex"),
    flag("annex_is_party", office, later("the person is a party"), "annex"),
};

} // namespace

std::span<const TemplateField> office_fields() {
  return office_table;
}

} // namespace mediasi
