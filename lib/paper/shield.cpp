#include "paper/shield.h"

#include <algorithm>

#include "base/language.h"
#include "base/text.h"
#include "paper/fields.h"
#include "paper/tags.h"

namespace mediasi {

namespace {

struct Check {
  const std::string &name;
  std::string_view text;
  std::string_view to;
  std::vector<Problem> problems;

  void complain(std::size_t at, std::string message, std::string hint, Code code = Code::bad_template) {
    problems.push_back(
        {.code = code, .message = std::move(message), .hint = std::move(hint), .place = place_in(name, text, at)});
  }
};

std::string nearest_field(std::string_view name) {
  std::vector<std::string> known;
  for (const auto &field : template_fields())
    known.emplace_back(field.name);
  const auto near = nearest(name, known);
  return near.empty() ? say("'mediasi --list papers' names the fields a template may use")
                      : say("did you mean '{}'?", near);
}

std::string allowed_hint(const TemplateField &field) {
  switch (field.seen) {
  case SeenBy::office:
    return say("address, phone and NIK stand only in papers to the office");
  case SeenBy::own:
    return say("a paper to the office has no recipient");
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
    check.complain(check.text.size(), say("section '{}' is never closed", name), say("write {{{{/{}}}}}", name));
}

void check_declaration(Check &check, const std::vector<Tag> &tags) {
  const auto declared = declaration_of(check.text);
  if (!declared.found || declared.title.empty()) {
    check.complain(0, say("the template does not say its title and what it needs"),
                   say("begin it with {{{{! title: ...; needs: FIELD FIELD? ... }}}}"));
    return;
  }
  const auto used = [&](std::string_view name) {
    return std::any_of(tags.begin(), tags.end(), [&](const Tag &tag) { return tag.sigil != '!' && tag.name == name; });
  };
  const auto needed = [&](std::string_view name) {
    return std::any_of(declared.needs.begin(), declared.needs.end(),
                       [&](const auto &need) { return need.name == name; });
  };
  for (const auto &need : declared.needs) {
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

// Values are escaped for text between tags; inside a tag, a comment or a style they could still do harm.
void check_markup(Check &check, const std::vector<Tag> &tags) {
  bool inside = false;
  bool style = false;
  std::size_t at = 0;
  for (const auto &tag : tags) {
    for (; at < tag.begin; ++at) {
      if (check.text[at] == '<')
        inside = true;
      if (check.text[at] == '>')
        inside = false;
      if (check.text.substr(at, 6) == "<style")
        style = true;
      if (check.text.substr(at, 8) == "</style>")
        style = false;
    }
    at = tag.end;
    if (tag.sigil != '!' && (inside || style))
      check.complain(tag.begin, say("field '{}' stands inside markup", tag.name),
                     say("put it between tags, not in an attribute, a comment or a style"));
  }
}

} // namespace

std::string audience(const Paper &paper) {
  const bool signed_by_sides = std::any_of(paper.signers.begin(), paper.signers.end(), [](const std::string &signer) {
    return signer == "parties" || signer == "companions";
  });
  return paper.to == "office" && signed_by_sides ? "party" : paper.to;
}

std::vector<Problem> check_template(const std::string &name, std::string_view text, std::string_view to) {
  Check check{name, text, to, {}};
  const auto tags = tags_of(text);
  check_declaration(check, tags);
  check_tags(check, tags);
  check_markup(check, tags);
  if (text.find("</head>") == std::string_view::npos)
    check.complain(0, say("the template has no '</head>'"), say("the stylesheet is put before it"));
  for (auto more : {check_wording(name, text, to), check_outward(name, text)})
    check.problems.insert(check.problems.end(), more.begin(), more.end());
  std::stable_sort(check.problems.begin(), check.problems.end(),
                   [](const Problem &one, const Problem &other) { return one.place.line < other.place.line; });
  return check.problems;
}

} // namespace mediasi
