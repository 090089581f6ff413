#include "cmd/which_case.h"

#include <optional>

#include "base/error.h"
#include "base/language.h"
#include "base/text.h"
#include "model/corrections.h"

namespace mediasi {

namespace {

constexpr std::size_t longest_number = 9; // digits; a NIK typed here by mistake is not said again

Error no_such(std::string message) {
  return Error(Problem{.code = Code::no_such_case,
                       .message = std::move(message),
                       .hint = say("write the full number, such as 2026-0012")});
}

std::optional<int> number_of(std::string_view digits) {
  const auto number = digits.size() <= longest_number ? parse_integer(digits) : std::nullopt;
  if (!number || *number < 1)
    return std::nullopt;
  return static_cast<int>(*number);
}

} // namespace

CaseWord case_word(std::string_view typed) {
  const std::size_t hyphen = typed.find('-');
  const auto year = hyphen == 4 ? number_of(typed.substr(0, hyphen)) : std::nullopt;
  const auto serial = number_of(hyphen == typed.npos ? typed : typed.substr(hyphen + 1));
  if (!serial || (hyphen != typed.npos && !year))
    throw no_such(say("that is no case number"));
  return {year, *serial};
}

std::string only_open(int serial, const std::vector<std::string> &open) {
  if (open.empty())
    throw no_such(say("no open case has the number '{}'", serial));
  if (open.size() > 1)
    throw Error(Problem{.code = Code::ambiguous_case,
                        .message = say("several open cases have the number '{}'", serial),
                        .hint = say("write one of {}", join(open, ", "))});
  return open.front();
}

std::string which_case(const Store &store, std::string_view typed, Undone undone) {
  const auto said = case_word(typed);
  if (!said.year)
    return only_open(said.serial, store.open_cases_with_serial(said.serial));
  const std::string number = case_number_text(*said.year, said.serial);
  const auto entries = store.entries_of(number);
  if (entries.empty())
    throw no_such(say("no case '{}'", number));
  if (undone == Undone::is_none && standing_entries(entries).empty())
    throw Error(
        Problem{.code = Code::no_such_case,
                .message = say("case '{}' was undone with its batch, by entry {}", number, entries.front().undone),
                .hint = say("see: mediasi report journal")});
  return number;
}

} // namespace mediasi
