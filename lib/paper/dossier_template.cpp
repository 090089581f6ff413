// What the template of the case file may ask for: a table of its own, since no letter may see any of it.
#include <algorithm>
#include <array>

#include "base/language.h"
#include "base/text.h"
#include "paper/dossier_page.h"
#include "paper/shield.h"
#include "paper/tags.h"

namespace mediasi {

namespace {

struct Field {
  std::string_view name, of; // of: the list it is a member of, empty = the paper's own
  bool section = false;      // a flag or a list
};

constexpr std::array dossier_fields{
    Field{"practice", "", true},
    Field{"office_parent", ""},
    Field{"office_name", ""},
    Field{"office_unit", ""},
    Field{"office_address", ""},
    Field{"office_phone", ""},
    Field{"office_website", ""},
    Field{"service_title", ""},
    Field{"case_number", ""},
    Field{"initials", ""},
    Field{"received", ""},
    Field{"complete", ""},
    Field{"stage", ""},
    Field{"closed", ""},
    Field{"closed_why", ""},
    Field{"erased", ""},
    Field{"as_of", ""},
    Field{"last_entry", ""},
    Field{"head_code", ""},
    Field{"rules_hash", ""},
    Field{"service_days", ""},
    Field{"people", "", true},
    Field{"person_id", "people"},
    Field{"person_side", "people"},
    Field{"person_name", "people"},
    Field{"person_facts", "people", true},
    Field{"entries", "", true},
    Field{"entry_number", "entries"},
    Field{"entry_title", "entries"},
    Field{"entry_on", "entries"},
    Field{"entry_recorded", "entries"},
    Field{"entry_by", "entries"},
    Field{"entry_typed", "entries"},
    Field{"entry_void", "entries", true},
    Field{"entry_late", "entries", true},
    Field{"entry_facts", "entries", true},
    Field{"entry_sealed", "entries", true},
    Field{"remarks", "entries", true},
    Field{"remark", "remarks"},
    Field{"label", ""}, // of every list of facts
    Field{"lines", "", true},
    Field{"line", "lines"},
    Field{"papers", "", true},
    Field{"paper_entry", "papers"},
    Field{"paper_title", "papers"},
    Field{"paper_number", "papers"},
    Field{"paper_to", "papers"},
    Field{"paper_issued", "papers"},
    Field{"paper_hash", "papers"},
    Field{"paper_void", "papers", true},
    Field{"files", "", true},
    Field{"file_entry", "files"},
    Field{"file_number", "files"},
    Field{"file_kind", "files"},
    Field{"file_size", "files"},
    Field{"file_hash", "files"},
    Field{"deadlines", "", true},
    Field{"deadline_title", "deadlines"},
    Field{"deadline_start", "deadlines"},
    Field{"deadline_due", "deadlines"},
    Field{"deadline_ended", "deadlines"},
    Field{"deadline_days", "deadlines"},
};

const Field *field_named(std::string_view name) {
  const auto *const found = std::find_if(dossier_fields.begin(), dossier_fields.end(),
                                         [&](const Field &field) { return field.name == name; });
  return found == dossier_fields.end() ? nullptr : found;
}

class Reading { // one pass over the tags
public:
  explicit Reading(const TemplateSource &source) : source_(source), text_(source.text), problems_(source.unreadable) {}

  std::vector<Problem> problems() {
    for (const Tag &tag : tags_of(text_)) {
      read(tag);
      look_before(tag);
    }
    for (const auto &name : open_)
      complain(text_.size(), say("section '{}' is never closed", name), say("write {{{{/{}}}}}", name));
    if (text_.find("</head>") == std::string_view::npos)
      complain(0, say("the template has no '</head>'"), say("the stylesheet is put before it"));
    return std::move(problems_);
  }

private:
  void complain(std::size_t at, std::string message, std::string hint) {
    problems_.push_back({.code = Code::bad_template,
                         .message = std::move(message),
                         .hint = std::move(hint),
                         .place = source_.place(at)});
  }

  void read(const Tag &tag) {
    if (!tag.closed)
      return complain(tag.begin, say("tag without its '}}}}'"), say("close the tag"));
    if (tag.sigil == '!')
      return;
    if (tag.sigil == '/')
      return close(tag);
    if (tag.sigil != 0 && tag.sigil != '#' && tag.sigil != '^')
      return complain(tag.begin, say("a template may not use '{}' tags", std::string(1, tag.sigil)),
                      say("plain fields and sections only; every text is escaped"));
    check_field(tag);
    if (tag.sigil != 0)
      open_.push_back(tag.name);
  }

  void check_field(const Tag &tag) {
    const Field *field = field_named(tag.name);
    if (field == nullptr) {
      std::vector<std::string> known;
      for (const Field &one : dossier_fields)
        known.emplace_back(one.name);
      const auto near = nearest(tag.name, known);
      complain(tag.begin, say("unknown field '{}'", tag.name),
               near.empty() ? say("known: {}", join(known, ", ")) : say("did you mean '{}'?", near));
    } else if (!field->of.empty() && std::find(open_.begin(), open_.end(), field->of) == open_.end()) {
      complain(tag.begin, say("field '{}' stands outside its list '{}'", tag.name, field->of),
               say("put it between {{{{#{0}}}}} and {{{{/{0}}}}}", field->of));
    } else if (field->section && tag.sigil == 0) {
      complain(tag.begin, say("'{}' is not a text", tag.name), say("write {{{{#{0}}}}} ... {{{{/{0}}}}}", tag.name));
    }
  }

  void close(const Tag &tag) {
    if (!open_.empty() && open_.back() == tag.name)
      return open_.pop_back();
    complain(tag.begin, say("section '{}' is closed here and is not the one last opened", tag.name),
             open_.empty() ? say("no section is open") : say("'{}' is open", open_.back()));
  }

  // values are escaped for text between tags; inside a tag or a style they could still do harm
  void look_before(const Tag &tag) {
    const auto before = text_.substr(0, tag.begin);
    const auto opened = before.rfind('<');
    const bool inside = opened != std::string_view::npos && before.find('>', opened) == std::string_view::npos;
    const bool style = before.rfind("<style") != std::string_view::npos &&
                       before.find("</style>", before.rfind("<style")) == std::string_view::npos;
    if (tag.sigil != '!' && (inside || style))
      complain(tag.begin, say("field '{}' stands inside markup", tag.name),
               say("put it between tags, not in an attribute, a comment or a style"));
  }

  const TemplateSource &source_;
  std::string_view text_;
  std::vector<std::string> open_;
  std::vector<Problem> problems_;
};

} // namespace

std::vector<Problem> check_dossier_template(const TemplateSource &source) {
  auto problems = Reading(source).problems();
  for (auto &problem : check_outward(source))
    problems.push_back(std::move(problem));
  return problems;
}

} // namespace mediasi
