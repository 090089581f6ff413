#include "model/field.h"

#include <algorithm>
#include <array>

#include "base/language.h"
#include "base/text.h"
#include "model/nik.h"

namespace mediasi {

namespace {

struct KindName {
  Kind kind;
  std::string_view name;
};

constexpr std::array kind_names{
    KindName{Kind::text, "text"},
    KindName{Kind::story, "story"},
    KindName{Kind::name, "name"},
    KindName{Kind::nik, "nik"},
    KindName{Kind::phone, "phone"},
    KindName{Kind::birth, "birth"},
    KindName{Kind::date, "date"},
    KindName{Kind::moment, "moment"},
    KindName{Kind::integer, "integer"},
    KindName{Kind::money, "money"},
    KindName{Kind::tri, "tri"},
    KindName{Kind::choice, "choice"},
    KindName{Kind::choices, "choices"},
    KindName{Kind::person, "person"},
    KindName{Kind::persons, "persons"},
    KindName{Kind::officer, "officer"},
    KindName{Kind::mediator, "mediator"},
    KindName{Kind::room, "room"},
    KindName{Kind::session, "session"},
    KindName{Kind::obligation, "obligation"},
    KindName{Kind::requirement, "requirement"},
    KindName{Kind::role, "role"},
    KindName{Kind::roles, "roles"},
    KindName{Kind::id, "id"},
    KindName{Kind::giver, "giver"},
    KindName{Kind::participant, "participant"},
    KindName{Kind::participants, "participants"},
};

constexpr std::size_t longest_line = 500;
constexpr std::size_t longest_story = 100'000;
constexpr std::int64_t most_money = 1'000'000'000'000;

Checked good(std::string value) {
  return {std::move(value), {}, {}};
}
Checked bad(std::string complaint, std::string hint) {
  return {{}, std::move(complaint), std::move(hint)};
}

Checked check_text(std::string_view text, bool one_line, std::size_t longest) {
  auto normal = normal_text(text);
  if (!normal)
    return bad(say("not valid text (UTF-8 without NUL)"), say("save the file as UTF-8"));
  if (normal->size() > longest)
    return bad(say("longer than {} bytes", longest), say("shorten it, or attach it as a file"));
  if (one_line && normal->find('\n') != std::string::npos)
    return bad(say("has a line break"), say("write it on one line"));
  return good(std::string(trim(*normal)));
}

// A name has a letter, of whatever script; a spreadsheet's "#N/A" and a NIK in the wrong column have none that counts.
Checked check_name(std::string_view text) {
  auto name = check_text(text, true, longest_line);
  const bool has_letter = std::any_of(name.value.begin(), name.value.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
  });
  if (!name.value.empty() && (!has_letter || name.value.front() == '#'))
    return bad(say("not a name"), say("write the name; leave the field out where none is known"));
  return name;
}

Checked check_integer(std::string_view text, std::int64_t most) {
  const auto number = parse_integer(trim(text));
  if (!number || *number < 0 || *number > most)
    return bad(say("not a whole number"), say("write digits only, without dots: 150000"));
  return good(std::to_string(*number));
}

Checked check_tri(std::string_view text) {
  const auto word = folded(trim(text));
  if (word == "yes" || word == "ya" || word == "y" || word == "true")
    return good("yes");
  if (word == "no" || word == "tidak" || word == "n" || word == "false")
    return good("no");
  if (word == "unknown" || word == "tidak diketahui" || word == "?")
    return good("unknown");
  return bad(say("not yes, no or unknown"), say("write one of: yes, no, unknown"));
}

const Choice *pick(std::span<const Choice> choices, std::string_view text) {
  const auto plain =
      std::find_if(choices.begin(), choices.end(), [&](const Choice &choice) { return choice.id == text; });
  if (plain != choices.end())
    return &*plain;
  const auto word = folded(trim(text));
  const auto found = std::find_if(choices.begin(), choices.end(), [&](const Choice &choice) {
    return folded(choice.id) == word || folded(choice.label) == word || folded(tr(choice.label.data())) == word;
  });
  return found == choices.end() ? nullptr : &*found;
}

Checked no_such_choice(std::span<const Choice> choices, std::string_view text) {
  std::vector<std::string> ids;
  for (const auto &choice : choices)
    ids.emplace_back(choice.id);
  const auto near = nearest(folded(text), ids);
  if (!near.empty())
    return bad(say("not one of the choices"), say("did you mean '{}'?", near));
  return bad(say("not one of the choices"), say("choose from: {}", join(ids, ", ")));
}

// The words of a choice may hold commas themselves: the longest run of parts that is one. Counts the parts it took.
const Choice *pick_run(std::span<const Choice> choices, std::span<const std::string> parts, std::size_t &taken) {
  for (taken = parts.size(); taken > 1; --taken)
    if (const auto *choice =
            pick(choices, join({parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(taken)}, ",")))
      return choice;
  return pick(choices, parts.front());
}

Checked check_choices(std::span<const Choice> choices, std::string_view text) {
  std::vector<std::string> kept;
  const auto parts = split(text, ',');
  std::size_t taken = 1;
  for (std::size_t at = 0; at < parts.size(); at += taken) {
    taken = 1;
    if (trim(parts[at]).empty())
      continue;
    constexpr std::size_t most_commas = 8;
    const auto *choice =
        pick_run(choices, std::span(parts).subspan(at, std::min(most_commas, parts.size() - at)), taken);
    if (!choice)
      return no_such_choice(choices, parts[at]);
    if (std::find(kept.begin(), kept.end(), choice->id) == kept.end())
      kept.emplace_back(choice->id);
  }
  return good(join(kept, ","));
}

Checked check_phone(std::string_view text) {
  const auto plain = std::string(trim(text));
  const auto digits = std::count_if(plain.begin(), plain.end(), [](char c) { return c >= '0' && c <= '9'; });
  const bool fit = plain.find_first_not_of("+0123456789 -()") == std::string::npos;
  if (!fit || digits < 5 || digits > 15)
    return bad(say("not a telephone number"), say("write digits, with + for a country: 0343-000000"));
  return good(plain);
}

// ids of persons and the roster: lower-case letters, digits, '-', '_', '.'
Checked check_id(std::string_view text) {
  const auto id = std::string(trim(text));
  const bool fit = !id.empty() && id.size() <= 64 &&
                   id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_.") == std::string::npos;
  if (!fit)
    return bad(say("not an id"), say("write the short id the list shows, in small letters"));
  return good(id);
}

Checked check_ids(std::string_view text) {
  std::vector<std::string> kept;
  for (const auto &part : split(text, ',')) {
    if (trim(part).empty())
      continue;
    auto id = check_id(part);
    if (!id.complaint.empty())
      return id;
    kept.push_back(id.value);
  }
  return good(join(kept, ","));
}

Checked check_date(std::string_view text) {
  const auto date = parse_date(trim(text));
  if (!date)
    return bad(say("not a date"), say("write YYYY-MM-DD"));
  return good(text_of(*date));
}

Checked check_moment(std::string_view text) {
  const auto moment = parse_moment(trim(text));
  if (!moment || !moment->time)
    return bad(say("not a day with a time"), say("write YYYY-MM-DDTHH:MM"));
  return good(text_of(*moment));
}

Checked check_birth(std::string_view text) {
  const auto birth = parse_partial_date(trim(text));
  if (!birth)
    return bad(say("not a birth date"), say("write YYYY-MM-DD, or YYYY-MM or YYYY when that is all that is known"));
  return good(text_of(*birth));
}

} // namespace

Checked check_value(Kind kind, std::span<const Choice> choices, std::string_view text) {
  switch (kind) {
  case Kind::text:
    return check_text(text, true, longest_line);
  case Kind::name:
    return check_name(text);
  case Kind::story:
    return check_text(text, false, longest_story);
  case Kind::nik:
    return check_nik(text);
  case Kind::phone:
    return check_phone(text);
  case Kind::birth:
    return check_birth(text);
  case Kind::date:
    return check_date(text);
  case Kind::moment:
    return check_moment(text);
  case Kind::integer:
    return check_integer(text, 1'000'000);
  case Kind::money:
    return check_integer(text, most_money);
  case Kind::tri:
    return check_tri(text);
  case Kind::choice: {
    const auto *choice = pick(choices, text);
    return choice ? good(std::string(choice->id)) : no_such_choice(choices, text);
  }
  case Kind::choices:
    return check_choices(choices, text);
  case Kind::session:
  case Kind::obligation:
    return check_integer(text, 9999);
  case Kind::persons:
  case Kind::participants:
  case Kind::roles:
    return check_ids(text);
  case Kind::person:
  case Kind::giver:
  case Kind::participant:
  case Kind::officer:
  case Kind::mediator:
  case Kind::room:
  case Kind::requirement:
  case Kind::role:
  case Kind::id:
    return check_id(text);
  }
  return bad(say("not a value"), {});
}

std::string_view kind_name(Kind kind) {
  for (const auto &row : kind_names)
    if (row.kind == kind)
      return row.name;
  return "text";
}

std::optional<Kind> parse_kind(std::string_view name) {
  for (const auto &row : kind_names)
    if (row.name == name)
      return row.kind;
  return std::nullopt;
}

} // namespace mediasi
