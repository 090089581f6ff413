// The one place that speaks: English source strings, GNU gettext catalogues, {fmt} arguments.
// Numbers and dates never depend on the locale; the catalogue is chosen by us (choose_language),
// not by the C library's environment rules, so it works under cron and without locales installed.
#pragma once

#include <string>
#include <string_view>

#include <fmt/core.h>

namespace mediasi {

enum class Language { english, indonesian };

// Which language the variables ask for: option ("id", "en", or empty), then MEDIASI_LANG,
// then LC_ALL, LC_MESSAGES, LANG by their first two letters. Unknown option values throw Error(usage).
Language choose_language(std::string_view option);

// setlocale(LC_ALL, "C.UTF-8"), LANGUAGE, bindtextdomain(locale_folder). Called once, by main.
void speak(Language language, const std::string &locale_folder);
Language spoken();

// the translation of a literal; xgettext keyword "tr"
const char *tr(const char *msgid);
// the same where one English word has two meanings; xgettext keyword "tr_in:1c,2"
const char *tr_in(const char *context, const char *msgid);

// a translated message with arguments: say("no case '{}'", number); xgettext keyword "say"
template <typename... Args> std::string say(const char *msgid, const Args &...args) {
  return fmt::vformat(tr(msgid), fmt::make_format_args(args...));
}

// marks a literal of a table for xgettext without translating it yet; keyword "later"
constexpr std::string_view later(std::string_view msgid) {
  return msgid;
}

} // namespace mediasi
