// PDFs of issued pages, by WeasyPrint where it is installed. The page is the paper; its PDF is derived from it: the
// same page gives the same bytes, nothing a page points to is read, and nothing lies in the clear on its way.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "cmd/issue.h"

namespace mediasi {

// Writes NAME.pdf beside each NAME.html that write_pages wrote. Gives back a warning where WeasyPrint is missing: the
// pages are whole without it. Error(pdf_failed) when it is there and fails.
std::vector<Problem> write_pdfs(const std::vector<Page> &pages, const std::string &folder);

} // namespace mediasi
