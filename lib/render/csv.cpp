// RFC 4180: comma, CRLF, doubled quotes. Text that a spreadsheet would run as a formula gets a leading apostrophe
// (OWASP, CSV injection); numbers and dates are written by us and cannot be formulas.

#include <array>

#include <fmt/core.h>

#include "render/formats.h"

namespace mediasi {

namespace {

bool is_formula(std::string_view text) {
  // the last four: full-width = + - @, which spreadsheets in East Asian settings take for the narrow ones
  constexpr std::array<std::string_view, 11> starts{
      "=", "+", "-", "@", "\t", "\r", "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20",
  };
  while (text.starts_with(' '))
    text.remove_prefix(1);
  for (std::string_view start : starts)
    if (text.starts_with(start))
      return true;
  return false;
}

void quote(std::string &out, std::string_view text) {
  out += '"';
  for (char c : text)
    out.append(c == '"' ? 2 : 1, c);
  out += '"';
}

// What moves a terminal's cursor is shown as in every other format; line breaks and tabs are a cell's own.
std::string without_controls(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool own = c == '\t' || c == '\r' || c == '\n';
    if (own || (byte >= 0x20 && byte != 0x7f))
      out += c;
    else
      out += fmt::format("\\u{{{:x}}}", byte);
  }
  return out;
}

void add(std::string &out, const std::string &stored) {
  const auto text = without_controls(stored);
  if (is_formula(text))
    return quote(out, "'" + text);
  // ';' and tab too: a spreadsheet set to another separator must not find a cell inside a cell
  if (text.find_first_of(",;\"\t\r\n") == text.npos && !text.starts_with(' ') && !text.ends_with(' '))
    out += text;
  else
    quote(out, text);
}

void add(std::string &out, const Cell &cell) {
  if (const auto *text = std::get_if<std::string>(&cell))
    add(out, *text);
  else if (const auto *coded = std::get_if<Coded>(&cell))
    add(out, coded->id());
  else
    out += plain_text(cell);
}

template <typename Fields> void line(std::string &out, const Fields &fields) {
  bool first = true;
  for (const auto &each : fields) {
    if (!first)
      out += ',';
    add(out, each);
    first = false;
  }
  out += "\r\n";
}

using Texts = std::vector<std::string>;

struct Csv {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const FormText &form) const { return form.text; }

  std::string operator()(const Report &report) const {
    Texts head;
    for (const Column &column : report.columns)
      head.push_back(column.key);
    constexpr std::size_t usual_cell = 12;
    std::string out;
    out.reserve((report.rows.size() + 1) * head.size() * usual_cell);
    line(out, head);
    for (const auto &row : report.rows)
      line(out, row);
    return out;
  }

  std::string operator()(const ActAnswer &act) const {
    std::string out;
    line(out, Texts{"case", "entry", "step", "on", "recorded", "by", "typed", "late", "dry_run", "stage"});
    for (const DoneAct &done : act.acts)
      line(out,
           Texts{act.case_number, done.entry > 0 ? std::to_string(done.entry) : "", done.step, text_of(act.on),
                 text_of(act.recorded), act.by, act.typed, plain_text(act.late), plain_text(act.dry_run), act.stage});
    return out;
  }

  // one line a rule that refuses; the acts that open it in one cell, in order
  std::string operator()(const ExplainAnswer &answer) const {
    std::string out;
    line(out, Texts{"case", "step", "rule", "when", "fact", "value", "known", "basis", "file", "line", "unblock"});
    for (const ExplainedStep &step : answer.steps)
      for (const FailedRule &failed : step.failed) {
        std::string ways;
        for (const WayOn &way : failed.unblock)
          ways += (ways.empty() ? "" : "; ") + (way.command.empty() ? way.says : way.command);
        line(out, Texts{answer.case_number, step.step, failed.rule, failed.when, failed.fact, failed.value,
                        plain_text(failed.known), failed.basis, failed.file,
                        failed.line > 0 ? std::to_string(failed.line) : "", ways});
      }
    return out;
  }

  std::string operator()(const Info &info) const {
    std::string out;
    line(out, Texts{"key", "value"});
    for (const auto &[key, value] : info.lines)
      line(out, Texts{key, value});
    return out;
  }

  std::string operator()(const BatchAnswer &batch) const {
    std::string out;
    line(out, Texts{"number", "taken", "unchanged", "refused", "dry_run"});
    line(out, Texts{batch.number == 0 ? "" : std::to_string(batch.number), std::to_string(batch.taken),
                    std::to_string(batch.unchanged), std::to_string(batch.refused), plain_text(batch.dry_run)});
    return out;
  }

  std::string operator()(const VerifyAnswer &verify) const {
    std::string out;
    line(out, Texts{"sound", "entries", "head", "problem"});
    const Texts front{plain_text(verify.sound), std::to_string(verify.entries), verify.head};
    for (const std::string &problem : verify.problems.empty() ? Texts{""} : verify.problems) {
      Texts all = front;
      all.push_back(problem);
      line(out, all);
    }
    return out;
  }
};

} // namespace

std::string as_csv(const Answer &answer, const Screen &) {
  return std::visit(Csv{}, answer);
}

} // namespace mediasi
