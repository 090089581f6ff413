#include "action/row_draft.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "action/references.h"
#include "action/row_key.h"
#include "action/sheet_days.h"
#include "base/digest.h"
#include "base/language.h"
#include "base/text.h"

namespace mediasi {

namespace {

// below the folder of the sheet: neither from the root nor upwards
bool stays_below(const std::string &path) {
  const std::filesystem::path parts(path);
  return !path.empty() && parts.is_relative() && std::find(parts.begin(), parts.end(), "..") == parts.end();
}

bool is_day(const SheetColumn &column) {
  if (!column.spec)
    return column.field == "on" || column.field == "accept_paper_date";
  return column.spec->kind == Kind::date || column.spec->kind == Kind::moment || column.spec->kind == Kind::birth;
}

// Does the journal keep it in the clear as it was written?
bool is_clear(const SheetColumn &column) {
  return !column.spec || (column.spec->seal == Seal::clear && column.spec->kind != Kind::birth &&
                          column.spec->kind != Kind::name && column.spec->kind != Kind::nik);
}

using NumberedRows = std::map<int, DraftRow>;

struct Section { // one act of the row
  Draft draft;
  std::map<std::string, NumberedRows, std::less<>> groups;
};

// asked of every cell of every row: these names are plain small letters
bool is_called(std::string_view heading, std::string_view name) {
  const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return heading.size() == name.size() &&
         std::equal(heading.begin(), heading.end(), name.begin(), [&](char a, char b) { return small(a) == b; });
}

class RowReading {
public:
  RowReading(const SheetRow &row, RowColumns &columns, const std::string &file)
      : row_(row), columns_(columns), file_(file) {
    read_.problems = row.problems;
    if (!columns.composite())
      section(0, 0);
  }

  RowDraft read() && {
    for (std::size_t at = 0; at < row_.cells.size(); ++at)
      if (!trim(row_.cells[at].text).empty())
        take(row_.cells[at], at + 1);
    if (sections_.empty() && read_.problems.empty())
      complain(Code::missing_field, {}, say("the row says nothing of any step"),
               say("fill a column of one of its steps, or leave the row out"));
    for (auto &[key, section] : sections_) {
      check_numbering(section);
      check_new_persons(section);
      for (auto &[group, rows] : section.groups)
        for (auto &[number, row] : rows)
          section.draft.groups[group].push_back(std::move(row));
      for (const auto &[name, value] : head_)
        section.draft.fields.values.emplace(name, value);
      read_.drafts.push_back(std::move(section.draft));
    }
    if (!read_.drafts.empty())
      read_.drafts.front().attachments.insert(read_.drafts.front().attachments.end(), attachments_.begin(),
                                              attachments_.end());
    digest();
    return std::move(read_);
  }

private:
  Place place(std::string_view column) const { return {file_, row_.line, 0, row_.number, std::string(column), {}}; }

  void complain(Code code, std::string_view column, std::string message, std::string hint) {
    read_.problems.push_back({code, std::move(message), std::move(hint), place(column), {}, {}, {}});
  }

  Section &section(std::size_t step, int time) {
    auto &found = sections_[{step, time}];
    if (found.draft.step.empty()) {
      found.draft.step = columns_.steps()[step]->id;
      found.draft.fields.place = place({});
    }
    return found;
  }

  void take(const SheetCell &cell, std::size_t number) {
    const auto found = columns_.find(cell.name);
    if (!found.column)
      return unknown(cell, number);
    const auto name = found.name(columns_.steps());
    switch (found.column->is) {
    case ColumnIs::ref:
      return take_ref(std::string(trim(cell.text)));
    case ColumnIs::attachment:
      return attach(cell, found, name);
    case ColumnIs::field:
      return take_field(cell, found, name);
    default: // known to the caller, or not read
      return;
    }
  }

  void unknown(const SheetCell &cell, std::size_t number) {
    const auto &step = *columns_.steps().front();
    const auto near = nearest(folded(cell.name), columns_.known());
    const auto shown = near.empty() ? std::string("...") : repeatable(cell.name); // a name may look like a word
    complain(Code::unknown_key, shown, say("step '{}' has no column '{}' (column {})", step.id, shown, number),
             near.empty() ? say("see: mediasi {} --step {} --columns", step.command, step.id)
                          : say("did you mean '{}'?", near));
  }

  void take_ref(const std::string &ref) {
    if (may_hold_nik(ref))
      return complain(Code::bad_ref, "ref", say("the row's key could be a NIK"),
                      say("use the number of the row or of the register; a key stands in the clear"));
    if (!is_row_key(ref))
      return complain(Code::bad_ref, "ref", say("the row's key is not one"), say("up to 64 of A-Z a-z 0-9 . _ / -"));
    read_.ref = ref;
  }

  void attach(const SheetCell &cell, const RowColumn &found, const std::string &name) {
    for (const auto &item : cell.list ? cell.words : std::vector{cell.text}) {
      const auto equals = item.find('=');
      const auto path = equals == std::string::npos ? std::string() : std::string(trim(item.substr(equals + 1)));
      if (!stays_below(path))
        return complain(Code::bad_attachment, name,
                        say("an attachment of a row is KIND=FILE, below the folder of the sheet"),
                        say("for example: identitas=scan/7.pdf"));
      auto &into = found.shared ? attachments_ : section(found.step, found.time).draft.attachments;
      into.push_back({std::string(trim(item.substr(0, equals))), path, place(name)});
    }
    said_[name] = {cell.text, false}; // names of files are not kept
  }

  void take_field(const SheetCell &cell, const RowColumn &found, const std::string &name) {
    const auto &column = *found.column;
    DraftValue value{.text = is_day(column) ? iso_day(cell.text) : cell.text,
                     .place = place(name),
                     .number = cell.number,
                     .list = cell.list,
                     .commas = cell.commas,
                     .truth = cell.truth};
    const auto checked = column.spec ? check_value(column.spec->kind, column.spec->choices, value.text) : Checked{};
    said_[name] = {checked.value.empty() ? value.text : checked.value, is_clear(column)};
    if (column.spec &&
        (column.spec->kind == Kind::person || column.spec->kind == Kind::persons || column.spec->kind == Kind::giver))
      named_persons_[name] = value.text;
    auto &into = found.shared ? head_ : values_of(found);
    if (!into.emplace(column.field, std::move(value)).second)
      complain(Code::duplicate_name, name, say("two columns say '{}'", name), say("leave one of them out"));
  }

  std::map<std::string, DraftValue, std::less<>> &values_of(const RowColumn &found) {
    auto &in = section(found.step, found.time);
    if (found.column->group.empty())
      return in.draft.fields.values;
    auto &row = in.groups[found.column->group][found.column->number];
    row.place = place(found.column->group + std::to_string(found.column->number));
    return row.values;
  }

  // Persons, matters and obligations are numbered as they come, and other cells name them by that number: a gap would
  // make each of them somebody else. Rows that say whom they correct are not numbered.
  void check_numbering(const Section &section) {
    for (const auto &[group, rows] : section.groups) {
      const auto name = named_by(group);
      if (name.empty() ||
          std::all_of(rows.begin(), rows.end(), [&](const auto &row) { return row.second.values.contains(name); }))
        continue;
      int next = 1;
      for (const auto &[number, row] : rows) {
        if (number != next)
          return complain(
              Code::missing_field, group + std::to_string(next),
              say("'{}' is empty, and '{}' is not", group + std::to_string(next), group + std::to_string(number)),
              say("fill them in order from '{}' on: what is entered is numbered so", group + "1"));
        ++next;
      }
    }
  }

  // In a case that is there, "respondent1" is the one it has; in the row, the one the row enters. Both cannot be meant.
  void check_new_persons(const Section &section) {
    const auto *step = columns_.steps().empty() ? nullptr : step_of(section.draft.step);
    if (!step || step->act == "register")
      return;
    for (const auto &[group, rows] : section.groups)
      for (const auto &[number, row] : rows)
        if (is_person_group(group) && !row.values.contains("id"))
          check_not_named(group + std::to_string(number));
  }

  void check_not_named(const std::string &person) {
    for (const auto &[column, ids] : named_persons_) {
      const auto all = split(ids, ',');
      if (std::any_of(all.begin(), all.end(), [&](const std::string &id) { return folded(trim(id)) == person; }))
        complain(Code::not_a_reference, column,
                 say("'{}' may be the one of the case or the one this row enters", person),
                 say("enter new persons in a row of their own, and name them in the next"));
    }
  }

  const Step *step_of(std::string_view id) const {
    const auto &steps = columns_.steps();
    const auto found = std::find_if(steps.begin(), steps.end(), [&](const Step *step) { return step->id == id; });
    return found == steps.end() ? nullptr : *found;
  }

  // by name, so that neither the order of the columns nor the kind of the file matters
  void digest() {
    Digest clear, whole;
    for (Digest *one : {&clear, &whole}) {
      one->add_sized("mediasi-row-1");
      for (const auto &draft : read_.drafts)
        one->add_sized(draft.step);
    }
    for (const auto &[name, said] : said_) {
      whole.add_sized(name).add_sized(said.text);
      if (said.clear)
        clear.add_sized(name).add_sized(said.text);
    }
    read_.clear = to_hex(bytes_of(clear.finish()));
    read_.whole = bytes_of(whole.finish());
  }

  struct Said {
    std::string text;
    bool clear = true;
  };

  const SheetRow &row_;
  RowColumns &columns_;
  const std::string &file_;
  RowDraft read_;
  std::map<std::pair<std::size_t, int>, Section> sections_;
  std::map<std::string, DraftValue, std::less<>> head_; // said once for all its acts
  std::vector<Attachment> attachments_;
  std::map<std::string, Said> said_;
  std::map<std::string, std::string> named_persons_; // by column: ids, as written
};

} // namespace

RowDraft draft_of(const SheetRow &row, RowColumns &columns, const std::string &file) {
  return RowReading(row, columns, file).read();
}

std::string_view cell_called(const SheetRow &row, std::string_view name) {
  const auto found = std::find_if(row.cells.begin(), row.cells.end(),
                                  [&](const SheetCell &cell) { return is_called(trim(cell.name), name); });
  return found == row.cells.end() ? std::string_view{} : trim(found->text);
}

} // namespace mediasi
