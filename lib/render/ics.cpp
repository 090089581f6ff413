// RFC 5545: CRLF, lines folded at 75 octets between characters, texts escaped, times in UTC. Reports with events alone
// have this format.

#include <algorithm>

#include <fmt/core.h>

#include "base/language.h"
#include "base/utf8.h"
#include "render/formats.h"

namespace mediasi {

namespace {

constexpr std::size_t longest_line = 75; // octets of a line, without its end

// section 3.3.11; control characters have no place in a TEXT
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n')
      out += "\\n";
    else if (c == '\\' || c == ';' || c == ',')
      out += {'\\', c};
    else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F)
      out += c;
  }
  return out;
}

// section 3.1: what follows a fold begins with a space, which counts
std::string folded_line(std::string_view line) {
  std::string out;
  std::size_t room = longest_line;
  while (line.size() > room) {
    std::size_t cut = room;
    while (cut > 1 && continues_character(line[cut]))
      --cut;
    out += std::string(line.substr(0, cut)) + "\r\n ";
    line.remove_prefix(cut);
    room = longest_line - 1;
  }
  return out + std::string(line) + "\r\n";
}

// "20260312T020000Z" of "2026-03-12T02:00:00Z"
std::string stamp(Instant instant) {
  std::string text = text_of(instant);
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return text;
}

std::string event_lines(const CalendarEvent &event, Instant made) {
  std::string out = "BEGIN:VEVENT\r\n";
  const auto line = [&](std::string_view name, std::string_view value) {
    if (!value.empty())
      out += folded_line(fmt::format("{}:{}", name, value));
  };
  line("UID", escaped(event.uid));
  line("DTSTAMP", stamp(made));
  line("DTSTART", stamp(event.from));
  line("DTEND", stamp(event.to));
  line("SEQUENCE", std::to_string(event.sequence));
  line("STATUS", event.cancelled ? "CANCELLED" : "CONFIRMED");
  line("CLASS", "PRIVATE");
  line("SUMMARY", escaped(event.summary));
  line("LOCATION", escaped(event.location));
  line("DESCRIPTION", escaped(event.description));
  return out + "END:VEVENT\r\n";
}

std::string calendar(const Report &report) {
  std::string out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//mediasi//agenda//EN\r\nCALSCALE:GREGORIAN\r\n"
                    "METHOD:PUBLISH\r\n";
  for (const CalendarEvent &event : report.events->all)
    out += event_lines(event, report.events->made);
  return out + "END:VCALENDAR\r\n";
}

} // namespace

std::string as_ics(const Answer &answer, const Screen &) {
  const auto *report = std::get_if<Report>(&answer);
  if (report != nullptr && report->events)
    return calendar(*report);
  throw Error(Problem{.code = Code::format_refused,
                      .message = tr("this answer does not exist in the format 'ics'"),
                      .hint = tr("only 'mediasi report agenda' goes into a calendar")});
}

} // namespace mediasi
