#include "cmd/editor_form.h"

#include <algorithm>

#include <unistd.h>

#include "action/remarks.h"
#include "base/error.h"
#include "base/language.h"
#include "cmd/collect.h"
#include "cmd/editor.h"
#include "cmd/env.h"
#include "cmd/officer.h"

namespace mediasi {

namespace {

// What no editing mends is complained about before anybody types.
void check_before(const Env &env, const WritingOptions &options) {
  (void)moment_given(options);
  check_attachments(options.attachments);
  if (!options.papers.empty())
    (void)read_key(env);
  const auto roster = fold_roster(open_store(env, Access::read).house_entries());
  (void)acting_officer(roster, options.by, typing_officer(roster, env));
}

// the same text that --blank prints, with how to leave the editor
std::string first_text(Env &env, std::string_view command, WritingOptions options) {
  options.blank = true;
  const auto blank = write_case(env, command, options);
  return say("# To record it, save it and leave the editor; to record nothing, leave it as it is or empty it.") + "\n" +
         std::get<FormText>(blank.answer).text;
}

// What was typed is never thrown away for a fault that the next try may not have. What is recorded is not typed again,
// and a damaged store takes nothing more.
bool may_try_again(const Error &error) {
  constexpr int damaged = 8;
  const auto &problems = error.problems();
  return error.exit_code() != damaged && std::none_of(problems.begin(), problems.end(), [](const Problem &problem) {
           return problem.code == Code::after_commit;
         });
}

[[noreturn]] void give_up(const std::vector<Problem> &complaints) {
  throw_if_any(complaints);
  throw Error({Code::form_left, say("the form was left as it was, nothing is recorded"),
               say("fill it in and save it, or send it: --form FILE")});
}

} // namespace

bool on_a_terminal() {
  return isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1;
}

bool nothing_given(const WritingOptions &options) {
  return options.form.empty() && options.sets.empty() && !options.blank && !options.corrects();
}

Outcome write_in_editor(Env &env, std::string_view command, const WritingOptions &options) {
  check_before(env, options);
  const auto editor = chosen_editor();
  RemarkedForm shown{first_text(env, command, options), {}};
  std::vector<Problem> complaints;
  for (;;) {
    const auto typed = edited(editor, shown.text);
    auto filled = options;
    filled.typed_form = without_remarks(typed, shown.remarks);
    if (typed == shown.text || is_emptied(*filled.typed_form))
      give_up(complaints);
    try {
      return write_case(env, command, filled);
    } catch (const Error &error) {
      if (!may_try_again(error))
        throw;
      complaints = error.problems();
    }
    shown = with_remarks(*filled.typed_form, complaints, form_name(filled));
  }
}

} // namespace mediasi
