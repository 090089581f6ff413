#include "cmd/pdf.h"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <optional>

#include <fmt/core.h>
#include <unistd.h>

#include "base/embedded.h"
#include "base/file.h"
#include "base/language.h"
#include "base/text.h"
#include "cmd/child.h"

namespace mediasi {

namespace {

constexpr std::string_view ready = "ready\n";

struct Derived {
  std::vector<std::string> pdfs; // in order, as far as they came
  bool in_time = true;
};

// one page takes about a second; a whole case file of an old machine a hundred times that
std::chrono::seconds time_for(std::size_t pages) {
  return std::chrono::seconds(60 + 60 * pages);
}

std::string search_path() {
  const char *path = std::getenv("PATH");
  return path == nullptr ? "/usr/local/bin:/usr/bin:/bin" : path;
}

// every python3 there is: the first need not be the one that has WeasyPrint
std::vector<std::string> pythons() {
  std::vector<std::string> found;
  for (const auto &folder : split(search_path(), ':')) {
    const std::string program = folder + "/python3";
    if (folder.starts_with('/') && access(program.c_str(), X_OK) == 0)
      found.push_back(program);
  }
  return found;
}

Child deriver(const std::string &python) {
  // no home: settings and caches of whoever types neither change the bytes nor are changed
  return {{python, "-I", "-B", "-c", std::string(pdf_script())},
          {"PATH=" + search_path(), "HOME=/dev/null", "XDG_CACHE_HOME=/dev/null", "LC_ALL=C.UTF-8"}};
}

std::string told(const std::vector<Page> &pages) {
  std::string input;
  for (const auto &page : pages)
    input += fmt::format("{} {}\n{}", page.made.time_since_epoch().count(), page.html.size(), page.html);
  return input;
}

// the next of the sized texts the script wrote; none when it is not whole
std::optional<std::string> next(std::string_view &output) {
  const auto line = output.find('\n');
  const auto size = parse_integer(output.substr(0, line));
  if (line == std::string_view::npos || !size || output.size() - line - 1 < static_cast<std::size_t>(*size))
    return std::nullopt;
  std::string text(output.substr(line + 1, static_cast<std::size_t>(*size)));
  output.remove_prefix(line + 1 + text.size());
  return text;
}

// nothing when no python3 has WeasyPrint
std::optional<Derived> derive(const std::vector<Page> &pages) {
  const std::string input = told(pages);
  for (const auto &python : pythons()) {
    const auto end = feed(deriver(python), input, time_for(pages.size()));
    std::string_view output = end.output;
    if (!output.starts_with(ready) && end.in_time)
      continue;
    output.remove_prefix(std::min(ready.size(), output.size()));
    Derived derived{{}, end.in_time};
    while (auto pdf = next(output))
      derived.pdfs.push_back(std::move(*pdf));
    return derived;
  }
  return std::nullopt;
}

std::string pdf_name(const std::string &page) {
  return std::filesystem::path(page).replace_extension("pdf").string();
}

Error failed(const Page &page, bool in_time) {
  return Error(
      {Code::pdf_failed,
       in_time ? say("'{}' is not written: WeasyPrint failed", pdf_name(page.file_name))
               : say("'{}' is not written: WeasyPrint took too long", pdf_name(page.file_name)),
       say("the page '{}' is whole; the same command tries again, or print it from a browser", page.file_name)});
}

} // namespace

std::vector<Problem> write_pdfs(const std::vector<Page> &pages, const std::string &folder) {
  if (pages.empty())
    return {};
  const auto derived = derive(pages);
  if (!derived)
    return {
        {.code = Code::no_weasyprint,
         .message = say("no PDF is written: WeasyPrint is not installed"),
         .hint = say("install the package 'weasyprint' and type the same again, or print the pages from a browser")}};
  for (std::size_t at = 0; at < derived->pdfs.size() && at < pages.size(); ++at)
    create_private(folder, pdf_name(pages[at].file_name), derived->pdfs[at]);
  if (derived->pdfs.size() < pages.size())
    throw failed(pages[derived->pdfs.size()], derived->in_time);
  return {};
}

} // namespace mediasi
