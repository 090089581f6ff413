// The erasure list as a file. It is read on a bad day by people, too: one line a case.
#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "store/erasure.h"
#include "store/handover.h"
#include "store/inside.h"

namespace mediasi {

namespace {

constexpr std::string_view list_kind = "mediasi-erasures-1";

Problem list_refused(const std::string &file, int line, std::string message) {
  return {.code = Code::bad_erasures,
          .message = std::move(message),
          .hint = say("use the list that 'store erase' or 'store backup' of this store wrote last"),
          .place = {.file = file, .line = line}};
}

bool is_hex(std::string_view text, std::size_t bytes) {
  return text.size() == 2 * bytes && from_hex(text).has_value();
}

bool is_code(std::string_view text) {
  return !text.empty() && text.size() <= 64 &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == text.npos;
}

bool is_number(std::string_view text) { // a case's: digits, a hyphen, digits
  return text.size() >= 9 && text.size() <= 20 && text[4] == '-' && text.find_first_not_of("0123456789", 0) == 4 &&
         text.find_first_not_of("0123456789", 5) == text.npos;
}

std::optional<Erasure> erasure_on(std::string_view line) {
  const std::vector<std::string> words = split(line, ' ');
  constexpr std::size_t said = 6; // the words before the handovers
  if (words.size() < said || !is_number(words[0]) || !is_hex(words[1], sizeof(Hash)) || !parse_date(words[2]) ||
      !is_code(words[3]) || !is_hex(words[4], sizeof(Hash)) || !is_hex(words[5], 64)) {
    return std::nullopt;
  }
  const std::string handovers = join(std::span(words).subspan(said), " ");
  return are_handovers(handovers)
             ? std::optional(Erasure{words[0], words[1], words[2], words[3], words[4], words[5], handovers})
             : std::nullopt;
}

} // namespace

std::string erasure_list(const Store &store, const std::vector<Erasure> &all) {
  std::string text = std::string(list_kind) + " " + store.inside().asking([&] { return store.inside().origin().id; }) +
                     "\n# case, its first entry, day, reason, destruction minutes, signature, keys renewed before\n";
  for (const Erasure &erasure : all) {
    text +=
        line_of(erasure) + " " + erasure.signature + (erasure.handovers.empty() ? "" : " ") + erasure.handovers + "\n";
  }
  return text;
}

std::vector<Erasure> read_erasure_list(const Store &store, const std::string &text, const std::string &file) {
  const std::string id = store.inside().asking([&] { return store.inside().origin().id; });
  const std::vector<std::string> lines = split(text, '\n');
  const std::vector<std::string> head = split(trim(lines.front()), ' ');
  if (head.size() != 2 || head[0] != list_kind) {
    throw Error(list_refused(file, 1, say("this is no list of erased cases")));
  }
  if (head[1] != id) {
    throw Error(list_refused(file, 1, say("the list of erased cases is another store's")));
  }
  std::vector<Erasure> all;
  std::vector<Problem> problems;
  for (std::size_t at = 1; at < lines.size(); ++at) {
    const std::string_view line = trim(lines[at]);
    const int number = static_cast<int>(at) + 1;
    if (line.empty() || line.front() == '#') {
      continue;
    }
    const auto erasure = erasure_on(line);
    if (!erasure) {
      problems.push_back(list_refused(file, number, say("the line cannot be read")));
    } else if (!well_signed_or_known(store, *erasure)) {
      problems.push_back(list_refused(file, number, say("the signature is not this store's: the line was altered")));
    } else {
      all.push_back(*erasure);
    }
  }
  throw_if_any(std::move(problems));
  return all;
}

} // namespace mediasi
