#include <array>

#include "base/language.h"
#include "rules/load_parts.h"

namespace mediasi {

namespace {

Zone load_zone(Reading &reading, Table &table) {
  const auto name = table.text("zone", Need::required);
  const auto zone = parse_zone(name);
  if (!name.empty() && !zone)
    reading.source.complain(Code::bad_value, table.at("zone"), say("unknown zone '{}'", name),
                            tr("write WIB, WITA or WIT"));
  return zone.value_or(Zone::wib);
}

void load_office(Reading &reading, Table table) {
  auto &office = reading.standard.office;
  office.id = table.id("id");
  office.name = table.text("name", Need::required);
  office.unit = table.text("unit", Need::required);
  office.parent = table.text("parent");
  office.city = table.text("city", Need::required);
  office.address = table.text("address");
  office.phone = table.text("phone");
  office.website = table.text("website");
  office.code = table.text("code");
  office.zone = load_zone(reading, table);
  table.done();
}

// S13: nobody pays the office. There is a place for the printed words and none for a price.
void load_fee(Reading &reading, Table &table) {
  auto &printed = reading.standard.printed;
  printed.fee = table.text("fee", Need::required);
  const auto amount = table.number("fee_amount", 0, 2'000'000'000);
  printed.fee_amount = amount.value_or(0);
  if (printed.fee_amount != 0)
    reading.source.complain(Code::bad_value, table.at("fee_amount"), tr("a fee to the office cannot be taken"),
                            tr("write fee_amount = 0, or leave it out: the service is free of charge"));
}

void load_lists(Reading &reading, Table &table) {
  auto &printed = reading.standard.printed;
  for (auto &row : table.tables("procedure")) {
    printed.procedure.push_back({row.text("actor"), row.text("text", Need::required)});
    row.done();
  }
  for (auto &row : table.tables("complaint")) {
    printed.complaints.push_back({row.text("kind", Need::required), row.text("value", Need::required)});
    row.done();
  }
  for (auto &row : table.tables("management")) {
    auto heading = row.text("heading", Need::required);
    printed.management.emplace_back(std::move(heading), row.text("text", Need::required));
    row.done();
  }
}

} // namespace

void load_head(Reading &reading, Table &root) {
  if (auto office = root.table("office", Need::required))
    load_office(reading, *office);
  auto table = root.table("printed", Need::required);
  if (!table)
    return;
  auto &printed = reading.standard.printed;
  printed.title = table->text("title", Need::required);
  printed.decree = table->text("decree"); // several offices publish none
  printed.time = table->text("time", Need::required);
  printed.legal_basis = table->texts("legal_basis");
  printed.requirements = table->texts("requirements");
  printed.products = table->texts("products", Need::required);
  load_fee(reading, *table);
  load_lists(reading, *table);
  table->done();
}

} // namespace mediasi
