// The address shield: what a template may ask for, given who will read it, and a last look at the texts themselves.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "paper/source.h"
#include "paper/view.h"

namespace mediasi {

// Who will read a paper of this kind: Paper.to, but "party" for one that stays with the office and is signed and
// received in copy by the sides, as the minutes are.
std::string audience(const Paper &paper);

// Called for every paper of a standard when rules are loaded, parts put in; `to` is its audience. Finds: no
// declaration, unknown parts, unknown and undeclared fields, fields this recipient may not see, members used outside
// their list, unbalanced sections, unescaped or computed tags, tags inside markup, violence named in title, heading or
// subject line, korban/pelaku in a paper to the sides, anything that points outside the page. All of them, with line
// and reason.
std::vector<Problem> check_template(const TemplateSource &source, std::string_view to);

// A stylesheet that fetches (@import, url()) or would end its element.
std::vector<Problem> check_stylesheet(const TemplateSource &sheet);

// Violence or changing fields in title, heading or subject line; korban/pelaku in a paper to the sides. Part of
// check_template.
std::vector<Problem> check_wording(const TemplateSource &source, std::string_view to);

// The same of the words the rules print there, where the template shows them; called when rules are loaded. `at` is
// copied into each.
std::vector<Problem> check_heading(const Paper &paper, const TemplateSource &source, const Place &at);

// Markup and style that reach outside the page; part of both checks above.
std::vector<Problem> check_outward(const TemplateSource &source);

// A letter to a person one may not write to (may_write = no), or a paper without the consent it rests on. Minutes are
// handed over in the office and are not letters.
std::vector<Problem> check_contact(const PaperInput &input);

// Free texts of the view that carry NIK, phone or address of a person other than the recipient. Never echoes them.
std::vector<Problem> check_texts(const View &view, const PaperInput &input);

} // namespace mediasi
