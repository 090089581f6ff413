// Why steps are closed and how days were counted, for people. Everything fits 80 columns, in a pipe too: it is read,
// not cut into fields (csv and json are).

#include <algorithm>
#include <array>

#include "base/fact_words.h"
#include "base/language.h"
#include "base/text.h"
#include "render/formats.h"
#include "render/layout.h"
#include "render/ledger.h"

namespace mediasi {

namespace {

constexpr std::size_t most_acts = 3; // of one list, where every step is shown

struct Page {
  const ExplainAnswer &answer;
  bool whole; // one step was asked for: nothing is shortened
  std::string out = {};

  void line(std::size_t indent, const std::string &text) {
    out += hanging(std::string(indent, ' '), safe_for_terminal(text), explained_width);
  }
  void line(const std::string &lead, const std::string &text) {
    out += hanging(lead, safe_for_terminal(text), explained_width);
  }

  void acts(const char *heading, const std::vector<WayOn> &ways, std::string_view step, bool numbered) {
    line(6, heading);
    const auto shown = whole || ways.size() <= most_acts + 1 ? ways.size() : most_acts;
    for (std::size_t i = 0; i < shown; ++i) {
      const auto &way = ways[i];
      const auto lead = numbered ? pad("      " + std::to_string(i + 1) + ".", 10) : std::string("      -   ");
      line(lead, way.command.empty() ? way.says : way.command);
      if (!way.command.empty() && !way.says.empty())
        line(10, way.says);
    }
    if (shown < ways.size())
      line(10, say("and {} more: mediasi explain {} {}", ways.size() - shown, answer.case_number, step));
  }

  void refusal(const FailedRule &failed, std::string_view step) {
    const auto place = failed.line > 0 ? fmt::format("{}:{}", failed.file, failed.line) : failed.file;
    line("    - ", failed.says + " [" + failed.rule + (place.empty() ? "" : ", " + place) + "]");
    if (!failed.when.empty())
      line(6, say("for: {}", failed.when));
    if (!failed.fact.empty())
      line(6, say("seen: {}", fact_in_words(failed.fact + " = " + (failed.known ? failed.value : "unknown"))));
    if (!failed.basis.empty())
      line(6, say("basis: {}", failed.basis));
    if (!failed.unblock.empty())
      acts(tr("opens with:"), failed.unblock, step, true);
    else
      line(6, tr("no act opens this"));
    if (!failed.instead.empty() && failed.unblock.empty())
      line(6, say("instead: {}", failed.instead));
    if (!failed.lawful.empty())
      acts(tr("lawful ways on:"), failed.lawful, step, false);
  }

  void step(const ExplainedStep &one) {
    line("  " + pad(one.step, 20) + "  ", one.title);
    for (const auto &failed : one.failed)
      refusal(failed, one.step);
    if (!whole)
      return;
    for (const auto &asked : one.asked) {
      const auto rule = "[" + asked.rule + (asked.when.empty() ? "" : "; " + asked.when) + "]";
      line("    ? ", say("asked of the form: {}", asked.says + " " + rule));
    }
  }

  template <typename Test> void steps(const char *heading, Test test) {
    bool any = false;
    for (const auto &one : answer.steps) {
      if (!test(one))
        continue;
      if (!any)
        out += '\n' + std::string(heading) + '\n';
      any = true;
      step(one);
    }
  }
};

// a step that is over and closed for that alone
bool is_done(const ExplainedStep &step) {
  return !step.open && step.done && std::all_of(step.failed.begin(), step.failed.end(), [](const FailedRule &failed) {
    return failed.rule == "builtin.repeat";
  });
}

std::string done_list(const ExplainAnswer &answer) {
  std::vector<std::string> names;
  for (const auto &step : answer.steps)
    if (is_done(step))
      names.push_back(step.step);
  return join(names, ", ");
}

} // namespace

std::string explain_as_text(const ExplainAnswer &answer, const Screen &screen) {
  Page page{answer, answer.steps.size() < 4, {}};
  auto head = answer.case_number.empty() ? std::string() : answer.case_number + "  " + answer.initials + "  ";
  std::string as_of = answer.as_of;
  std::replace(as_of.begin(), as_of.end(), 'T', ' ');
  page.out = emphasised(safe_for_terminal(head + as_of), screen) + '\n';
  for (const auto &note : answer.notes)
    page.line(2, note);
  page.steps(tr("open"), [](const ExplainedStep &step) { return step.open; });
  page.steps(tr("closed"), [&](const ExplainedStep &step) { return !step.open && (page.whole || !is_done(step)); });
  if (const auto done = done_list(answer); !done.empty() && !page.whole)
    page.out += '\n' + std::string(tr("done")) + '\n' + hanging("  ", done, explained_width);
  if (!answer.deadlines.empty())
    page.out += '\n' + std::string(tr("deadlines")) + '\n';
  for (const auto &deadline : answer.deadlines)
    page.out += deadline_as_text(deadline, page.whole);
  return page.out;
}

} // namespace mediasi
