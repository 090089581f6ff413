// A template as it is rendered: its parts ({{> kop}}) put in, and of every byte the file and line it comes from.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "paper/tags.h"

namespace mediasi {

// Everything a standard was adopted with: templates and parts by their names without ".html", stylesheets with ".css".
using Templates = std::map<std::string, std::string, std::less<>>;

// Throws bad_template for a name that is not there.
const std::string &template_of(const Templates &templates, std::string_view name);

// Refers to the texts it was made from: they must outlive it.
struct TemplateSource {
  struct Stretch { // text[begin...] is whole[from...] of the file `name`
    std::size_t begin = 0;
    std::string name;
    std::string_view whole;
    std::size_t from = 0;
  };

  std::string text;
  std::vector<Stretch> stretches;  // in order; the first begins at 0
  std::vector<Declared> declared;  // of the template, then of its parts
  std::vector<Problem> unreadable; // parts that are unknown

  Place place(std::size_t at) const;
};

// One file as it stands: a stylesheet, a template that uses no parts.
TemplateSource plain_source(std::string name, std::string_view text);

// With its parts, one level deep: a part has none. The same part twice is no error.
TemplateSource source_with_parts(std::string name, std::string_view text, const Templates &templates);

} // namespace mediasi
