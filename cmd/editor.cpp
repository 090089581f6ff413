#include "cmd/editor.h"

#include <array>
#include <cstdlib>
#include <filesystem>

#include <unistd.h>

#include "base/error.h"
#include "base/file.h"
#include "base/language.h"
#include "base/text.h"
#include "cmd/editor_folder.h"
#include "cmd/editor_run.h"

namespace mediasi {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_edited = 1U << 20U;

// Editors whose ways are known: by these words they read no start-up file that could send backups, swap, undo and
// registers into a home folder, and no plug-in that could send the text further.
struct KnownEditor {
  std::string_view name; // of the program behind all links, or its beginning
  std::string_view words;
};
constexpr std::array known_editors{
    KnownEditor{"vim", "--clean -n"},
    KnownEditor{"nvim", "--clean -n"},
    KnownEditor{"nano", "--ignorercfiles"},
    KnownEditor{"emacs", "-Q"},
};

bool runs(const fs::path &file) {
  std::error_code failed;
  return fs::is_regular_file(file, failed) && access(file.c_str(), X_OK) == 0;
}

fs::path found_in_path(const std::string &program) {
  if (program.find('/') != std::string::npos)
    return runs(program) ? fs::path(program) : fs::path();
  const char *path = std::getenv("PATH");
  for (const auto &folder : split(path != nullptr ? path : "/usr/bin:/bin", ':'))
    if (const auto file = fs::path(folder) / program; runs(file))
      return file;
  return {};
}

const KnownEditor *known_editor(const fs::path &program) {
  std::error_code failed;
  const std::string name = fs::canonical(program, failed).filename().string();
  for (const auto &known : known_editors)
    if (name == known.name || name.starts_with(std::string(known.name) + '.') ||
        name.starts_with(std::string(known.name) + '-'))
      return &known;
  return nullptr;
}

std::vector<std::string> words_in(std::string_view text) {
  auto words = split(text, ' ');
  std::erase_if(words, [](const std::string &word) { return word.empty(); });
  return words;
}

// As git takes it: plain words are a program and its arguments, anything else is for the shell. The form's path comes
// last.
Editor from_setting(const std::string &setting) {
  const auto words = words_in(setting);
  const auto program = words.empty() ? fs::path() : found_in_path(words.front());
  const auto *known = program.empty() ? nullptr : known_editor(program);
  const auto more = known ? std::string(known->words) : std::string();
  if (setting.find_first_of("|&;<>()$`\\\"'\t\n*?[#~=%") != std::string::npos)
    return {{"/bin/sh", "-c", setting + ' ' + more + " \"$@\"", "mediasi"}};
  if (program.empty())
    throw Error({Code::no_editor, say("there is no editor '{}'", safe_for_terminal(setting)),
                 say("set VISUAL or EDITOR to one that is installed")});
  Editor editor{words};
  for (auto &word : words_in(more))
    editor.words.push_back(std::move(word));
  return editor;
}

} // namespace

Editor chosen_editor() {
  for (const char *name : {"VISUAL", "EDITOR"})
    if (const char *value = std::getenv(name); value != nullptr && !trim(value).empty())
      return from_setting(value);
  for (const char *name : {"editor", "nano", "vim", "vi"}) // a stranger is never chosen for anybody
    if (const auto program = found_in_path(name); !program.empty() && known_editor(program) != nullptr)
      return from_setting(name);
  throw Error({Code::no_editor,
               say("there is no editor: neither VISUAL nor EDITOR is set, and no nano or vim is there"),
               say("install nano, or send the form: --form FILE")});
}

std::string edited(const Editor &editor, std::string_view text) {
  std::string typed;
  const auto ended = with_signals_held([&] {
    const EditorFolder folder;
    const auto file = folder.put("form.toml", text);
    auto words = editor.words;
    words.push_back(file.string());
    const auto end = run_editor(words, folder.path().string());
    if (end.well() && fs::exists(file))
      typed = read_whole(file.string(), largest_edited);
    return end;
  });
  if (!ended.well())
    throw Error({Code::editor_failed, say("the editor failed or was ended, nothing is recorded"),
                 say("set VISUAL or EDITOR to another, or send the form: --form FILE")});
  return typed;
}

} // namespace mediasi
