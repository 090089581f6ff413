// The stable message codes ("M" plus four digits) and the exit code each stands for.
// One table (code.cpp) defines number, exit code and one line of meaning; `--list codes` and the
// manual read it. The thousands name the exit code: M3101 ends the program with 3.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace mediasi {

enum class Code : int {
  // 1: failed
  file_unreadable = 1001,
  file_unwritable = 1002,
  database_failed = 1003,
  after_commit = 1004,
  out_of_memory = 1005,
  internal = 1006,
  no_such_share = 1007,
  no_memory_disk = 1010,
  no_locked_memory = 1070,
  pdf_failed = 1140,
  // 2: usage
  usage = 2001,
  unknown_command = 2002,
  unknown_option = 2003,
  option_value = 2004,
  no_officer = 2005,
  no_such_case = 2006,
  ambiguous_case = 2007,
  no_home = 2008,
  step_needed = 2009,
  unknown_step = 2010,
  sealed_in_argument = 2011,
  no_terminal = 2012,
  now_refused = 2013,
  unknown_report = 2014,
  unknown_paper = 2015,
  form_needed = 2016,
  store_exists = 2017,
  no_such_entry = 2020,
  report_option = 2040,
  format_refused = 2041,
  form_left = 2060,
  no_editor = 2061,
  editor_failed = 2062,
  find_reads_only = 2050,
  no_such_reader = 2070,
  no_such_batch = 2080,
  // 3: refused
  refused_by_rule = 3001,
  refused_by_statute = 3002,
  role_not_held = 3003,
  future_date = 3004,
  step_not_open = 3005,
  case_closed = 3006,
  acceptance_invalid = 3007,
  booked_twice = 3008,
  paper_not_owed = 3009,
  before_intake = 3010,
  store_kind = 3011,
  session_past = 3012,
  not_as_found = 3013,
  last_admin = 3014,
  not_correctable = 3020,
  clock_refused = 3030,
  nothing_open = 3031,
  no_free_slot = 3050,
  not_of_case = 3040,
  reader_needed = 3070,
  case_still_open = 3090,
  still_owed = 3091,
  held_by_law = 3092,
  still_kept = 3093,
  batch_built_on = 3060,
  case_erased = 3095,
  no_erasure_list = 3096,
  // 4: data wrong
  toml_syntax = 4001,
  unknown_key = 4002,
  missing_key = 4003,
  wrong_type = 4004,
  not_a_date = 4005,
  not_a_number = 4006,
  not_a_choice = 4007,
  not_a_reference = 4008,
  missing_field = 4009,
  bad_nik = 4010,
  bad_text = 4011,
  too_large = 4012,
  unknown_name = 4013,
  unreachable = 4014,
  no_anchor = 4015,
  bad_guard = 4016,
  bad_table = 4017,
  bad_template = 4018,
  duplicate_name = 4019,
  bad_value = 4020,
  gate_dropped = 4021,
  bad_attachment = 4022,
  bad_encoding = 4023,
  attachment_needed = 4030,
  nothing_changed = 4031,
  not_two_records = 4060,
  passphrase_refused = 4070,
  bad_sheet = 4110,
  bad_json = 4111,
  bad_ref = 4112,
  ref_changed = 4113,
  bad_erasures = 4090,
  other_store = 4150,
  bad_checkpoint = 4151,
  // 5: needs attention
  overdue = 5001,
  rules_warning = 5002,
  store_warning = 5003,
  possible_duplicate = 5080,
  duplicates_unchecked = 5081,
  worth_a_look = 5082,
  no_weasyprint = 5140,
  row_compared_in_part = 5160,
  rows_left = 5161,
  // 7: try again, or bring the key
  store_busy = 7001,
  needs_recovery = 7002,
  key_needed = 7003,
  key_wrong = 7004,
  // 8: damaged
  store_damaged = 8001,
  store_altered = 8002,
  store_newer = 8003,
  not_a_store = 8004,
  bad_signature = 8050,
};

struct CodeRow {
  Code code;
  std::string_view meaning; // one line, English, translated when shown
};

std::span<const CodeRow> codes();

// "M3001"
std::string code_text(Code code);

// 1..8; the thousands of the number
constexpr int exit_code(Code code) {
  return static_cast<int>(code) / 1000;
}

} // namespace mediasi
