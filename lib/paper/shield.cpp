#include "paper/shield.h"

#include <algorithm>

#include "base/language.h"
#include "base/text.h"
#include "paper/fields.h"
#include "paper/tags.h"
#include "rules/minutes_text.h"

namespace mediasi {

namespace {

struct Check {
  const TemplateSource &source;
  std::string_view to;
  std::vector<Problem> problems;

  void complain(std::size_t at, std::string message, std::string hint, Code code = Code::bad_template) {
    problems.push_back(
        {.code = code, .message = std::move(message), .hint = std::move(hint), .place = source.place(at)});
  }
};

std::string nearest_field(std::string_view name) {
  std::vector<std::string> known;
  for (const auto &field : template_fields())
    known.emplace_back(field.name);
  const auto near = nearest(name, known);
  return near.empty() ? say("see mediasi-paper(5): the fields a template may use") : say("did you mean '{}'?", near);
}

std::string allowed_hint(const TemplateField &field) {
  switch (field.seen) {
  case SeenBy::office:
    return say("address, phone and NIK stand only in papers to the office");
  case SeenBy::agreed:
    return say("address and NIK stand only in papers to the office, or in one that the parties sign together");
  case SeenBy::own:
    return say("a paper to the office has no recipient");
  case SeenBy::inner:
    return say("assessment, finding and plan stand only in papers to the office and its officers");
  case SeenBy::referred:
    return say("who is referred stands only in papers to an institution, and to the office and its officers");
  case SeenBy::named:
  case SeenBy::anyone:
    break;
  }
  return say("a letter to those invited names only its own recipient");
}

// the field a tag names, when it exists, may be seen, and is used inside its list
const TemplateField *known_field(Check &check, const Tag &tag, const std::vector<std::string> &open) {
  const auto *field = template_field(tag.name);
  if (field == nullptr) {
    check.complain(tag.begin, say("unknown field '{}'", tag.name), nearest_field(tag.name), Code::unknown_name);
    return nullptr;
  }
  if (!may_see(check.to, *field))
    check.complain(tag.begin, say("field '{}' may not stand in a paper to '{}'", tag.name, check.to),
                   allowed_hint(*field));
  if (!field->of.empty() && std::find(open.begin(), open.end(), field->of) == open.end())
    check.complain(tag.begin, say("field '{}' stands outside its list '{}'", tag.name, field->of),
                   say("put it between {{{{#{0}}}}} and {{{{/{0}}}}}", field->of));
  return field;
}

void close_section(Check &check, const Tag &tag, std::vector<std::string> &open) {
  if (!open.empty() && open.back() == tag.name) {
    open.pop_back();
    return;
  }
  check.complain(tag.begin, say("section '{}' is closed here and is not the one last opened", tag.name),
                 open.empty() ? say("no section is open") : say("'{}' is open", open.back()));
}

void check_tag(Check &check, const Tag &tag, std::vector<std::string> &open) {
  switch (tag.sigil) {
  case '!':
    return;
  case '/':
    close_section(check, tag, open);
    return;
  case '#':
  case '^':
    known_field(check, tag, open);
    open.push_back(tag.name);
    return;
  case 0: {
    const auto *field = known_field(check, tag, open);
    if (field != nullptr && field->shape != Shape::text)
      check.complain(tag.begin, say("'{}' is not a text", tag.name),
                     say("write {{{{#{0}}}}} ... {{{{/{0}}}}}", tag.name));
    return;
  }
  default:
    if (tag.sigil == '>') { // what is left of them: a template's own are put in, or unknown
      check.complain(tag.begin, say("a part may not use parts"), say("put '{}' into the template itself", tag.name));
      return;
    }
    check.complain(tag.begin, say("a template may not use '{}' tags", std::string(1, tag.sigil)),
                   say("plain fields and sections only; every text is escaped"));
  }
}

void check_tags(Check &check, const std::vector<Tag> &tags) {
  std::vector<std::string> open;
  for (const auto &tag : tags) {
    if (!tag.closed) {
      check.complain(tag.begin, say("tag without its '}}}}'"), say("close the tag"));
      return;
    }
    check_tag(check, tag, open);
  }
  for (const auto &name : open)
    check.complain(check.source.text.size(), say("section '{}' is never closed", name), say("write {{{{/{}}}}}", name));
}

bool say_what_they_need(Check &check) {
  const auto told = [](const Declared &one) { return one.found && !one.title.empty(); };
  const auto &declared = check.source.declared;
  const bool all = std::all_of(declared.begin(), declared.end(), told);
  if (!all)
    check.complain(0, say("the template, or a part of it, does not say its title and what it needs"),
                   say("begin it with {{{{! title: ...; needs: FIELD FIELD? ... }}}}"));
  return all;
}

void check_declaration(Check &check, const std::vector<Tag> &tags) {
  if (!say_what_they_need(check))
    return;
  std::vector<Declared::Need> needs;
  for (const auto &one : check.source.declared)
    needs.insert(needs.end(), one.needs.begin(), one.needs.end());
  const auto used = [&](std::string_view name) {
    return std::any_of(tags.begin(), tags.end(), [&](const Tag &tag) { return tag.sigil != '!' && tag.name == name; });
  };
  const auto needed = [&](std::string_view name) {
    return std::any_of(needs.begin(), needs.end(), [&](const auto &need) { return need.name == name; });
  };
  for (const auto &need : needs) {
    if (template_field(need.name) == nullptr)
      check.complain(0, say("unknown field '{}' is declared", need.name), nearest_field(need.name), Code::unknown_name);
    else if (!used(need.name))
      check.complain(0, say("field '{}' is declared and not used", need.name), say("take it out of 'needs'"));
  }
  std::vector<std::string> told;
  for (const auto &tag : tags) {
    if (tag.sigil == '!' || tag.sigil == '/' || template_field(tag.name) == nullptr || needed(tag.name))
      continue;
    if (std::find(told.begin(), told.end(), tag.name) != told.end())
      continue;
    told.push_back(tag.name);
    check.complain(tag.begin, say("field '{}' is used and not declared", tag.name),
                   say("add it to 'needs' in the first comment"));
  }
}

// Where a reader of HTML is after each byte: between tags, inside one (and there inside quotes), or in a style.
struct Markup {
  bool inside = false, style = false;
  char quote = 0;

  void pass(std::string_view rest) {
    const char c = rest.front();
    if (inside && quote != 0)
      quote = c == quote ? '\0' : quote;
    else if (inside && (c == '"' || c == '\''))
      quote = c;
    else if (c == '<' || c == '>')
      inside = c == '<';
    if (rest.starts_with("<style"))
      style = true;
    if (rest.starts_with("</style>"))
      style = false;
  }
};

// Values are escaped for text between tags; inside a tag, a comment or a style they could still do harm.
void check_markup(Check &check, const std::vector<Tag> &tags) {
  const std::string_view text = check.source.text;
  Markup markup;
  std::size_t at = 0;
  for (const auto &tag : tags) {
    for (; at < tag.begin; ++at)
      markup.pass(text.substr(at));
    at = tag.end;
    if (tag.sigil != '!' && (markup.inside || markup.style))
      check.complain(tag.begin, say("field '{}' stands inside markup", tag.name),
                     say("put it between tags, not in an attribute, a comment or a style"));
  }
}

} // namespace

std::string audience(const Paper &paper) {
  return paper.to == "office" && is_signed_by_sides(paper) ? "party" : paper.to;
}

std::vector<Problem> check_template(const TemplateSource &source, std::string_view to) {
  Check check{source, to, source.unreadable};
  const auto tags = tags_of(source.text);
  check_declaration(check, tags);
  check_tags(check, tags);
  check_markup(check, tags);
  if (source.text.find("</head>") == std::string_view::npos)
    check.complain(0, say("the template has no '</head>'"), say("the stylesheet is put before it"));
  for (auto more : {check_wording(source, to), check_outward(source)})
    check.problems.insert(check.problems.end(), more.begin(), more.end());
  std::stable_sort(check.problems.begin(), check.problems.end(),
                   [](const Problem &one, const Problem &other) { return one.place.line < other.place.line; });
  return check.problems;
}

} // namespace mediasi
