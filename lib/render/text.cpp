// Text for people. Stored text never reaches a terminal raw; the heading and all emphasis are for terminals, so that a
// pipe gets rows and nothing else. Cells are wrapped to fit a terminal and never cut in a pipe.

#include <algorithm>
#include <numeric>

#include "base/language.h"
#include "base/text.h"
#include "render/formats.h"
#include "render/layout.h"

namespace mediasi {

namespace {

constexpr std::size_t gap = 2;          // columns between two cells
constexpr std::size_t narrowest = 10;   // a column is not squeezed below this
using Lines = std::vector<std::string>; // of one row: one text a column
using Widths = std::vector<std::size_t>;

std::string for_people(const Cell &cell) {
  if (const auto *yes = std::get_if<bool>(&cell))
    return *yes ? tr("yes") : tr("no");
  std::string text = plain_text(cell);
  if (std::holds_alternative<Moment>(cell))
    std::replace(text.begin(), text.end(), 'T', ' ');
  return safe_for_terminal(text);
}

std::vector<Lines> texts_of(const std::vector<std::vector<Cell>> &rows) {
  std::vector<Lines> all;
  all.reserve(rows.size());
  for (const auto &row : rows) {
    Lines &texts = all.emplace_back();
    for (const Cell &cell : row)
      texts.push_back(for_people(cell));
  }
  return all;
}

void widen(Widths &widths, const Lines &texts) {
  for (std::size_t i = 0; i < texts.size() && i < widths.size(); ++i)
    widths[i] = std::max(widths[i], display_width(texts[i]));
}

// takes from the widest column until the table fits
void squeeze(Widths &widths, std::size_t screen) {
  const std::size_t gaps = widths.empty() ? 0 : gap * (widths.size() - 1);
  while (std::accumulate(widths.begin(), widths.end(), gaps) > screen) {
    const auto widest = std::max_element(widths.begin(), widths.end());
    if (*widest <= narrowest)
      return;
    --*widest;
  }
}

struct Table {
  const std::vector<Column> &columns;
  Widths widths;

  bool right(std::size_t column) const { return columns[column].type == ColumnType::integer; }

  // one row, on as many lines as its longest cell needs
  std::string print(const Lines &texts) const {
    std::vector<Lines> cells;
    std::size_t height = 1;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      cells.push_back(wrap(i < texts.size() ? texts[i] : "", widths[i]));
      height = std::max(height, cells.back().size());
    }
    std::string out;
    for (std::size_t line = 0; line < height; ++line) {
      std::string one;
      for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string piece = line < cells[i].size() ? cells[i][line] : std::string();
        one += i > 0 ? std::string(gap, ' ') : std::string();
        one += right(i) ? pad_left(piece, widths[i]) : pad(piece, widths[i]);
      }
      one.erase(one.find_last_not_of(' ') + 1);
      out += one + '\n';
    }
    return out;
  }
};

std::string report_text(const Report &report, const Screen &screen) {
  if (report.rows.empty() && report.totals.empty() && report.notes.empty())
    return {};
  const std::vector<Lines> rows = texts_of(report.rows);
  const std::vector<Lines> totals = texts_of(report.totals);
  Lines head;
  for (const Column &column : report.columns)
    head.push_back(safe_for_terminal(column.heading));

  Table table{report.columns, Widths(report.columns.size(), 1)};
  for (const Lines &row : rows)
    widen(table.widths, row);
  for (const Lines &row : totals)
    widen(table.widths, row);
  if (screen.terminal) {
    widen(table.widths, head);
    squeeze(table.widths, static_cast<std::size_t>(screen.width));
  }

  std::string out;
  if (screen.terminal && !report.title.empty())
    out += emphasised(safe_for_terminal(report.title), screen) + "\n\n";
  if (screen.terminal && !rows.empty())
    out += emphasised(table.print(head), screen);
  for (const Lines &row : rows)
    out += table.print(row);
  for (const Lines &row : totals)
    out += table.print(row);
  if (!out.empty() && !rows.empty() && !report.notes.empty())
    out += '\n';
  for (const std::string &note : report.notes) {
    const std::string safe = safe_for_terminal(note);
    out += screen.terminal ? hanging("", safe, static_cast<std::size_t>(screen.width)) : safe + '\n';
  }
  return out;
}

std::string info_text(const Info &info, const Screen &screen) {
  std::size_t widest = 0;
  for (const auto &[key, value] : info.lines)
    widest = std::max(widest, display_width(key));
  std::string out;
  if (screen.terminal && !info.title.empty())
    out += emphasised(safe_for_terminal(info.title), screen) + "\n\n";
  for (const auto &[key, value] : info.lines)
    out += value.empty() ? key + '\n' : pad(key, widest + gap) + safe_for_terminal(value) + '\n';
  return out;
}

std::string verify_text(const VerifyAnswer &verify) {
  std::string out = verify.sound ? say("sound: {} entries, head {}", verify.entries, verify.head)
                                 : say("not sound: {} entries, head {}", verify.entries, verify.head);
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
  std::string operator()(const VerifyAnswer &verify) const { return verify_text(verify); }
  std::string operator()(const FormText &form) const { return form_text(form, screen); }
};

} // namespace

std::string as_text(const Answer &answer, const Screen &screen) {
  return std::visit(Text{screen}, answer);
}

} // namespace mediasi
