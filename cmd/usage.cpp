#include "cmd/usage.h"

#include <algorithm>

#include "base/language.h"
#include "base/text.h"

namespace mediasi {

namespace {

std::string help_hint(const Parsed &parsed) {
  const std::string name = parsed.command != nullptr ? std::string(parsed.command->name) + ' '
                           : parsed.group.empty()    ? ""
                                                     : parsed.group + ' ';
  return say("mediasi {}--help", name);
}

// A word may be somebody's name or number typed where it does not belong; only what looks like a misspelt word of the
// program is said again.
std::string shown(const std::string &word) {
  const auto of_the_program = [](char c) { return (c >= 'a' && c <= 'z') || c == '-' || c == '_'; };
  const bool harmless = word.size() <= 24 && std::all_of(word.begin(), word.end(), of_the_program);
  return harmless ? "'" + word + "'" : std::string(tr("(not repeated here)"));
}

// the words that may follow a group's
std::vector<std::string> known_commands(const std::string &group) {
  const std::string before = group.empty() ? "" : group + ' ';
  std::vector<std::string> all;
  for (const Command &command : commands()) {
    if (!command.name.starts_with(before))
      continue;
    const std::string_view rest = command.name.substr(before.size());
    const std::string word(rest.substr(0, rest.find(' ')));
    if (std::find(all.begin(), all.end(), word) == all.end())
      all.push_back(word);
  }
  return all;
}

std::vector<std::string> known_options(const Parsed &parsed) {
  Globals unused;
  Options global;
  declare(unused, global);
  std::vector<std::string> all;
  for (const Options *options : {static_cast<const Options *>(&global), &parsed.options})
    for (const Options::Item &item : options->items())
      if (!item.positional())
        all.emplace_back(item.name);
  return all;
}

std::string did_you_mean(const std::string &word, const std::vector<std::string> &known, const std::string &before,
                         const std::string &otherwise) {
  const std::string near = nearest(word, known);
  return near.empty() ? otherwise : say("did you mean '{}{}'?", before, near);
}

Problem unknown_option(const std::string &word, const Parsed &parsed) {
  const std::string name = word.substr(0, word.find('='));
  return {Code::unknown_option, say("unknown option {}", shown(name)),
          did_you_mean(name, known_options(parsed), "", help_hint(parsed))};
}

Problem unknown_command(const std::string &word, const Parsed &parsed) {
  const std::string before = parsed.group.empty() ? "" : parsed.group + ' ';
  return {Code::unknown_command, say("unknown command {}", shown(word)),
          did_you_mean(word, known_commands(parsed.group), before, help_hint(parsed))};
}

} // namespace

Problem value_missing(std::string_view name) {
  return {Code::option_value, say("'{}' needs a value", name), say("write a value behind '{}'", name)};
}

Problem given_twice(std::string_view name) {
  return {Code::usage, say("'{}' is given more than once", name), say("leave all but one away")};
}

Problem argument_missing(std::string_view name, std::string_view about) {
  return {Code::usage, say("'{}' is missing: {}", name, tr(std::string(about).c_str())), say("add {}", name)};
}

Problem unreadable_arguments() {
  return {Code::usage, say("the command line cannot be understood"), say("mediasi --help")};
}

Problem command_missing(const Parsed &parsed) {
  if (parsed.group.empty())
    return {Code::usage, say("no command is named"), help_hint(parsed)};
  return {Code::usage, say("'{}' needs one of: {}", parsed.group, join(known_commands(parsed.group), ", ")),
          help_hint(parsed)};
}

std::vector<Problem> check_spelling(const std::vector<std::string> &arguments,
                                    const std::vector<const Options *> &all) {
  std::vector<Problem> problems;
  for (const std::string &word : arguments) {
    if (word == "--")
      break;
    const std::size_t equals = word.find('=');
    if (!word.starts_with("--") || equals == word.npos)
      continue;
    const std::string name = word.substr(0, equals);
    for (const Options *options : all)
      for (const Options::Item &item : options->items()) {
        if (item.name != name)
          continue;
        if (item.flag())
          problems.push_back({Code::option_value, say("'{}' takes no value", name), say("write '{}' alone", name)});
        else if (equals + 1 == word.size())
          problems.push_back(value_missing(name));
      }
  }
  return problems;
}

std::vector<Problem> unknown_words(const std::vector<std::string> &words, const Parsed &parsed) {
  std::vector<Problem> problems;
  bool command_sought = parsed.command == nullptr;
  bool option_before = false; // the word behind an unknown option may have been meant as its value
  for (const std::string &word : words) {
    const bool option = word.size() > 1 && word.front() == '-';
    if (option)
      problems.push_back(unknown_option(word, parsed));
    else if (command_sought && !option_before)
      problems.push_back(unknown_command(word, parsed));
    else if (!command_sought && !option_before)
      problems.push_back({Code::usage, say("unexpected argument {}", shown(word)), help_hint(parsed)});
    command_sought = command_sought && (option || option_before);
    option_before = option && word.find('=') == word.npos;
  }
  if (parsed.command == nullptr && !problems.empty() && problems.front().code == Code::unknown_command)
    problems.resize(1); // its options and arguments cannot be judged
  return problems;
}

} // namespace mediasi
