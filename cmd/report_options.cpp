#include "cmd/report_options.h"

#include <algorithm>
#include <array>

#include "base/language.h"
#include "base/text.h"
#include "cmd/reads.h"
#include "cmd/which_case.h"

namespace mediasi {

namespace {

Error bad_value(std::string message, std::string hint) {
  return Error(Problem{.code = Code::option_value, .message = std::move(message), .hint = std::move(hint)});
}

std::optional<Date> day_in(std::string_view option, const std::string &text) {
  if (text.empty())
    return std::nullopt;
  if (const auto day = parse_date(text))
    return day;
  throw bad_value(say("{} is not a day: '{}'", option, safe_for_terminal(text)), say("write YYYY-MM-DD"));
}

struct ByDateName {
  std::string_view name;
  ByDate by;
};
constexpr std::array by_dates{ByDateName{"received", ByDate::received}, ByDateName{"complete", ByDate::complete},
                              ByDateName{"held", ByDate::held}, ByDateName{"closed", ByDate::closed}};

ByDate by_date_in(const std::string &text) {
  std::vector<std::string> known;
  for (const auto &[name, by] : by_dates) {
    if (text.empty() || name == text)
      return by;
    known.emplace_back(name);
  }
  throw bad_value(say("--by-date knows no '{}'", repeatable(text)), say("write one of {}", join(known, ", ")));
}

// what was given, by the option's name
std::vector<std::string_view> given(const ReportOptions &options) {
  const std::array<std::pair<std::string_view, bool>, 14> all{{
      {"--as-of", !options.as_of.empty()},
      {"--from", !options.from.empty()},
      {"--to", !options.to.empty()},
      {"--by-date", !options.by_date.empty()},
      {"--role", !options.role.empty()},
      {"--officer", !options.officer.empty()},
      {"--case", !options.only_case.empty()},
      {"--stage", !options.stage.empty()},
      {"--open", options.open},
      {"--all", options.all},
      {"--reads", options.reads},
      {"--names", options.names},
      {"--attachments", !options.attachments.empty()},
      {"--find", !options.find.empty()},
  }};
  std::vector<std::string_view> names;
  for (const auto &[name, is_given] : all)
    if (is_given)
      names.push_back(name);
  return names;
}

void check_taken(const ReportKind &kind, const ReportOptions &options) {
  std::vector<std::string> taken;
  for (const std::string &name : split(kind.takes, ' '))
    if (!name.empty())
      taken.push_back(name);
  std::vector<Problem> problems;
  const auto refuse = [&](std::string message, std::string hint) {
    problems.push_back({.code = Code::report_option, .message = std::move(message), .hint = std::move(hint)});
  };
  const bool about_one = std::holds_alternative<CaseBuilder>(kind.build);
  if (about_one && options.case_number.empty() == options.find.empty())
    throw Error(Problem{.code = Code::usage,
                        .message = say("the report '{}' needs a case", options.name),
                        .hint = say("mediasi report {} 2026-0012, or --find FILE", options.name)});
  const bool by_case = kind.takes.find("--case") != kind.takes.npos;
  if (!about_one && !options.case_number.empty())
    throw Error(Problem{.code = Code::usage,
                        .message = say("the report '{}' takes no case", options.name),
                        .hint = by_case ? say("mediasi report {} --case {}", options.name, "CASE")
                                        : say("mediasi report case {}", "CASE")});
  for (const std::string_view name : given(options))
    if (std::find(taken.begin(), taken.end(), name) == taken.end())
      refuse(say("the report '{}' takes no {}", options.name, name),
             taken.empty() ? say("leave it away") : say("it takes {}", join(taken, ", ")));
  throw_if_any(std::move(problems));
  if (!options.is_reading() && !(options.purpose + options.by).empty())
    throw Error(Problem{.code = Code::report_option,
                        .message = say("--for and --by go with --names and --find"),
                        .hint = say("mediasi report {} --names --for CODE", options.name)});
  if (!options.names && !options.attachments.empty())
    throw Error(Problem{.code = Code::report_option,
                        .message = say("--attachments goes with --names"),
                        .hint = say("mediasi report {} --names --attachments FOLDER", options.name)});
}

} // namespace

void declare(ReportOptions &mine, Options &options) {
  options.positional("NAME", later("which report; --list reports names them"), mine.name, Presence::required);
  options.positional("CASE", later("the case, for a report about one"), mine.case_number);
  options.text("--as-of", "DATE", later("as it was at the end of this day"), mine.as_of);
  options.text("--from", "DATE", later("from this day on"), mine.from);
  options.text("--to", "DATE", later("up to this day"), mine.to);
  options.text("--by-date", "WHICH", later("which day --from and --to ask for: received, complete, held, closed"),
               mine.by_date);
  options.text("--role", "ROLE", later("only what this role has to do"), mine.role);
  options.text("--officer", "OFFICER", later("only what concerns this officer"), mine.officer);
  options.text("--case", "CASE", later("only this case"), mine.only_case);
  options.text("--stage", "STAGE", later("only cases that stand at this stage"), mine.stage);
  options.flag("--open", later("only what is not closed"), mine.open);
  options.flag("--all", later("also what is closed"), mine.all);
  options.flag("--reads", later("of the journal, who read identities"), mine.reads);
  options.flag("--names", later("shows names; needs the key, and is recorded first"), mine.names);
  options.text("--find", "FILE", later("only the cases of one person, by a form; needs the key, and is recorded first"),
               mine.find);
  declare_purpose(mine.purpose, options);
  options.text("--by", "OFFICER", later("who reads (who types, when left out)"), mine.by);
  options.text("--attachments", "FOLDER", later("writes the attached files there"), mine.attachments);
}

const ReportKind &chosen_report(const ReportOptions &options) {
  if (const ReportKind *kind = report_kind(options.name)) {
    check_taken(*kind, options);
    return *kind;
  }
  std::vector<std::string> known;
  for (const ReportKind &each : report_kinds())
    known.emplace_back(each.name);
  const std::string near = nearest(options.name, known);
  throw Error(
      Problem{.code = Code::unknown_report,
              .message = say("there is no such report"),
              .hint = near.empty() ? say("write one of {}", join(known, ", ")) : say("did you mean '{}'?", near)});
}

Asked asked_of(const ReportOptions &options, const Store &store, const Clock &clock) {
  Asked asked{.now = clock.moment(), .made = clock.now, .zone = clock.zone};
  if (const auto day = day_in("--as-of", options.as_of))
    asked.now = {*day, std::chrono::hours(24) - std::chrono::minutes(1)};
  asked.from = day_in("--from", options.from);
  asked.to = day_in("--to", options.to);
  if (asked.from && asked.to && *asked.to < *asked.from)
    throw bad_value(say("--to '{}' is before --from '{}'", options.to, options.from),
                    say("write the earlier day first"));
  asked.by_date = by_date_in(options.by_date);
  asked.role = options.role;
  asked.officer = options.officer;
  asked.stage = options.stage;
  if (!options.only_case.empty())
    asked.case_number = which_case(store, options.only_case);
  asked.open = options.open;
  asked.all = options.all;
  asked.names = options.names;
  asked.reads = options.reads;
  return asked;
}

std::optional<Instant> until_of(const ReportOptions &options, const Asked &asked) {
  if (options.as_of.empty())
    return std::nullopt;
  return to_instant({plus_days(asked.now.day, 1), std::chrono::minutes(0)}, asked.zone) - std::chrono::seconds(1);
}

} // namespace mediasi
