#include "base/language.h"

#include <cctype>
#include <clocale>
#include <cstdlib>
#include <initializer_list>
#include <optional>

#include <libintl.h>

#include "base/error.h"
#include "base/speaking.h"

namespace mediasi {

namespace {

constexpr const char *domain = "mediasi";

Language language = Language::english;

// "id", "id_ID", "id_ID.UTF-8", "id@x"; but "C", "POSIX" and languages without a catalogue ask for nothing.
std::optional<Language> language_of(std::string_view name) {
  if (name.size() > 2 && std::isalpha(static_cast<unsigned char>(name[2])) != 0)
    return std::nullopt;
  const std::string_view two = name.substr(0, 2);
  if (two == "id")
    return Language::indonesian;
  if (two == "en")
    return Language::english;
  return std::nullopt;
}

void choose(Language chosen) {
  language = chosen;
  setenv("LANGUAGE", chosen == Language::indonesian ? "id" : "en", 1);
}

// every catalogue translates the empty text: into its own header
bool has_catalogue() {
  return *dgettext(domain, "") != '\0';
}

} // namespace

Language choose_language(std::string_view option) {
  if (option == "id")
    return Language::indonesian;
  if (option == "en")
    return Language::english;
  if (!option.empty())
    throw Error(Problem{.code = Code::usage,
                        .message = say("unknown language '{}'", option),
                        .hint = say("write --lang id or --lang en")});
  // LC_ALL=C is what scripts and cron hold for sorting; it names no language, so the search goes on to LANG.
  for (const char *variable : {"MEDIASI_LANG", "LC_ALL", "LC_MESSAGES", "LANG"})
    if (const char *value = std::getenv(variable); value != nullptr)
      if (const auto found = language_of(value))
        return *found;
  return Language::english;
}

void speak(Language chosen, const std::string &locale_folder) {
  choose(chosen);
  std::setlocale(LC_ALL, "C.UTF-8");
  bindtextdomain(domain, locale_folder.c_str());
  bind_textdomain_codeset(domain, "UTF-8");
}

Language spoken() {
  return language;
}

SpeakingIndonesian::SpeakingIndonesian() : before_(language) {
  choose(Language::indonesian);
  if (has_catalogue())
    return;
  choose(before_);
  throw Error(Problem{.code = Code::no_such_share,
                      .message = say("the Indonesian catalogue is missing, and papers are Indonesian"),
                      .hint = say("install mediasi again, with share/locale")});
}

SpeakingIndonesian::~SpeakingIndonesian() {
  choose(before_);
}

const char *tr(const char *msgid) {
  // the sources are English; and gettext answers the empty string with its file header
  if (language == Language::english || *msgid == '\0')
    return msgid;
  return dgettext(domain, msgid);
}

const char *tr_in(const char *context, const char *msgid) {
  if (language == Language::english)
    return msgid;
  const std::string key = std::string(context) + '\004' + msgid; // how msgfmt joins msgctxt and msgid
  const char *found = dgettext(domain, key.c_str());
  return found == key.c_str() ? msgid : found;
}

} // namespace mediasi
