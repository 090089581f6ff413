// What every writing command says at its end: the case first, then what was recorded, then where the case stands.

#include <algorithm>

#include "base/language.h"
#include "base/text.h"
#include "render/formats.h"
#include "render/layout.h"

namespace mediasi {

namespace {

constexpr std::string_view of_no_case = "0";
using Labelled = std::vector<std::pair<std::string, std::string>>; // label, text; an empty label continues

void add(Labelled &all, const char *label, std::vector<std::string> texts) {
  for (std::size_t i = 0; i < texts.size(); ++i)
    all.emplace_back(i == 0 ? label : "", std::move(texts[i]));
}

std::string spaced(std::string iso) {
  std::replace(iso.begin(), iso.end(), 'T', ' ');
  return iso;
}

std::vector<std::string> recorded(const ActAnswer &act) {
  std::vector<std::string> all;
  for (const DoneAct &done : act.acts) {
    const auto named = done.step.empty() ? done.title : say("{} ({})", done.title, done.step); // a paper has no step
    all.push_back(done.entry > 0 ? say("{}, entry {}", named, done.entry) : named);
  }
  return all;
}

std::string when_and_who(const ActAnswer &act) {
  std::string text = say("{} by {}", spaced(text_of(act.on)), act.by);
  if (!act.typed.empty() && act.typed != act.by)
    text += say(", typed by {}", act.typed);
  if (act.late)
    text += say(", recorded late: {}", spaced(text_of(act.recorded_here)));
  return text;
}

std::string next_line(const NextStep &next, const ActAnswer &act) {
  std::string text = next.title.empty() ? next.step : next.title;
  text += say(": mediasi {} {} --step {}", next.command, act.case_number, next.step) + next.set;
  if (!next.roles.empty() || !next.who.empty())
    text += say("; {}", join(next.roles, ", "));
  if (!next.who.empty())
    text += say(" ({})", join(next.who, ", "));
  if (!next.due.empty())
    text += say("; by {}", spaced(next.due));
  return text;
}

std::string paper_line(const OwedPaper &paper) {
  std::string text = paper.to.empty() ? paper.kind : say("{} to {}", paper.kind, paper.to);
  return text + ": " +
         (paper.file.empty() ? tr(paper.state.c_str()) : paper.file); // states are marked where they arise
}

std::string warning_line(const Problem &warning) {
  std::string text = warning.message + " [" + code_text(warning.code);
  text += warning.rule.empty() ? "]" : ", " + warning.rule + "]";
  if (!warning.hint.empty())
    text += "; " + say("hint: {}", warning.hint);
  return text;
}

template <typename Row, typename Print> std::vector<std::string> each(const std::vector<Row> &rows, Print print) {
  std::vector<std::string> all;
  for (const Row &row : rows)
    all.push_back(print(row));
  return all;
}

} // namespace

std::string act_as_text(const ActAnswer &act, const Screen &screen) {
  std::string head = act.initials.empty() ? act.case_number : act.case_number + "  " + act.initials;
  if (act.case_number == of_no_case)
    head = tr("of the office, not of a case");
  std::string out = emphasised(safe_for_terminal(head), screen);
  if (act.dry_run)
    out += "  " + std::string(tr("dry run: nothing was recorded"));
  out += '\n';

  Labelled lines;
  add(lines, act.dry_run ? tr("would be recorded") : tr("recorded"), recorded(act));
  if (!act.acts.empty())
    add(lines, tr("on"), {when_and_who(act)});
  if (!act.stage.empty())
    add(lines, tr("stage"), {act.stage_title.empty() ? act.stage : act.stage_title});
  add(lines, tr("missing"), act.missing);
  add(lines, tr("next"), each(act.next, [&](const NextStep &next) { return next_line(next, act); }));
  add(lines, tr("papers"), each(act.papers, paper_line));
  add(lines, tr("warnings"), each(act.warnings, warning_line));

  std::size_t widest = 0;
  for (const auto &[label, text] : lines)
    widest = std::max(widest, display_width(label));
  for (const auto &[label, text] : lines) {
    const std::string lead = "  " + pad(label, widest) + "  ";
    const std::string safe = safe_for_terminal(text);
    out += screen.terminal ? hanging(lead, safe, static_cast<std::size_t>(screen.width)) : lead + safe + '\n';
  }
  return out;
}

} // namespace mediasi
