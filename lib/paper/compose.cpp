#include "paper/paper.h"

#include <algorithm>

#include <kainjow/mustache.hpp>

#include "base/language.h"
#include "paper/fields.h"
#include "paper/given.h"
#include "paper/printable.h"
#include "paper/shield.h"
#include "paper/view.h"

namespace mediasi {

namespace {

namespace mustache = kainjow::mustache;

mustache::data data_of(const View &view) {
  mustache::data data;
  for (const auto &[name, text] : view.texts) {
    const auto clean = printable(text);
    data.set(name, clean.empty() ? mustache::data(false) : mustache::data(clean));
  }
  for (const auto &[name, rows] : view.lists) {
    mustache::data list(mustache::data::type::list);
    for (const auto &row : rows)
      list.push_back(data_of(row));
    data.set(name, list);
  }
  return data;
}

// is the field empty in any context that has it?
bool lacks(const View &view, std::string_view name) {
  if (const auto text = view.texts.find(name); text != view.texts.end())
    return printable(text->second).empty();
  for (const auto &[list, rows] : view.lists) {
    if (list == name && rows.empty())
      return true;
    for (const auto &row : rows)
      if (lacks(row, name))
        return true;
  }
  return false;
}

std::vector<Problem> missing(const std::string &kind, const View &view, const std::vector<Declared::Need> &needs) {
  std::vector<Problem> problems;
  for (const auto &need : needs) {
    const auto *field = template_field(need.name);
    if (need.optional || field == nullptr || field->shape == Shape::flag || !lacks(view, need.name))
      continue;
    if (!said_in_rules(need.name).empty()) {
      problems.push_back(not_given(kind, need.name));
      continue;
    }
    problems.push_back({.code = Code::missing_field,
                        .message = say("paper '{}' needs '{}', and the case does not hold it yet", kind, need.name),
                        .hint = say("'{}' is: {}", need.name, tr(std::string(field->doc).c_str())),
                        .place = {.field = need.name}});
  }
  return problems;
}

// What stands at the foot of every page; margin boxes take no markup, so it is said in the style.
std::string page_foot(const PaperInput &input) {
  std::string left = input.file.number;
  if (!input.request.number.empty())
    left = input.request.number + " · " + left;
  if (!input.request.head_code.empty())
    left += " · " + input.request.head_code;
  return "@page { @bottom-left { content: " + css_string(left) + "; } }\n";
}

std::string with_style(std::string page, std::string_view stylesheet, const PaperInput &input) {
  const auto head = page.find("</head>"); // check_template saw to it that there is one
  auto style = "<style>\n" + std::string(stylesheet);
  if (!style.ends_with('\n'))
    style += '\n';
  page.insert(head, style + page_foot(input) + "</style>\n");
  return page;
}

// A page of a practice store can be taken for none that counts, whatever the office's own template leaves out.
std::string with_practice(std::string page, bool practice) {
  constexpr std::string_view end = "</head>", mark = "LATIHAN</div>"; // check_template saw to the end of the head
  const auto head = page.find(end);
  if (!practice || head == std::string::npos || page.find(mark) != std::string::npos)
    return page;
  auto inside = head + end.size();
  if (const auto body = std::min(page.find("<body", inside), page.find("<BODY", inside)); body != std::string::npos)
    inside = std::min(page.find('>', body), page.size() - 1) + 1;
  page.insert(inside, "\n<div class=\"practice\" aria-hidden=\"true\">LATIHAN</div>");
  return page;
}

} // namespace

std::string compose(const PaperInput &input, const Templates &templates) {
  const Paper *paper = input.standard.paper(input.request.kind);
  if (paper == nullptr)
    throw Error({.code = Code::unknown_paper,
                 .message = say("no paper '{}' in these rules", input.request.kind),
                 .hint = say("'mediasi --list papers' names them")});
  const auto source = source_with_parts(paper->template_name, template_of(templates, paper->template_name), templates);
  const auto sheet = plain_source("paper.css", template_of(templates, "paper.css"));
  auto problems = check_template(source, audience(*paper));
  for (auto &problem : check_stylesheet(sheet))
    problems.push_back(std::move(problem));
  throw_if_any(std::move(problems));

  throw_if_any(check_contact(input));
  const auto view = view_of(input);
  problems = missing(paper->id, view, needs_of(source));
  for (auto &problem : check_texts(view, input))
    problems.push_back(std::move(problem));
  throw_if_any(std::move(problems));

  mustache::mustache page{source.text};
  if (!page.is_valid())
    throw Error({.code = Code::bad_template,
                 .message = say("template '{}' cannot be read: {}", paper->template_name, page.error_message()),
                 .hint = say("check its tags")});
  auto text = page.render(data_of(view));
  text.erase(0, text.find_first_not_of(" \t\r\n"));
  return with_style(with_practice(std::move(text), input.request.practice), sheet.text, input);
}

} // namespace mediasi
