// Papers: a template, the facts it may show to its recipient, and the exact page that comes out.
// Pure: same case, same identities, same number, same clock, same bytes. Nothing here numbers, stores or writes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "model/casefile.h"
#include "model/identities.h"
#include "model/roster.h"
#include "paper/source.h"
#include "rules/standard.h"

namespace mediasi {

struct PaperRequest {
  std::string kind;           // Paper.id of the standard
  std::string recipient;      // person id, "mediator", "institution", role id, or "" for the office's own
  int session = 0;            // which session, 0 = none
  std::int64_t for_entry = 0; // the act that owes it, 0 = none
  std::string number;         // letter number, already taken; "" = unnumbered
  int ordinal = 1;            // invitation ke-1..3
  Date issued{};
  std::string head_code; // short code of the journal's head before this entry
  bool practice = false; // LATIHAN across the page
};

// Everything the page is made from, and nothing else.
struct PaperInput {
  const Standard &standard;
  const Roster &roster;
  const CaseFile &file;
  const Identities &identities;
  const PaperRequest &request;
};

// The page as one self-contained HTML document. Throws Error: bad_template (the template breaks a rule of
// paper/shield.h), missing_field (the case does not hold yet what the template needs), bad_text (a free text carries
// the address, phone or NIK of somebody the recipient may not have it of), refused_by_rule (safe contact: the person
// may not be written to), unknown_paper.
std::string compose(const PaperInput &input, const Templates &templates);

// The persons a paper of this kind is owed to, in order: for "invitee" everyone invited, for "party" both sides, for
// "receiver" who was handed a copy of the minutes ...
std::vector<std::string> recipients(const Standard &standard, const CaseFile &file, const Paper &paper, int session);

// "Pada hari ini, Senin, tanggal tujuh bulan Juli tahun dua ribu dua puluh lima"
std::string date_in_words(Date date);
std::string number_in_words(std::int64_t number);             // 0..999,999,999,999
std::string long_date(Date date);                             // "7 Juli 2025"
std::string weekday_name(Date date);                          // "Senin"
std::string clock_time(std::chrono::minutes time, Zone zone); // "pukul 09.00 WIB"
std::string rupiah(std::int64_t amount);                      // "Rp10.000"
std::string roman_month(unsigned month);                      // "VII"

// "{kode}/{nomor}/{unit}/{tahun}" filled; {nomor} is at least three digits, {bulan_romawi} the Roman month.
std::string letter_number(const std::string &pattern, int serial, const Paper &paper, const Office &office,
                          Date issued);

// Papers counted in different registers whose numbers would read the same; called when rules are loaded, and of former
// rules when they are changed: their letters have their numbers.
std::vector<Problem> check_same_numbers(const Standard &standard);
std::vector<Problem> check_same_numbers(const Standard &former, const Standard &next);

// Unknown placeholders, open braces, no {nomor} or no {tahun}; called when rules are loaded. `at` is copied into each.
std::vector<Problem> check_number_pattern(std::string_view pattern, const Place &at = {});

} // namespace mediasi
