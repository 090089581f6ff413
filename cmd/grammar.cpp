#include "cmd/grammar.h"

#include <algorithm>
#include <map>
#include <memory>

#include <CLI/CLI.hpp>

#include "base/error.h"
#include "base/language.h"
#include "base/text.h"
#include "cmd/usage.h"

namespace mediasi {

void declare(Globals &globals, Options &options) {
  options.text("--store", "FILE", later("the case store"), globals.store);
  options.text("--key", "FILE", later("the key file, for what shows identities"), globals.key);
  options.text("--key-fd", "NUMBER", later("an open descriptor that gives the key instead"), globals.key_fd);
  options.text("--lang", "id|en", later("language of messages and pages"), globals.language);
  options.text("--format", "text|csv|json|ics", later("form of the answer"), globals.format);
  options.text("--output", "FILE", later("write the answer to this file, whole or not at all"), globals.output);
  options.flag("--quiet", later("print no answer; the exit code tells"), globals.quiet);
  options.flag("--allow-network-store", later("use a store on a network file system; its locks may not hold there"),
               globals.network_allowed);
  options.text("--list", "WHAT", later("name all commands, steps, fields, codes, guards, reports or papers"),
               globals.list);
  options.flag("--version", later("print the version"), globals.version);
  options.flag("--help", later("print this page"), globals.help);
}

namespace {

struct Bound { // an item and its option, to ask how often it was given
  const Options::Item *item;
  CLI::Option *option;
};

std::vector<Bound> bind(CLI::App &app, const Options &options) {
  std::vector<Bound> all;
  for (const Options::Item &item : options.items()) {
    const std::string name(item.positional() ? item.value : item.name);
    CLI::Option *option = nullptr;
    if (item.flag())
      option = app.add_flag(name, *std::get<bool *>(item.target));
    else if (item.many()) // one value each time: "--set a=b CASE" must not swallow CASE
      option = app.add_option(name, *std::get<std::vector<std::string> *>(item.target))->allow_extra_args(false);
    else // TakeLast only so that the complaint about a repeated option can be ours
      option = app.add_option(name, *std::get<std::string *>(item.target))
                   ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    all.push_back({&item, option});
  }
  return all;
}

std::unique_ptr<CLI::App> bare(const std::string &name) {
  auto app = std::make_unique<CLI::App>("", name);
  app->set_help_flag();
  app->allow_extras(); // unknown words are complained about by us
  app->require_subcommand(0, 1);
  return app;
}

struct NamedCommand { // a command whose name may stand on the command line
  const Command *command;
  CLI::App *app;
  Options options;
  Run run;
  std::vector<Bound> bound;
};

CLI::App *sub(CLI::App &parent, const std::string &name) {
  for (CLI::App *known : parent.get_subcommands([&](const CLI::App *each) { return each->get_name() == name; }))
    return known;
  CLI::App *made = parent.add_subcommand(std::shared_ptr<CLI::App>(bare(name)));
  made->fallthrough(); // global options may stand behind the command
  return made;
}

// Declares only what the arguments may mean: a start must not pay for the options of thirteen other commands.
std::vector<std::unique_ptr<NamedCommand>> declare_named(CLI::App &app, const std::vector<std::string> &arguments) {
  std::vector<std::unique_ptr<NamedCommand>> all;
  for (const Command &command : commands()) {
    const std::vector<std::string> words = split(command.name, ' ');
    if (std::find(arguments.begin(), arguments.end(), words.front()) == arguments.end())
      continue;
    CLI::App *mine = &app;
    for (const std::string &word : words)
      mine = sub(*mine, word);
    auto declared = std::make_unique<NamedCommand>(NamedCommand{&command, mine, {}, {}, {}});
    declared->run = command.declare(declared->options);
    declared->bound = bind(*mine, declared->options);
    all.push_back(std::move(declared));
  }
  return all;
}

void run_grammar(CLI::App &app, const std::vector<std::string> &arguments) {
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend())); // CLI11 wants them last first
  } catch (const CLI::ArgumentMismatch &) {
    // a missing value can only be that of the last word: CLI11 takes whatever follows
    throw Error(value_missing(arguments.back()));
  } catch (const CLI::ParseError &) {
    throw Error(unreadable_arguments());
  }
}

// those of the words that stand before the command's name
std::vector<std::string> before(const std::vector<std::string> &arguments, const std::string &name,
                                const std::vector<std::string> &words) {
  const auto end = std::find(arguments.begin(), arguments.end(), name);
  std::vector<std::string> earlier;
  for (const std::string &word : words)
    if (std::find(arguments.begin(), end, word) != end)
      earlier.push_back(word);
  return earlier;
}

// CLI11 takes whatever follows for a value, the next option too
bool is_value(const std::string &text) {
  return !text.empty() && !text.starts_with("--");
}

std::vector<Problem> counted(const std::vector<Bound> &bound, bool page_wanted) {
  std::vector<Problem> problems;
  for (const auto &[item, option] : bound) {
    if (!item->many() && option->count() > 1)
      problems.push_back(given_twice(item->name));
    const std::vector<std::string> given = item->flag() ? std::vector<std::string>{} : option->results();
    if (!std::all_of(given.begin(), given.end(), is_value))
      problems.push_back(value_missing(item->positional() ? item->placeholder() : std::string(item->name)));
    if (item->presence == Presence::required && option->count() == 0 && !page_wanted)
      problems.push_back(
          argument_missing(item->positional() ? item->placeholder() : std::string(item->name), item->about));
  }
  return problems;
}

} // namespace

Parsed parse(const std::vector<std::string> &arguments) {
  Parsed parsed;
  Options global;
  declare(parsed.globals, global);
  const std::unique_ptr<CLI::App> app = bare("mediasi");
  std::vector<Bound> bound = bind(*app, global);
  const std::vector<std::unique_ptr<NamedCommand>> named = declare_named(*app, arguments);
  std::vector<const Options *> all{&global};
  for (const auto &each : named)
    all.push_back(&each->options);
  throw_if_any(check_spelling(arguments, all));
  run_grammar(*app, arguments);

  const NamedCommand *chosen = nullptr;
  const CLI::App *last = app.get();
  while (!last->get_subcommands().empty()) {
    last = last->get_subcommands().front();
    parsed.group += (parsed.group.empty() ? "" : " ") + last->get_name();
  }
  for (const auto &each : named)
    chosen = each->app == last ? each.get() : chosen;
  const Globals &globals = parsed.globals;
  const bool page = globals.help || globals.version || !globals.list.empty();
  std::vector<Problem> problems = counted(bound, page);
  if (chosen != nullptr) {
    parsed.command = chosen->command;
    parsed.options = chosen->options;
    parsed.run = chosen->run;
    const std::vector<Problem> more = counted(chosen->bound, page);
    problems.insert(problems.end(), more.begin(), more.end());
  }
  const std::vector<std::string> words = app->remaining(true);
  // what stands before the command's name was to be one itself
  const std::string first = parsed.group.substr(0, parsed.group.find(' '));
  throw_if_any(unknown_words(before(arguments, first, words), Parsed{globals, "", nullptr, {}, {}}));
  const std::vector<Problem> unknown = unknown_words(words, parsed);
  problems.insert(problems.begin(), unknown.begin(), unknown.end());
  throw_if_any(problems);
  return parsed;
}

std::string early(const std::vector<std::string> &arguments, std::string_view option) {
  const std::string joined = std::string(option) + '=';
  std::string value;
  for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    if (arguments[i] == option && i + 1 < arguments.size())
      value = arguments[i + 1];
    else if (arguments[i].starts_with(joined))
      value = arguments[i].substr(joined.size());
  }
  return value;
}

} // namespace mediasi
