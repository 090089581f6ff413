// The whole contract between main and a subcommand.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "render/render.h"
#include "report/report.h"

namespace mediasi {

class Options;
class KeySource;

enum class Setting { by_default, environment, option };

struct Chosen { // a value and where it came from; `store info` shows both
  std::string value;
  Setting from = Setting::by_default;
};

// What the run has put into a store: whatever fails afterwards, that stays, and main says so.
struct Receipt {
  std::int64_t entry = 0; // the last one, 0 = none
};

// What main knows before a command runs. Four things and no more: paths and key, clock source, streams, format.
struct Env {
  Chosen store, key, language, share; // store.value is empty when there is neither option, variable nor home
  std::shared_ptr<KeySource> keys;    // key_source.h
  std::string now_override;           // MEDIASI_NOW, obeyed by practice stores alone
  std::string user;                   // OS user name
  Format format = Format::text;
  std::string output; // --output FILE or ""
  bool quiet = false;
  bool network_allowed = false; // --allow-network-store
  std::shared_ptr<Receipt> receipt = std::make_shared<Receipt>();
  Screen screen;

  const std::string &store_path() const; // Error(no_home)
};

inline constexpr int partly_taken = 6; // the exit code of a batch of which some rows were refused

struct Outcome {
  Answer answer;
  int exit = 0;
  std::vector<Problem> warnings = {}; // told on stderr; the code is not changed by them
};

using Run = std::function<Outcome(Env &)>;

struct Command {
  std::string_view name;     // "intake"; of "store verify" the second word is a verb of the first
  std::string_view summary;  // English source text
  std::string_view exits;    // the exit codes it can end with, one digit each, for its help page
  Run (*declare)(Options &); // adds its options to its own struct and returns what runs it
};

std::span<const Command> commands();

} // namespace mediasi
