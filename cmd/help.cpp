#include "cmd/help.h"

#include <algorithm>
#include <array>

#include "base/language.h"
#include "base/text.h"
#include "render/layout.h"

namespace mediasi {

namespace {

constexpr std::size_t page_width = 80;

constexpr std::array exit_meanings{
    later("done"),
    later("failed: file, disk or database; also any failure after the commit"),
    later("wrong usage, or no officer"),
    later("refused by a rule, a built-in refusal or a statutory gate"),
    later("wrong data: form, batch row, rules file or template"),
    later("something is overdue, or a check warns"),
    later("a batch was taken in part"),
    later("store busy beyond the wait, needs recovery, or key needed and absent"),
    later("store damaged, altered, cut off, forked, or of a newer format"),
};

std::string translated(std::string_view msgid) {
  return msgid.empty() ? std::string() : tr(std::string(msgid).c_str());
}

std::string left_of(const Options::Item &item) {
  std::string text(item.name);
  if (!item.value.empty())
    text += (text.empty() ? "" : " ") + item.placeholder();
  return text;
}

std::string entries(const std::vector<std::pair<std::string, std::string>> &rows) {
  constexpr std::size_t most = 26; // columns of the left side
  std::size_t widest = 0;
  for (const auto &[left, right] : rows)
    widest = std::max(widest, std::min(display_width(left), most));
  std::string page;
  for (const auto &[left, right] : rows) {
    std::string lead = "  " + pad(left, widest) + "  ";
    if (display_width(left) > most) { // a long left side has its own line
      page += "  " + left + '\n';
      lead = std::string(widest + 4, ' ');
    }
    page += hanging(lead, right, page_width);
  }
  return page;
}

std::string options_part(const Options &options, bool positionals) {
  std::vector<std::pair<std::string, std::string>> rows;
  for (const Options::Item &item : options.items())
    if (item.positional() == positionals)
      rows.emplace_back(left_of(item), translated(item.about));
  return entries(rows);
}

std::string exits_part(std::string_view exits) {
  std::vector<std::pair<std::string, std::string>> rows;
  for (char digit : exits)
    rows.emplace_back(std::string(1, digit), translated(exit_meanings.at(static_cast<std::size_t>(digit - '0'))));
  return entries(rows);
}

std::string part(const char *title, const std::string &content) {
  return content.empty() ? "" : '\n' + std::string(title) + '\n' + content;
}

std::string globals_part() {
  Globals unused;
  Options global;
  declare(unused, global);
  return options_part(global, false);
}

std::string command_page(const Parsed &parsed) {
  const Command &command = *parsed.command;
  std::string usage(command.name);
  for (const Options::Item &item : parsed.options.items())
    if (item.presence == Presence::required)
      usage += ' ' + left_of(item);
    else if (item.positional())
      usage += " [" + item.placeholder() + "]";
  std::string page = hanging(say("usage: mediasi "), usage + ' ' + tr("[OPTION]..."), page_width);
  page += '\n' + hanging("", translated(command.summary), page_width);
  page += part(tr("arguments:"), options_part(parsed.options, true));
  page += part(tr("options:"), options_part(parsed.options, false));
  page += part(tr("options of every command:"), globals_part());
  page += part(tr("exit codes:"), exits_part(command.exits));
  return page;
}

// the commands whose name begins with the group's word, or all
std::string commands_page(const std::string &group) {
  std::vector<std::pair<std::string, std::string>> rows;
  for (const Command &command : commands())
    if (group.empty() || command.name.starts_with(group + ' '))
      rows.emplace_back(std::string(command.name), translated(command.summary));
  std::string page = say("usage: mediasi {}COMMAND [OPTION]...", group.empty() ? "" : group + ' ') + '\n';
  page += part(tr("commands:"), entries(rows));
  page += part(tr("options of every command:"), globals_part());
  if (group.empty())
    page += part(tr("exit codes:"), exits_part("012345678"));
  page += '\n' +
          hanging("", tr("'mediasi COMMAND --help' says more about one command; mediasi(1) is the manual"), page_width);
  return page;
}

} // namespace

std::string help_page(const Parsed &parsed) {
  return parsed.command != nullptr ? command_page(parsed) : commands_page(parsed.group);
}

} // namespace mediasi
