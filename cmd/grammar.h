// argv to a command that is ready to run. grammar.cpp is the only file that includes CLI11.
#pragma once

#include <string>
#include <vector>

#include "cmd/command.h"
#include "cmd/options.h"

namespace mediasi {

struct Globals { // the options that every command takes, before or behind its name
  std::string store, key, key_fd, language, format, output, list;
  bool quiet = false, network_allowed = false, version = false, help = false;
};

void declare(Globals &globals, Options &options);

struct Parsed {
  Globals globals;
  std::string group;                // the words that belong to a command's name: "store", "store key"
  const Command *command = nullptr; // none: nothing or only a group was named
  Options options;                  // the command's own
  Run run;
};

// Throws Error(usage | unknown_command | unknown_option) with the nearest known word. A page that is asked for
// (--help, --version, --list) needs neither a command nor its arguments.
Parsed parse(const std::vector<std::string> &arguments);

// The value of an option before anything is parsed, "" when absent: main needs the language and the format to complain.
std::string early(const std::vector<std::string> &arguments, std::string_view option);

} // namespace mediasi
