// What the parties promise each other, and what they pay.
#include <algorithm>
#include <array>

#include "action/sense_parts.h"
#include "base/language.h"
#include "base/text.h"

namespace mediasi::sense {

namespace {

// As people write down what no agreement may hold, under whatever kind it is filed.
constexpr std::array<std::string_view, 16> forbidden{
    "tidak melapor",    "tidak akan melapor",  "tidak lapor",     "tidak akan lapor",
    "mencabut laporan", "menarik laporan",     "cabut laporan",   "mencabut pengaduan",
    "mencabut aduan",   "tidak menceritakan",  "tidak bercerita", "tutup mulut",
    "merahasiakan",     "tidak akan menuntut", "dinikahkan",      "menikahi"};

bool may_be_forbidden(std::string_view text) {
  const auto small = folded(text);
  return std::any_of(forbidden.begin(), forbidden.end(),
                     [&](std::string_view words) { return small.find(words) != std::string::npos; });
}

} // namespace

// The law's gate goes by the kind of an obligation; the words may say another.
void promises(const Sense &sense) {
  constexpr std::array<std::string_view, 4> told{"marriage", "silence", "no_report", "withdraw_report"};
  const auto rows = sense.draft.groups.find("obligation");
  if (rows == sense.draft.groups.end())
    return;
  int number = 0;
  for (const auto &row : rows->second) {
    ++number;
    const auto text = row.values.find("text"), kind = row.values.find("kind");
    if (text == row.values.end() || !may_be_forbidden(text->second.text))
      continue;
    if (kind == row.values.end() || std::find(told.begin(), told.end(), trim(kind->second.text)) == told.end())
      sense.remark(
          say("obligation {} of the form reads like a promise of silence, of no report, or of marriage", number),
          say("no agreement may hold one: if it is that, give it its kind (silence, no_report, "
              "withdraw_report, marriage) or take it out"),
          "builtin.promise");
  }
}

// S13: what is paid is paid between the parties, under a clause that says so
void payment(const Sense &sense) {
  const auto number = parse_integer(value_of(sense.facts.fields, "obligation"));
  const auto *obligation = number ? sense.file.obligation(static_cast<int>(*number)) : nullptr;
  const bool of_money = obligation && (obligation->kind == "payment" || obligation->kind == "maintenance" ||
                                       !value_of(obligation->clear, "amount").empty());
  if (obligation && !of_money)
    sense.complain(say("obligation {} is not one of payment", obligation->number),
                   say("its state is recorded by a monitoring visit"));
  const auto paid = parse_integer(value_of(sense.facts.fields, "amount"));
  const auto owed = obligation ? parse_integer(value_of(obligation->clear, "amount")) : std::nullopt;
  if (paid && owed && *paid > *owed)
    sense.remark(say("more is paid at once than obligation {} asks for", obligation->number),
                 say("check the amount; if a figure slipped in: --amend"), "builtin.payment");
}

} // namespace mediasi::sense
