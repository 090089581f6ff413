// The flow of every command: language, grammar, environment, run, render, write. The one place that ends the program.

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <new>
#include <sstream>
#include <typeinfo>

#include <unistd.h>

#include "base/error.h"
#include "base/language.h"
#include "base/text.h"
#include "cmd/command.h"
#include "cmd/env.h"
#include "cmd/grammar.h"
#include "cmd/help.h"
#include "cmd/key_source.h"
#include "cmd/list.h"
#include "cmd/morning.h"
#include "cmd/print.h"
#include "cmd/usage.h"
#include "render/render.h"

namespace mediasi {

namespace {

using Arguments = std::vector<std::string>;

void complain(const std::vector<Problem> &problems, Format format) {
  std::ostringstream text;
  render_problems(text, problems, format, screen_of(STDERR_FILENO));
  const std::string all = text.str();
  std::fwrite(all.data(), 1, all.size(), stderr);
}

// The language comes first, so that even a usage error is said in it. One that does not exist is complained about
// in the language of the environment.
void choose_tongue(const Arguments &arguments) {
  speak(choose_language(""), catalogue_folder());
  speak(choose_language(early(arguments, "--lang")), catalogue_folder());
}

// What is done must be tellable: only a report, which changes nothing, may find that it has no such format.
void check_format(const Env &env, const Parsed &parsed) {
  const bool reports = parsed.command != nullptr && parsed.command->name == "report" && parsed.globals.list.empty();
  if (!gives_all(env.format) && !reports)
    throw Error(Problem{.code = Code::format_refused,
                        .message = tr("this answer does not exist in the format 'ics'"),
                        .hint = tr("only 'mediasi report agenda' goes into a calendar")});
}

int give(const Env &env, std::string_view page) {
  put(env, page);
  return 0;
}

// What was done stays done when it cannot be told: that is code 1 with the entry's number.
Error untold(const Error &error, const Answer &answer) {
  const auto *act = std::get_if<ActAnswer>(&answer);
  if (act == nullptr || act->dry_run || act->acts.empty())
    return error;
  std::vector<Problem> problems = error.problems();
  problems.push_back({.code = Code::after_commit,
                      .message = say("entry {} of case {} is recorded, only the answer is lost", act->acts.back().entry,
                                     act->case_number),
                      .hint = say("mediasi report case {}", act->case_number)});
  return Error(std::move(problems));
}

int tell(const Env &env, const Outcome &outcome) {
  std::ostringstream text;
  render(text, outcome.answer, env.format, env.screen);
  try {
    return put(env, text.view()) == Reader::gone ? 0 : outcome.exit;
  } catch (const Error &error) {
    throw untold(error, outcome.answer);
  }
}

// A person who is only looking: the day's page; without a store, where to begin, and still no command, so still 2.
int bare(const Env &env, const Parsed &parsed) {
  if (auto page = morning_page(env))
    return tell(env, {std::move(*page), 0});
  put(env, start_page(env) + help_page(parsed));
  return exit_code(Code::usage);
}

int run(const Arguments &arguments) {
  choose_tongue(arguments);
  const Parsed parsed = parse(arguments);
  Env env = read_env(parsed.globals);
  check_output(env);
  check_format(env, parsed);
  check_standard_input(parsed);
  if (parsed.globals.version)
    return give(env, "mediasi " MEDIASI_VERSION "\n");
  if (parsed.globals.help)
    return give(env, help_page(parsed));
  if (!parsed.globals.list.empty())
    return tell(env, {list_of(parsed.globals.list, env), 0});
  if (parsed.command == nullptr && parsed.group.empty() && env.screen.terminal)
    return bare(env, parsed);
  if (parsed.command == nullptr)
    throw Error(command_missing(parsed));
  return tell(env, parsed.run(env));
}

} // namespace

} // namespace mediasi

int main(int argc, char **argv) {
  using namespace mediasi;
  harden();
  Format format = Format::text;
  try {
    const Arguments arguments(argv + std::min(argc, 1), argv + argc);
    format = parse_format(early(arguments, "--format")).value_or(Format::text);
    return run(arguments);
  } catch (const Error &error) {
    complain(error.problems(), format);
    return error.exit_code();
  } catch (const std::bad_alloc &) {
    complain({{.code = Code::out_of_memory, .message = say("out of memory")}}, format);
  } catch (const std::exception &error) {
    // what() of a library may quote input; the type of failure is enough to report a fault of ours
    complain({{.code = Code::internal, .message = say("internal error: {}", typeid(error).name())}}, format);
  }
  return 1;
}
