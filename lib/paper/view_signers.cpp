#include "paper/view_parts.h"

#include <algorithm>

#include <fmt/core.h>

#include "paper/labels.h"
#include "paper/people.h"
#include "rules/duties.h"
#include "rules/minutes_text.h"

namespace mediasi {

namespace {

struct Block { // one hand, one block: a mother who signs for her child does not sign twice
  std::string id;
  std::string label, name, for_whom;
  std::vector<std::string> children; // who may add their names
  bool party = false;                // signs as a party, or for one
};

const Minutes *minutes_of(const CaseFile &file, int session) {
  const auto found = std::find_if(file.minutes.rbegin(), file.minutes.rend(),
                                  [&](const Minutes &minutes) { return minutes.session == session; });
  return found == file.minutes.rend() ? nullptr : &*found;
}

// The case's own officer writes the minutes and signs with those at the table; a head signs to acknowledge.
bool at_table(const PaperInput &input, const std::string &role) {
  const Role *own = case_role(input.standard);
  return (own != nullptr && role == own->id) || !assigned_officer(input.standard, input.file, role).empty();
}

// Does the paper ask this hand for a signature?
bool is_asked(const PaperInput &input, const Paper &paper, const std::string &id) {
  return asks_hand(paper, input.file.person(id), id);
}

// Of those the rules name as signers the ones the minutes name; before there are any, all who took part to the end.
std::vector<std::string> hands(const PaperInput &input, const Session &session, const Paper &paper) {
  const auto *minutes = minutes_of(input.file, session.number);
  std::vector<std::string> ids;
  if (minutes != nullptr)
    ids = minutes->signers;
  if (ids.empty())
    for (const auto &person : input.file.persons)
      if (took_part(&session, person.id))
        ids.push_back(person.id);
  std::erase_if(ids, [&](const std::string &id) { return !is_asked(input, paper, id); });
  const auto add = [&](const std::string &id) {
    if (std::find(ids.begin(), ids.end(), id) == ids.end())
      ids.push_back(id);
  };
  if (signs(paper, "mediator"))
    add("mediator");
  for (const auto &role : paper.signers)
    if (input.standard.role(role) != nullptr && at_table(input, role))
      add(role);
  return ids;
}

std::string capacity(const PaperInput &input, const Person &person) {
  if (person.side != Side::companion)
    return capitalised(side_label(person, input.file));
  const Person *party = person.of.empty() ? nullptr : input.file.person(person.of.front());
  const auto label = capitalised(companion_label(person.kinds));
  return party == nullptr ? label : fmt::format("{} {}", label, side_label(*party, input.file));
}

Block &block_of(std::vector<Block> &blocks, const std::string &id) {
  const auto found = std::find_if(blocks.begin(), blocks.end(), [&](const Block &block) { return block.id == id; });
  return found == blocks.end() ? blocks.emplace_back(Block{id, "", "", "", {}, false}) : *found;
}

// The guardian who came signs for a child; who is named as signer before one who is not.
const Person *guardian_who_signs(const PaperInput &input, const Session &session, const Person &child,
                                 const std::vector<std::string> &ids) {
  const auto guardians = who_sign_for(input.file, session, child);
  const auto asked = std::find_if(guardians.begin(), guardians.end(), [&](const Person *guardian) {
    return std::find(ids.begin(), ids.end(), guardian->id) != ids.end();
  });
  if (asked != guardians.end())
    return *asked;
  return guardians.empty() ? nullptr : guardians.front();
}

void add_child_block(std::vector<Block> &blocks, const PaperInput &input, const Person &child, const Person *guardian) {
  auto &block = block_of(blocks, guardian == nullptr ? child.id : guardian->id);
  block.label = side_label(child, input.file);
  block.name = guardian == nullptr ? std::string(blank_line) : name_of(input, guardian->id);
  block.children.push_back(name_of(input, child.id));
  block.party = true;
  block.for_whom = fmt::format("{} bagi anak {}", guardian == nullptr ? "wali" : companion_label(guardian->kinds),
                               listed(block.children));
}

void add_adult(std::vector<Block> &blocks, const PaperInput &input, const Session &session, const Person &person) {
  const auto stands_in = represented_by(&session, person.id);
  if (!stands_in.empty()) { // one hand: by power of attorney, and for nobody else
    auto &block = block_of(blocks, std::string(stands_in));
    if (!block.label.empty()) { // signs for a child, or another party, with the same hand
      block.for_whom += fmt::format("{}mewakili {}", block.for_whom.empty() ? "" : "; ", name_of(input, person.id));
      return;
    }
    block.label = capacity(input, person);
    block.for_whom = fmt::format("mewakili {}", name_of(input, person.id));
    block.name = name_of(input, stands_in);
    block.party = is_party(person);
    return;
  }
  auto &block = block_of(blocks, person.id);
  if (!block.label.empty())
    return; // signs for a child, or for who is represented, already
  block.label = capacity(input, person);
  block.name = name_of(input, person.id);
  block.party = is_party(person);
  const auto representative = identity(input, person.id, "representative");
  if (!person.organisation && attendance_of(&session, person.id) != "represented")
    return;
  block.for_whom = fmt::format("mewakili {}", block.name);
  block.name = representative.empty() ? std::string(blank_line) : representative;
}

void add_mediator_block(std::vector<Block> &blocks, const PaperInput &input, const Session &session) {
  const auto mediator = mediator_who_signs(input, &session);
  auto &block = block_of(blocks, "mediator");
  block.label = mediator.title;
  block.name = mediator.name;
}

std::vector<Block> blocks_of(const PaperInput &input, const Session &session, const std::vector<std::string> &ids) {
  std::vector<Block> blocks;
  for (const auto &id : ids) {
    const Person *person = input.file.person(id);
    if (person == nullptr || !is_party(*person) || !child_on(*person, session.at.day))
      continue;
    add_child_block(blocks, input, *person, guardian_who_signs(input, session, *person, ids));
  }
  for (const auto &id : ids) {
    const Person *person = input.file.person(id);
    if (id == "mediator") {
      add_mediator_block(blocks, input, session);
    } else if (person == nullptr) {
      const auto officer = official(input, id);
      block_of(blocks, id) = {id, officer.title, officer.name, officer.nip.empty() ? "" : "NIP " + officer.nip,
                              {}, false};
    } else if (!is_party(*person) || !child_on(*person, session.at.day)) {
      add_adult(blocks, input, session, *person);
    }
  }
  return blocks;
}

View shown(const Block &block, bool stamp_duty) {
  View view{{{"signer_label", block.label}, {"signer_name", block.name}, {"signer_for", block.for_whom}}, {}};
  raise(view, "signer_stamp", stamp_duty && block.party);
  for (const auto &child : block.children)
    view.lists["signer_children"].push_back({{{"child_name", child}}, {}});
  return view;
}

void add_witnesses(View &view, const PaperInput &input, const Paper &paper, const std::vector<std::string> &ids) {
  for (const auto &signer : paper.signers) {
    if (input.standard.role(signer) == nullptr || std::find(ids.begin(), ids.end(), signer) != ids.end())
      continue;
    if (signer == "mediator")
      continue; // a role of that name is a person at the table here
    const auto officer = official(input, signer);
    view.lists["witnesses"].push_back({{{"witness_title", officer.title},
                                        {"witness_name", officer.name},
                                        {"witness_rank", officer.rank},
                                        {"witness_nip", officer.nip}},
                                       {}});
  }
  raise(view, "has_witnesses", !view.list("witnesses").empty());
}

} // namespace

void add_signers(View &view, const PaperInput &input) {
  const Session *session = session_of(input);
  const Paper *paper = input.standard.paper(input.request.kind);
  if (session == nullptr || paper == nullptr)
    return;
  const auto ids = hands(input, *session, *paper);
  const auto blocks = blocks_of(input, *session, ids);
  for (const auto &block : blocks)
    view.lists["signers"].push_back(shown(block, paper->stamp_duty));
  add_witnesses(view, input, *paper, ids);
  // a copy for each party who took part, one for the office's file
  const auto copies = static_cast<std::int64_t>(view.list("parties").size()) + 1;
  view.texts["copies"] = std::to_string(copies);
  view.texts["copies_words"] = number_in_words(copies);
}

} // namespace mediasi
