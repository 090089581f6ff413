// Text for people. Stored text never reaches a terminal raw; the heading and all emphasis are for terminals, so that a
// pipe gets rows and nothing else. Cells are wrapped to fit a terminal and never cut in a pipe.

#include <algorithm>
#include <array>

#include "base/language.h"
#include "base/text.h"
#include "render/formats.h"
#include "render/layout.h"
#include "render/table.h"

namespace mediasi {

namespace {

constexpr std::size_t key_gap = 2; // columns between a key and its value

std::string report_text(const Report &report, const Screen &screen) {
  if (report.rows.empty() && report.totals.empty() && report.notes.empty())
    return {};
  const TextTable table(report, screen);
  std::string out;
  if (screen.terminal && !report.title.empty())
    out += emphasised(safe_for_terminal(report.title), screen) + "\n\n";
  if (screen.terminal && !report.rows.empty())
    out += emphasised(table.heading(), screen);
  out += table.rows();
  if (!report.rows.empty() && !report.notes.empty())
    out += '\n';
  for (const std::string &note : report.notes) {
    std::string line = note;
    std::replace(line.begin(), line.end(), '\n', ' '); // a stored text may have several lines
    const std::string safe = safe_for_terminal(line);
    out += screen.terminal ? hanging("", safe, static_cast<std::size_t>(screen.width)) : safe + '\n';
  }
  return out;
}

// The keys of csv and json, in words; dotted ones are settings and stay as they are. English has the keys themselves.
std::string key_in_words(const std::string &key) {
  constexpr std::array keys{
      later("cases"),      later("deadlines"),    later("decree"),
      later("entries"),    later("hash"),         later("head"),
      later("id"),         later("key"),          later("kind"),
      later("name"),       later("office"),       later("officer"),
      later("papers"),     later("practice"),     later("recovery"),
      later("roles"),      later("rules"),        later("steps"),
      later("store"),      later("store_format"), later("year"),
      later("moved"),      later("file"),         later("list"),
      later("entry"),      later("case"),         later("reason"),
      later("by"),         later("typed"),        later("keys"),
      later("erased"),     later("network"),      later("same_disk"),
      later("erasures"),   later("erased_again"), later("erased_elsewhere"),
      later("dry_run"),    later("entered"),      later("reader"),
      later("renewed"),    later("register"),     later("day"),
      later("first"),      later("last"),         later("batch"),
      later("changed"),    later("code"),         later("public_key"),
      later("signature"),  later("given_twice"),  later("foreign_readers"),
      later("cases_kept"),
  };
  constexpr std::string_view warned = "warning."; // of a rules file, each with its number
  if (key.starts_with(warned))
    return say("warning {}", key.substr(warned.size()));
  return std::find(keys.begin(), keys.end(), key) == keys.end() ? key : tr(key.c_str());
}

std::string info_text(const Info &info, const Screen &screen) {
  std::vector<std::pair<std::string, std::string>> lines;
  std::size_t widest = 0;
  for (const auto &[key, value] : info.lines) {
    lines.emplace_back(key_in_words(key), value == "yes" ? tr("yes") : value == "no" ? tr("no") : value);
    widest = std::max(widest, display_width(lines.back().first));
  }
  std::string out;
  if (screen.terminal && !info.title.empty())
    out += emphasised(safe_for_terminal(info.title), screen) + "\n\n";
  for (const auto &[key, value] : lines)
    out += value.empty() ? key + '\n' : pad(key, widest + key_gap) + safe_for_terminal(value) + '\n';
  return out;
}

std::string batch_text(const BatchAnswer &batch) {
  std::string out;
  if (batch.dry_run)
    out += std::string(tr("dry run: nothing was changed")) + '\n';
  else if (batch.number != 0)
    out += say("batch {}: entries {} to {}", batch.number, batch.first, batch.last) + '\n';
  else
    out += std::string(tr("nothing new: no batch was made")) + '\n';
  return out + say("{} rows taken, {} unchanged, {} refused", batch.taken, batch.unchanged, batch.refused) + '\n';
}

std::string verify_text(const VerifyAnswer &verify) {
  std::string out = verify.state == "sound"     ? say("sound: {} entries, head {}", verify.entries, verify.head)
                    : verify.state == "cut_off" ? say("cut off: {} entries, head {}", verify.entries, verify.head)
                    : verify.state == "forked"  ? say("forked: {} entries, head {}", verify.entries, verify.head)
                                                : say("altered: {} entries, head {}", verify.entries, verify.head);
  out += '\n';
  for (const std::string &problem : verify.problems)
    out += safe_for_terminal(problem) + '\n';
  return out;
}

// Given back byte for byte to a pipe or a file; a terminal sees no control characters but the line ends.
std::string form_text(const FormText &form, const Screen &screen) {
  if (!screen.terminal)
    return form.text;
  std::string out;
  for (const std::string &line : split(form.text, '\n'))
    out += (out.empty() ? "" : "\n") + safe_for_terminal(line);
  return out;
}

struct Text {
  const Screen &screen;
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const Report &report) const { return report_text(report, screen); }
  std::string operator()(const ActAnswer &act) const { return act_as_text(act, screen); }
  std::string operator()(const Info &info) const { return info_text(info, screen); }
  std::string operator()(const BatchAnswer &batch) const { return batch_text(batch); }
  std::string operator()(const VerifyAnswer &verify) const { return verify_text(verify); }
  std::string operator()(const FormText &form) const { return form_text(form, screen); }
  std::string operator()(const ExplainAnswer &answer) const { return explain_as_text(answer, screen); }
};

} // namespace

std::string as_text(const Answer &answer, const Screen &screen) {
  return std::visit(Text{screen}, answer);
}

} // namespace mediasi
