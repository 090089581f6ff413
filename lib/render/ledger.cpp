#include "render/ledger.h"

#include <algorithm>
#include <array>

#include "base/language.h"
#include "base/text.h"
#include "render/layout.h"

namespace mediasi {

namespace {

constexpr std::size_t day_columns = 6;

struct StateWord {
  std::string_view state, words;
};
constexpr std::array states{
    StateWord{"not_begun", later("not begun")},
    StateWord{"running", later("running")},
    StateWord{"paused", later("paused")},
    StateWord{"overdue", later("overdue")},
    StateWord{"met", later("met")},
    StateWord{"late", later("met late")},
    StateWord{"too_early", later("too early yet")},
    StateWord{"passed", later("passed")},
    StateWord{"text", later("printed, never counted")},
};

std::string in_words(std::string_view state) {
  for (const auto &row : states)
    if (row.state == state)
      return tr(row.words.data());
  return std::string(state);
}

std::string heading_of(const ExplainedDeadline &deadline) {
  const auto title = say("{} ({}): {}", deadline.title, deadline.id, in_words(deadline.state));
  if (deadline.due.empty())
    return title;
  const bool minimum = deadline.state == "too_early" || deadline.state == "passed";
  return title + (minimum ? say(", not before {}", deadline.due) : say(", due {}", deadline.due));
}

std::vector<std::string> remarks(const ExplainedDeadline &deadline) {
  std::vector<std::string> all;
  if (!deadline.start.empty() && !deadline.days.empty())
    all.push_back(say("from {}: day {} of {}", deadline.start, deadline.net, deadline.amount));
  else if (!deadline.start.empty())
    all.push_back(say("from {}", deadline.start));
  if (deadline.gross != deadline.net)
    all.push_back(say("{} days with the pauses, {} without", deadline.gross, deadline.net));
  if (!deadline.paused_since.empty())
    all.push_back(say("paused since {}", deadline.paused_since));
  if (deadline.extended > 0)
    all.push_back(say("extended by {}", deadline.extended));
  if (!deadline.ended.empty())
    all.push_back(say("stopped on {}", deadline.ended));
  if (deadline.provisional)
    all.push_back(tr("provisional: the holidays of a year are not loaded"));
  if (deadline.state == "text")
    all.push_back(deadline.text);
  return all;
}

std::string weekday_line() {
  static constexpr std::array names{later("Mon"), later("Tue"), later("Wed"), later("Thu"),
                                    later("Fri"), later("Sat"), later("Sun")};
  std::string line(14, ' ');
  for (const auto name : names)
    line += pad_left(tr(name.data()), day_columns);
  return line + '\n';
}

std::string week(const std::vector<LedgerDay> &days, std::size_t &at) {
  const auto monday = plus_days(days[at].day, 1 - static_cast<int>(iso_weekday(days[at].day)));
  std::string line = "    " + text_of(monday);
  const auto end = plus_days(monday, 7);
  for (auto day = monday; day < end; day = plus_days(day, 1)) {
    const bool mine = at < days.size() && days[at].day == day;
    line += pad_left(!mine ? "" : days[at].number > 0 ? std::to_string(days[at].number) : "-", day_columns);
    at += mine ? 1 : 0;
  }
  return line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
}

// why days were skipped; what the calendar of any office shows needs no line of its own
std::string skipped(const std::vector<LedgerDay> &days) {
  std::string out;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const auto &day = days[i];
    if (day.why.empty() || day.why == "weekend")
      continue;
    auto last = i;
    while (last + 1 < days.size() && days[last + 1].why == day.why)
      ++last;
    const auto why = day.why == "paused" ? tr("paused") : day.why == "holiday" ? tr("holiday") : day.why;
    const auto span = last == i ? text_of(day.day) : say("{} until {}", text_of(day.day), text_of(days[last].day));
    out += hanging("    - ", say("{}: {}", span, safe_for_terminal(why)), explained_width);
    i = last;
  }
  return out;
}

} // namespace

std::string deadline_as_text(const ExplainedDeadline &deadline, bool whole) {
  auto out = hanging("  ", safe_for_terminal(heading_of(deadline)), explained_width);
  const auto notes = remarks(deadline);
  if (!notes.empty())
    out += hanging("    ", safe_for_terminal(join(notes, "; ")), explained_width);
  const bool live = deadline.state == "running" || deadline.state == "paused" || deadline.state == "overdue";
  if (deadline.days.empty() || !(whole || live))
    return out;
  out += weekday_line();
  for (std::size_t at = 0; at < deadline.days.size();)
    out += week(deadline.days, at);
  return out + skipped(deadline.days);
}

} // namespace mediasi
