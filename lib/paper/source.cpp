#include "paper/source.h"

#include <algorithm>

#include "base/language.h"
#include "base/text.h"

namespace mediasi {

namespace {

Problem bad(Place place, std::string message, std::string hint) {
  return {
      .code = Code::bad_template, .message = std::move(message), .hint = std::move(hint), .place = std::move(place)};
}

// the part without the comment it begins with, which would leave an empty line
std::size_t after_declaration(std::string_view part) {
  const auto tags = tags_of(part);
  auto at = tags.empty() || tags.front().sigil != '!' ? 0 : tags.front().end;
  while (at < part.size() && (part[at] == '\n' || part[at] == '\r'))
    ++at;
  return at;
}

class Joining {
public:
  Joining(TemplateSource &source, std::string name, std::string_view text, const Templates &templates)
      : source_(source), name_(std::move(name)), text_(text), templates_(templates) {}

  void run() {
    source_.declared.push_back(declaration_of(text_));
    std::size_t at = 0;
    for (const auto &tag : tags_of(text_)) {
      if (tag.sigil != '>' || !tag.closed)
        continue;
      append(name_, text_, at, tag.begin);
      put_in(tag);
      at = tag.end;
    }
    append(name_, text_, at, text_.size());
  }

private:
  void append(const std::string &name, std::string_view whole, std::size_t from, std::size_t to) {
    source_.stretches.push_back({source_.text.size(), name, whole, from});
    source_.text += whole.substr(from, to - from);
  }

  void put_in(const Tag &tag) {
    const auto found = templates_.find(tag.name);
    if (found == templates_.end()) {
      source_.unreadable.push_back(
          bad(place_in(name_, text_, tag.begin), say("no part '{}'", tag.name), nearest_hint(tag.name)));
      return;
    }
    const std::string_view part = found->second;
    source_.declared.push_back(declaration_of(part));
    auto end = part.size();
    while (end > 0 && part[end - 1] == '\n')
      --end;
    append(tag.name, part, std::min(after_declaration(part), end), end);
  }

  std::string nearest_hint(std::string_view name) const {
    std::vector<std::string> known;
    for (const auto &[other, text] : templates_)
      known.push_back(other);
    const auto near = nearest(name, known);
    return near.empty() ? say("parts lie in the folder 'templates' beside the rules") : say("did you mean '{}'?", near);
  }

  TemplateSource &source_;
  std::string name_;
  std::string_view text_;
  const Templates &templates_;
};

} // namespace

const std::string &template_of(const Templates &templates, std::string_view name) {
  const auto found = templates.find(name);
  if (found == templates.end())
    throw Error({Code::bad_template, say("there is no template '{}'", name), say("mediasi workflow check FILE")});
  return found->second;
}

Place TemplateSource::place(std::size_t at) const {
  auto next = std::find_if(stretches.begin(), stretches.end(), [&](const Stretch &one) { return one.begin > at; });
  if (next == stretches.begin())
    return {};
  const auto &stretch = *--next;
  return place_in(stretch.name, stretch.whole, stretch.from + (at - stretch.begin));
}

TemplateSource plain_source(std::string name, std::string_view text) {
  TemplateSource source;
  source.text = text;
  source.stretches.push_back({0, std::move(name), text, 0});
  source.declared.push_back(declaration_of(text));
  return source;
}

TemplateSource source_with_parts(std::string name, std::string_view text, const Templates &templates) {
  TemplateSource source;
  Joining(source, std::move(name), text, templates).run();
  return source;
}

} // namespace mediasi
