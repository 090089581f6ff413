#include "cmd/correcting.h"

#include "action/correct.h"
#include "base/error.h"
#include "base/language.h"
#include "base/text.h"

namespace mediasi {

namespace {

std::string reasons(const Standard &standard) {
  std::vector<std::string> known;
  for (const auto &reason : standard.reasons)
    if (reason.of == "correction")
      known.push_back(reason.id);
  return join(known, " | ");
}

// what stands behind a command: complaints are of no case
std::string of_case(const std::string &number) {
  return number == house ? std::string() : " " + number;
}

void check_usage(const Standard &standard, const WritingOptions &options) {
  std::vector<Problem> problems;
  const auto complain = [&](std::string message, std::string hint) {
    problems.push_back({Code::usage, std::move(message), std::move(hint)});
  };
  if (!options.amend.empty() && !options.voids.empty())
    complain(say("--amend and --void exclude each other"), say("give one of them"));
  if (!options.papers.empty())
    complain(say("a correction issues no paper"),
             say("what it makes owed anew: mediasi document {} --owed --into FOLDER", options.case_number));
  if (options.because.empty())
    complain(say("a correction needs its reason"), say("--because {}", reasons(standard)));
  const bool changes = !options.sets.empty() || !options.attachments.empty() || !options.on.empty() ||
                       !options.accepted.empty() || !options.step.empty();
  if (!options.voids.empty() && changes)
    complain(say("--void changes nothing of the entry"),
             say("leave out all but --because, --by and a form with a note"));
  if (!options.amend.empty() && options.form.empty() && !changes)
    complain(say("nothing to amend"), say("say what changes: --form FILE, --set NAME=VALUE or --on DATE"));
  throw_if_any(std::move(problems));
}

} // namespace

std::optional<Correcting> correcting(const Standard &standard, const std::vector<Entry> &entries,
                                     std::string_view command, WritingOptions &options) {
  if (!options.corrects()) {
    if (!options.because.empty())
      throw Error({Code::usage, say("--because goes with --amend or --void"), say("leave it out")});
    return std::nullopt;
  }
  check_usage(standard, options);
  const bool amends = !options.amend.empty();
  const auto number = parse_integer(amends ? options.amend : options.voids);
  if (!number || *number < 1)
    throw Error({Code::option_value, say("that is no number of an entry"), say("see: mediasi report case CASE")});
  const auto *step = step_behind(standard, entries, *number);
  if (!step)
    throw Error({Code::no_such_entry, say("case '{}' has no entry {}", options.case_number, *number),
                 say("see: mediasi report case {}", options.case_number)});
  if (step->command != command)
    throw Error({Code::unknown_step,
                 say("entry {} is of the step '{}', recorded by '{}'", *number, step->id, step->command),
                 say("mediasi {} {} --because {}", step->command + of_case(entries.front().case_number),
                     (amends ? "--amend " : "--void ") + std::to_string(*number), repeatable(options.because))});
  if (!options.step.empty() && options.step != step->id)
    throw Error({Code::unknown_step, say("entry {} is of the step '{}'", *number, step->id), say("leave --step out")});
  options.step = step->id;
  return Correcting{amends ? Correction::amends : Correction::voids, *number, options.because};
}

} // namespace mediasi
