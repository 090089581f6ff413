// The flow of every command: language, grammar, environment, run, render, write. The one place that ends the program.

#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <new>
#include <sstream>
#include <typeinfo>

#include <malloc.h>
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
#include "store/file_system.h"

namespace mediasi {

namespace {

using Arguments = std::vector<std::string>;

// A stream that says when memory ended in the middle of a text, rather than giving half of it.
std::ostringstream whole_text() {
  std::ostringstream text;
  text.exceptions(std::ios::badbit);
  return text;
}

void complain(const std::vector<Problem> &problems, Format format) {
  std::ostringstream text = whole_text();
  render_problems(text, problems, format, screen_of(STDERR_FILENO));
  const std::string all = text.str();
  std::fwrite(all.data(), 1, all.size(), stderr);
}

Problem no_memory() {
  return {.code = Code::out_of_memory, .message = say("no memory left"), .hint = say("close other programs")};
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

bool says_recorded(const std::vector<Problem> &problems) {
  return std::ranges::any_of(problems, [](const Problem &problem) { return problem.code == Code::after_commit; });
}

// Hints of the store speak of nothing changed, which is no longer so.
void speak_of_later(Problem &problem) {
  if (problem.code == Code::database_failed)
    problem.hint = say("check the disk and its cables");
  if (problem.code == Code::store_busy)
    problem.hint = say("wait for the other command to end");
  if (problem.code == Code::internal)
    problem.hint = say("report this as a fault of the program");
}

// What was done stays done, whatever fails after it: that is code 1 with the entry's number.
std::vector<Problem> with_receipt(std::vector<Problem> problems, const Env &env) {
  if (env.receipt->entry == 0)
    return problems;
  std::ranges::for_each(problems, speak_of_later);
  if (says_recorded(problems))
    return problems;
  problems.push_back({.code = Code::after_commit,
                      .message = say("entry {} is recorded, only what follows it failed", env.receipt->entry),
                      .hint = say("mediasi report journal")});
  return problems;
}

// A program that reads JSON must find the warning too, so it is given as any problem is; the code is not changed by it.
void warn_of_network(const Env &env) {
  if (!env.network_allowed || env.store.value.empty())
    return;
  const std::string folder = std::filesystem::path(env.store.value).parent_path().string(); // init: no store yet
  if (on_network(env.store.value) || on_network(folder.empty() ? "." : folder))
    complain({{.code = Code::store_warning,
               .message = say("the store '{}' lies on a network file system", env.store.value),
               .hint = say("two commands at once can lose acts there; move it to a disk of this machine")}},
             env.format);
}

Reader give_answer(const Env &env, const Outcome &outcome) {
  const auto warn = [&] {
    if (!outcome.warnings.empty())
      complain(outcome.warnings, env.format);
  };
  try {
    const Reader reader = put(env, rendered(outcome.answer, env.format, env.screen));
    warn();
    return reader;
  } catch (const Error &) {
    warn(); // what there is to look at has to be known the more
    throw;
  }
}

int tell(const Env &env, const Outcome &outcome) {
  const Reader reader = give_answer(env, outcome);
  // who stops listening to a report has heard enough; what failed or was left out has to be known, whoever listens
  const bool attention = outcome.exit == exit_code(Code::overdue);
  return reader == Reader::gone && attention ? 0 : outcome.exit;
}

int run_command(Env &env, const Parsed &parsed) {
  warn_of_network(env);
  try {
    return tell(env, parsed.run(env));
  } catch (const Error &error) {
    throw Error(with_receipt(error.problems(), env));
  } catch (const std::bad_alloc &) {
    throw Error(with_receipt({no_memory()}, env));
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
  return run_command(env, parsed);
}

int run_and_complain(const Arguments &arguments) {
  Format format = Format::text;
  try {
    format = parse_format(early(arguments, "--format")).value_or(Format::text);
    return run(arguments);
  } catch (const Error &error) {
    complain(error.problems(), format);
    return error.exit_code();
  } catch (const std::bad_alloc &) {
    complain({no_memory()}, format);
  } catch (const std::exception &error) {
    // what() of a library may quote input; the type of failure is enough to report a fault of ours
    complain({{.code = Code::internal,
               .message = say("internal error: {}", typeid(error).name()),
               .hint = say("report this as a fault of the program")}},
             format);
  }
  return 1;
}

} // namespace

} // namespace mediasi

namespace {

// No memory is left even for a complaint, or nobody can catch what says so: a destructor, a library's static objects.
[[noreturn]] void end_with_last_words() {
  constexpr std::string_view last_words = "mediasi: no memory left [M1005]\n  hint: close other programs\n";
  (void)!write(STDERR_FILENO, last_words.data(), last_words.size());
  _exit(1);
}

[[gnu::constructor(101)]] void prepare_last_words() { // before any static object is made
  std::set_terminate(end_with_last_words);
}

} // namespace

int main(int argc, char **argv) {
  using namespace mediasi;
  harden();
  // What grows to megabytes (a report of a year) grows in the heap: pages given back and asked for again cost more than
  // all that is written into them.
  mallopt(M_MMAP_THRESHOLD, 64 << 20);
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
  try {
    return run_and_complain({argv + std::min(argc, 1), argv + argc});
  } catch (const std::bad_alloc &) {
    end_with_last_words();
  }
}
