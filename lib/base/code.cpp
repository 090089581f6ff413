#include "base/code.h"

#include <array>

#include <fmt/core.h>

#include "base/language.h"

namespace mediasi {

namespace {

constexpr std::array table{
    CodeRow{Code::file_unreadable, later("a file cannot be read")},
    CodeRow{Code::file_unwritable, later("a file cannot be written, or another one stands in its place")},
    CodeRow{Code::database_failed, later("the database failed: disk full, input or output error")},
    CodeRow{Code::after_commit, later("the entry is in the store, but something after it failed")},
    CodeRow{Code::out_of_memory, later("out of memory")},
    CodeRow{Code::internal, later("a fault in the program itself")},
    CodeRow{Code::no_such_share, later("the program's own data files are missing")},
    CodeRow{Code::no_memory_disk, later("there is no file system in memory for a form to lie on")},
    CodeRow{Code::no_locked_memory, later("the system gives no memory that stays out of the swap, for keys")},
    CodeRow{Code::pdf_failed, later("a paper is written as a page, but could not be made into a PDF")},

    CodeRow{Code::usage, later("the command line cannot be understood")},
    CodeRow{Code::unknown_command, later("there is no such command")},
    CodeRow{Code::unknown_option, later("there is no such option here")},
    CodeRow{Code::option_value, later("an option's value cannot be used")},
    CodeRow{Code::no_officer, later("nobody in the roster stands behind this act")},
    CodeRow{Code::no_such_case, later("there is no such case")},
    CodeRow{Code::ambiguous_case, later("a short case number fits none or several open cases")},
    CodeRow{Code::no_home, later("no store named, and no home folder to look in")},
    CodeRow{Code::step_needed, later("several steps are open; one must be named")},
    CodeRow{Code::unknown_step, later("the rules have no such step")},
    CodeRow{Code::sealed_in_argument, later("an identity was given as an argument")},
    CodeRow{Code::no_terminal, later("nothing to do without a terminal")},
    CodeRow{Code::now_refused, later("MEDIASI_NOW is set, but the store is not a practice store")},
    CodeRow{Code::unknown_report, later("there is no such report")},
    CodeRow{Code::unknown_paper, later("there is no such paper")},
    CodeRow{Code::form_needed, later("the act needs a form")},
    CodeRow{Code::store_exists, later("a store stands there already")},
    CodeRow{Code::no_such_entry, later("the case has no such entry")},
    CodeRow{Code::report_option, later("the report does not take this option")},
    CodeRow{Code::format_refused, later("the answer does not exist in this format")},
    CodeRow{Code::form_left, later("the form was left as it was, or emptied")},
    CodeRow{Code::no_editor, later("there is no editor to open the form in")},
    CodeRow{Code::editor_failed, later("the editor failed or was killed")},
    CodeRow{Code::find_reads_only, later("--find records nothing, so it takes no form and no step")},
    CodeRow{Code::no_such_reader, later("there is no such reader")},
    CodeRow{Code::no_such_batch, later("there is no such batch")},

    CodeRow{Code::refused_by_rule, later("refused by a rule of the office")},
    CodeRow{Code::refused_by_statute, later("refused by law; nobody can override it")},
    CodeRow{Code::role_not_held, later("the officer does not hold the step's role on that day")},
    CodeRow{Code::future_date, later("the act lies in the future")},
    CodeRow{Code::step_not_open, later("the step is not open yet, or not any more")},
    CodeRow{Code::case_closed, later("the case is closed")},
    CodeRow{Code::acceptance_invalid, later("a warning was not accepted, or not by the role that may")},
    CodeRow{Code::booked_twice, later("a person or a room is taken at that time")},
    CodeRow{Code::paper_not_owed, later("no step owes this paper")},
    CodeRow{Code::before_intake, later("the act lies before the case was received")},
    CodeRow{Code::store_kind, later("the store lies where it may not, or belongs to another kind of use")},
    CodeRow{Code::session_past, later("a session is fixed on a day that has passed")},
    CodeRow{Code::not_as_found, later("only an old case takes acts as found, and only from before it was taken over")},
    CodeRow{Code::last_admin, later("nobody could enter anything into the roster any more")},
    CodeRow{Code::not_correctable, later("the entry cannot be amended, or not voided")},
    CodeRow{Code::clock_refused, later("the rules do not allow this pause or extension of a deadline")},
    CodeRow{Code::nothing_open, later("no pause or wait of that name is open, so none can end")},
    CodeRow{Code::no_free_slot, later("no time is free for a session inside the limit")},
    CodeRow{Code::not_of_case, later("the step belongs to the house, or to a case, and not to the other")},
    CodeRow{Code::reader_needed, later("a reader or recovery code that is still needed, or one too many")},
    CodeRow{Code::case_still_open, later("the case is not closed, so it cannot be erased")},
    CodeRow{Code::still_owed, later("an obligation or a deadline of the case is open, so it cannot be erased")},
    CodeRow{Code::held_by_law, later("a legal hold stands on the case, so it cannot be erased")},
    CodeRow{Code::still_kept, later("the rules keep the case, or somebody of it is in an open case")},
    CodeRow{Code::batch_built_on, later("a batch cannot be undone: something rests on it, or it is undone")},
    CodeRow{Code::case_erased, later("the case was erased: nobody can read or add to it any more")},
    CodeRow{Code::no_erasure_list, later("a backup without the list of the cases erased since")},

    CodeRow{Code::toml_syntax, later("the text is not valid TOML")},
    CodeRow{Code::unknown_key, later("there is no such key")},
    CodeRow{Code::missing_key, later("a needed key is missing")},
    CodeRow{Code::wrong_type, later("a value has the wrong type")},
    CodeRow{Code::not_a_date, later("not a date")},
    CodeRow{Code::not_a_number, later("not a number, or out of range")},
    CodeRow{Code::not_a_choice, later("not one of the choices")},
    CodeRow{Code::not_a_reference, later("names something that does not exist")},
    CodeRow{Code::missing_field, later("a needed field is missing")},
    CodeRow{Code::bad_nik, later("not a NIK (16 digits with a possible birth date)")},
    CodeRow{Code::bad_text, later("the text cannot be taken")},
    CodeRow{Code::too_large, later("larger than the limit")},
    CodeRow{Code::unknown_name, later("there is nothing of that name")},
    CodeRow{Code::unreachable, later("a step can never be reached")},
    CodeRow{Code::no_anchor, later("a deadline starts or ends with an event that never happens")},
    CodeRow{Code::bad_guard, later("a guard is not well formed")},
    CodeRow{Code::bad_table, later("the fitness table overlaps or leaves gaps where it may not")},
    CodeRow{Code::bad_template, later("a template is not well formed")},
    CodeRow{Code::duplicate_name, later("the same name twice")},
    CodeRow{Code::bad_value, later("a value cannot be used here")},
    CodeRow{Code::gate_dropped, later("the rules try to drop or weaken what the law demands")},
    CodeRow{Code::bad_attachment, later("an attachment cannot be taken")},
    CodeRow{Code::bad_encoding, later("not valid UTF-8, or a NUL character in it")},
    CodeRow{Code::attachment_needed, later("the act needs an attached file")},
    CodeRow{Code::nothing_changed, later("the amendment changes nothing")},
    CodeRow{Code::not_two_records, later("two records that cannot be one human being")},
    CodeRow{Code::passphrase_refused, later("the passphrase will not do, or was not typed twice alike")},
    CodeRow{Code::bad_sheet, later("a sheet or a row of it cannot be read: quotes, headings, number of cells")},
    CodeRow{Code::bad_json, later("a line is no JSON object")},
    CodeRow{Code::bad_ref, later("the key of a row is none")},
    CodeRow{Code::ref_changed, later("the key of a row is in the store with other content")},
    CodeRow{Code::bad_erasures, later("a list of erased cases is another store's, or was altered")},
    CodeRow{Code::other_store, later("the file belongs to another store")},
    CodeRow{Code::bad_checkpoint, later("the file is no checkpoint")},

    CodeRow{Code::overdue, later("something is overdue")},
    CodeRow{Code::rules_warning, later("the rules file works, but deserves a look")},
    CodeRow{Code::store_warning, later("the store is sound, but deserves a look")},
    CodeRow{Code::possible_duplicate, later("two records may be of one human being")},
    CodeRow{Code::duplicates_unchecked,
            later("nobody was looked for, or records were not compared: the key was not at hand")},
    CodeRow{Code::worth_a_look, later("recorded, and worth a second look")},
    CodeRow{Code::no_weasyprint, later("the pages are written, but no PDF: WeasyPrint is not installed")},
    CodeRow{Code::row_compared_in_part, later("rows in the store were compared only in what stands in the clear")},
    CodeRow{Code::rows_left, later("rows of a batch were not taken")},

    CodeRow{Code::store_busy, later("another program holds the store; try again")},
    CodeRow{Code::needs_recovery, later("a writer was interrupted; the next writing command recovers the store")},
    CodeRow{Code::key_needed, later("the key is needed and absent")},
    CodeRow{Code::key_wrong, later("the key does not open this store")},

    CodeRow{Code::store_damaged, later("the store is damaged")},
    CodeRow{Code::store_altered, later("the journal was altered, cut off or forked")},
    CodeRow{Code::store_newer, later("the store was written by a newer release")},
    CodeRow{Code::not_a_store, later("the file is not a store of this program")},
    CodeRow{Code::bad_signature, later("a signature is not that of the store")},
};

} // namespace

std::span<const CodeRow> codes() {
  return table;
}

std::string code_text(Code code) {
  return fmt::format("M{:04}", static_cast<int>(code));
}

} // namespace mediasi
