// A rules file from disk with the templates it uses: read, loaded, and every template checked, before anything runs on
// it.
#pragma once

#include <string>
#include <vector>

#include "cmd/command.h"
#include "rules/load.h"
#include "store/store.h"

namespace mediasi {

struct RulesFile {
  RulesText text; // with its templates and hash, as the store keeps it
  Loaded loaded;  // problems of the file and of its templates
};

// `path`: a file, or the name of a shipped one ("pasuruan"). Templates beside it (templates/NAME.html) override shipped
// ones.
RulesFile load_rules_file(const Env &env, const std::string &path);

// The statutory gates of this release, as they are written.
std::vector<Gate> statutory_gates();

} // namespace mediasi
