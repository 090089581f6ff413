#include "cmd/collect.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "acts/acts.h"
#include "base/error.h"
#include "base/file.h"
#include "base/language.h"
#include "base/text.h"
#include "judge/builtin.h"

namespace mediasi {

namespace {

constexpr std::size_t largest_form = 1U << 20U;
constexpr std::size_t largest_attachment = 16U << 20U;

bool recorded_by(const Standard &standard, const std::string &step, std::string_view command) {
  const auto *known = standard.step(step);
  if (known && known->command == command)
    return true;
  return std::any_of(standard.forms.begin(), standard.forms.end(), [&](const Form &form) {
    return form.command == command && std::find(form.steps.begin(), form.steps.end(), step) != form.steps.end();
  });
}

void check_commands(const Standard &standard, const std::vector<Draft> &drafts, std::string_view command) {
  std::vector<Problem> problems;
  for (const auto &draft : drafts)
    if (!recorded_by(standard, draft.step, command))
      if (const auto *step = standard.step(draft.step))
        problems.push_back({Code::unknown_step,
                            say("step '{}' is recorded by '{}'", draft.step, step->command),
                            say("give that part of the form to: mediasi {}", step->command),
                            draft.fields.place,
                            {},
                            {},
                            {}});
  throw_if_any(std::move(problems));
}

// Files named in a form lie where the form lies. Those of --attach go to the first act.
void gather_attachments(FormRead &read, const WritingOptions &options) {
  const auto folder = options.form.empty() || options.form == "-" ? std::filesystem::path()
                                                                  : std::filesystem::path(options.form).parent_path();
  for (auto &draft : read.drafts)
    for (auto &attachment : draft.attachments)
      if (!attachment.file.empty())
        attachment.file = (folder / attachment.file).string();
  if (read.drafts.empty())
    return;
  for (const auto &text : options.attachments) {
    const auto equals = text.find('=');
    read.drafts.front().attachments.push_back(
        {text.substr(0, equals), equals == std::string::npos ? "" : text.substr(equals + 1), {}});
  }
}

} // namespace

std::vector<std::string> steps_of(const Standard &standard, std::string_view command) {
  std::vector<std::string> names;
  for (const auto &form : standard.forms)
    if (form.command == command)
      names.push_back(form.id);
  for (const auto &step : standard.steps)
    if (step.command == command)
      names.push_back(step.id);
  return names;
}

std::string read_form_text(const std::string &path) {
  return read_whole(path, largest_form);
}

void check_step_name(const Standard &standard, const std::string &name, std::string_view command,
                     std::string_view case_number) {
  const auto known = steps_of(standard, command);
  if (name.empty() || std::find(known.begin(), known.end(), name) != known.end())
    return;
  const bool named = !case_number.empty() && case_number != house;
  if (const auto *step = standard.step(name))
    throw Error({Code::unknown_step, say("step '{}' is recorded by '{}'", name, step->command),
                 say("mediasi {} {} --step {}", step->command, named ? case_number : tr("CASE"), name)});
  const auto near = nearest(name, known);
  const auto shown = near.empty() ? std::string("...") : repeatable(name); // a name in small letters looks like a step
  throw Error({Code::unknown_step, say("'{}' has no step '{}'", command, shown),
               near.empty() ? say("known: {}", join(known, ", ")) : say("did you mean '{}'?", near)});
}

std::vector<std::string> open_steps(Grounds &grounds, const std::string &rules, const std::vector<Entry> &entries,
                                    std::string_view command, const Moment &now) {
  const auto bench = grounds.bench(rules);
  std::vector<std::string> open;
  for (const auto &next : next_steps(bench, fold(entries), now))
    if (next.command == command)
      open.push_back(next.step);
  std::vector<std::string> forms;
  for (const auto &form : bench.standard.forms)
    if (form.command == command && std::any_of(form.steps.begin(), form.steps.end(), [&](const std::string &step) {
          return std::find(open.begin(), open.end(), step) != open.end();
        }))
      forms.push_back(form.id);
  open.insert(open.end(), forms.begin(), forms.end());
  return open;
}

namespace {

bool may_come(const Bench &bench, const CaseFile &file, const Step &step, const Moment &now) {
  Entry blank;
  blank.on = now;
  std::vector<Problem> problems;
  check_order(bench, file, step, blank, problems);
  return problems.empty();
}

} // namespace

std::string registration_step(const Standard &standard) {
  for (const auto &step : standard.steps)
    if (step.act == "register")
      return step.id;
  return {};
}

std::string only_open_step(Grounds &grounds, const std::string &rules, const std::vector<Entry> &entries,
                           std::string_view command, const Moment &now) {
  const auto bench = grounds.bench(rules);
  if (entries.empty())
    return registration_step(bench.standard);
  std::vector<std::string> open;
  const auto file = fold_regular(entries);
  for (const auto &next : next_steps(bench, file, now))
    if (next.command == command)
      open.push_back(next.step);
  if (open.empty()) // nothing waits for it: the one whose turn it may be
    for (const auto &step : bench.standard.steps)
      if (step.command == command && may_come(bench, file, step, now))
        open.push_back(step.id);
  return open.size() == 1 ? open.front() : std::string();
}

FormRead collect_drafts(Grounds &grounds, const std::string &rules, const std::vector<Entry> &entries,
                        std::string_view command, const WritingOptions &options, const Moment &now) {
  const auto &standard = grounds.standard(rules);
  check_step_name(standard, options.step, command, entries.empty() ? std::string_view() : entries.front().case_number);
  const auto only_open = only_open_step(grounds, rules, entries, command, now);
  FormRead read;
  if (const auto &text = options.typed_form ? options.typed_form : options.form_text) {
    read = read_form(*text, form_name(options), standard, options.step, only_open);
  } else if (!options.sets.empty() || !options.attachments.empty() || options.corrects()) {
    Draft draft;
    draft.step = options.step.empty() ? only_open : options.step;
    if (!standard.step(draft.step))
      throw Error({Code::step_needed, say("which step is meant?"),
                   say("name one: --step {}", join(steps_of(standard, command), " | "))});
    read.drafts.push_back(std::move(draft));
  } else {
    throw Error({Code::form_needed, say("nothing to record"),
                 say("mediasi {} --step STEP --blank > form.toml, fill it in, then --form form.toml", command)});
  }
  gather_attachments(read, options);
  for (const auto &assignment : options.sets)
    if (!read.drafts.empty())
      set_field(read.drafts.front(), assignment, standard, read.problems);
  if (read.drafts.empty())
    throw_if_any(read.problems);
  check_commands(standard, read.drafts, command);
  return read;
}

Date registration_day(const Request &request) {
  for (const auto &draft : request.drafts)
    if (const auto on = draft.fields.values.find("on"); on != draft.fields.values.end())
      if (const auto moment = parse_moment(trim(on->second.text)))
        return moment->day;
  return request.on.value_or(request.now).day;
}

namespace {

struct Resource {
  std::string kind, name;
};

// What of a case may collide with other cases: all that stand in the roster, and its people who have other records.
// Whoever is known to this case alone cannot be taken by another.
std::vector<Resource> shared_resources(const Roster &roster, const CaseFile &file) {
  std::vector<Resource> shared;
  for (const auto &mediator : roster.mediators)
    shared.push_back({"mediator", mediator.id});
  for (const auto &room : roster.rooms)
    shared.push_back({"room", room.id});
  for (const auto &officer : roster.officers)
    shared.push_back({"officer", officer.id});
  for (const auto &person : file.persons)
    if (!person.pid.empty())
      shared.push_back({"person", person.pid});
  return shared;
}

} // namespace

std::vector<Booking> bookings_between(const Store &store, const Roster &roster, const CaseFile &file, Date first,
                                      Date last) {
  const auto from = text_of(Moment{plus_days(first, -1), std::chrono::minutes{0}});
  const auto to = text_of(Moment{plus_days(last, 2), std::chrono::minutes{0}});
  std::vector<Booking> taken;
  for (const auto &resource : shared_resources(roster, file)) {
    const auto found = store.bookings(resource.kind, resource.name, from, to);
    taken.insert(taken.end(), found.begin(), found.end());
  }
  return taken;
}

std::vector<Booking> taken_bookings(const Store &store, const Roster &roster, const std::vector<Draft> &drafts,
                                    const CaseFile &file) {
  std::set<Date> days;
  for (const auto &draft : drafts)
    if (const auto at = draft.fields.values.find("at"); at != draft.fields.values.end())
      if (const auto moment = parse_moment(trim(at->second.text)))
        days.insert(moment->day);
  for (const auto &session : file.sessions)
    if (session.state == "planned")
      days.insert(session.at.day);
  std::vector<Booking> taken;
  for (const auto day : days)
    for (auto &booking : bookings_between(store, roster, file, day, day))
      taken.push_back(std::move(booking));
  return taken;
}

std::vector<PersonLink> linked_records(const Store &store, const CaseFile &file) {
  std::set<std::string> pids;
  for (const auto &person : file.persons)
    if (!person.pid.empty())
      pids.insert(person.pid);
  for (const auto &link : store.staff_links())
    pids.insert(link.pid);
  std::vector<PersonLink> links;
  for (const auto &pid : pids)
    for (auto &link : store.links(pid))
      links.push_back(std::move(link));
  return links;
}

void check_attachments(const std::vector<std::string> &attachments) {
  for (const auto &attachment : attachments)
    if (const auto equals = attachment.find('='); equals != std::string::npos)
      (void)read_ordinary(attachment.substr(equals + 1), largest_attachment);
}

namespace {

// a scan is often called after the person on it: what a form or a row calls it is not said again
std::string without_name(std::string message) {
  const auto first = message.find('\''), last = message.rfind('\'');
  return first == last ? message : message.replace(first + 1, last - first - 1, "...");
}

} // namespace

// the place is where the row or the form names the file
std::string attached_content(const Attachment &attachment) {
  try {
    return read_ordinary(attachment.file, largest_attachment);
  } catch (const Error &error) {
    auto problems = error.problems();
    for (auto &problem : problems)
      if (!attachment.place.file.empty()) {
        problem.place = attachment.place;
        problem.message = without_name(std::move(problem.message));
      }
    throw Error(std::move(problems));
  }
}

void attach_files(Plan &plan) {
  for (auto &act : plan.acts) {
    auto path = act.entry.sealed_paths.begin();
    for (const auto &attachment : act.attachments) {
      path = std::find_if(path, act.entry.sealed_paths.end(),
                          [](const std::string &name) { return name.starts_with("attachment#"); });
      try {
        act.sealed.push_back({*path++, attached_content(attachment)});
      } catch (const Error &error) {
        plan.problems.insert(plan.problems.end(), error.problems().begin(), error.problems().end());
      }
    }
  }
}

} // namespace mediasi
