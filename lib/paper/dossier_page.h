// The case file as one paper, for the office alone: everything of the case in order. No step owes it and no number is
// taken: it can be made again from the store at any time, and as long as nothing is recorded it is the same bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "paper/source.h"
#include "report/dossier.h"
#include "rules/standard.h"

namespace mediasi {

inline constexpr std::string_view dossier_kind = "case";       // what `mediasi document` calls it
inline constexpr std::string_view dossier_template = "berkas"; // share/templates

// Throws Error(bad_template): an office's own template that breaks a rule below, or one that is not there.
std::string compose_dossier(const Dossier &dossier, const Standard &standard, const Templates &templates);

// Unknown parts and fields, members outside their list, unbalanced sections, unescaped tags, tags inside markup,
// anything that points outside the page. Called when rules are loaded.
std::vector<Problem> check_dossier_template(const TemplateSource &source);

} // namespace mediasi
