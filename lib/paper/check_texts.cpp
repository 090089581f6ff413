#include "paper/shield.h"

#include <algorithm>
#include <array>
#include <cctype>

#include <fmt/core.h>

#include "base/language.h"
#include "base/text.h"
#include "paper/fields.h"

namespace mediasi {

namespace {

// Shorter ones ("Jl. A 1", an extension) would be found in innocent text. Letters and digits, without the words of a
// way; an address with a number in it is a house, one without may be no more than a village.
constexpr std::size_t shortest_house = 7, shortest_place = 12;
constexpr std::size_t shortest_number = 7; // digits
// written or left out, short or in full, as everybody likes
constexpr std::array<std::string_view, 11> way_words{"jl",    "jln",   "jalan", "gg", "gang", "no",
                                                     "nomor", "nomer", "rt",    "rw", "blok"};

bool is_digit(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

std::string digits_of(std::string_view text) {
  std::string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits), is_digit);
  return digits;
}

bool is_of_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || std::isalnum(byte) != 0;
}

// letters and digits, case folded, without the words of a way: "Jl. Kenanga No.5" is found in "jalan kenanga 5"
std::string gist_of(std::string_view text) {
  const auto lower = folded(text);
  std::string gist;
  for (auto at = lower.begin(); at != lower.end();) {
    const bool number = is_digit(*at); // "No11" is two words
    const auto end = std::find_if(at, lower.end(), [&](char c) { return !is_of_word(c) || is_digit(c) != number; });
    const std::string word(at, end);
    if (std::find(way_words.begin(), way_words.end(), word) == way_words.end())
      gist += word;
    at = std::find_if(end, lower.end(), is_of_word);
  }
  return gist;
}

bool is_secret(const std::string &address) {
  return address.size() >= (digits_of(address).empty() ? shortest_place : shortest_house);
}

// the house alone: who writes in prose leaves the town out
std::string house_of(std::string_view address) {
  const auto gist = gist_of(address.substr(0, address.find_first_of(",;\n")));
  return digits_of(gist).empty() ? std::string{} : gist;
}

struct Secret {
  std::string person, field, gist;
  bool number = false;
};

// +62 812... and 0812... are one phone
std::string phone_core(std::string_view text) {
  auto digits = digits_of(text);
  if (digits.starts_with("62"))
    return digits.substr(2);
  return digits.starts_with("0") ? digits.substr(1) : digits;
}

void add(std::vector<Secret> &secrets, const std::string &person, const Row &row, std::string_view field) {
  const auto value = value_of(row, field);
  if (field == "address") {
    auto house = house_of(value), whole = gist_of(value);
    auto gist = is_secret(house) ? std::move(house) : std::move(whole); // the whole begins with the house
    if (is_secret(gist))
      secrets.push_back({person, std::string(field), std::move(gist), false});
    return;
  }
  auto gist = field == "nik" ? digits_of(value) : phone_core(value);
  if (gist.size() >= shortest_number)
    secrets.push_back({person, std::string(field), std::move(gist), true});
}

std::vector<Secret> secrets_of(const PaperInput &input) {
  std::vector<Secret> secrets;
  for (const auto &person : input.file.persons) {
    const auto row = input.identities.find(person.id);
    if (row == input.identities.end())
      continue;
    for (const std::string_view field : {"nik", "phone", "address"})
      add(secrets, person.id, row->second, field);
  }
  return secrets;
}

// the office's own, or no more than its town
bool of_office(const Secret &secret, const Office &office) {
  if (secret.number)
    return phone_core(office.phone) == secret.gist;
  return gist_of(office.address + office.city + office.parent).find(secret.gist) != std::string::npos;
}

// what the recipient has anyway: one house may hold both sides
bool of_recipient(const Secret &secret, const std::vector<Secret> &all, std::string_view recipient) {
  return std::any_of(all.begin(), all.end(),
                     [&](const Secret &other) { return other.person == recipient && other.gist == secret.gist; });
}

void look(const View &view, const std::vector<Secret> &secrets, std::vector<Problem> &problems) {
  for (const auto &[name, text] : view.texts) {
    const auto *field = template_field(name);
    if (field == nullptr || (field->seen != SeenBy::named && field->seen != SeenBy::referred))
      continue; // the others come from rules and roster, or are own
    const auto gist = gist_of(text);
    const auto digits = digits_of(text);
    for (const auto &secret : secrets)
      if ((secret.number ? digits : gist).find(secret.gist) != std::string::npos)
        problems.push_back({.code = Code::bad_text,
                            .message = say("the text for '{}' carries '{}' of '{}'", name, secret.field, secret.person),
                            .hint = say("amend the entry the text comes from: address, phone and NIK stay in the file"),
                            .place = {.field = name}});
  }
  for (const auto &[name, rows] : view.lists)
    for (const auto &row : rows)
      look(row, secrets, problems);
}

} // namespace

std::vector<Problem> check_texts(const View &view, const PaperInput &input) {
  const auto *paper = input.standard.paper(input.request.kind);
  const auto reader = paper == nullptr ? std::string{} : audience(*paper);
  if (reader == "office")
    return {};
  const auto all = secrets_of(input);
  // the minutes go to both sides as one text, so in them not even the recipient's own particulars may stand
  const bool one_text = reader == "party";
  std::vector<Secret> guarded;
  std::copy_if(all.begin(), all.end(), std::back_inserter(guarded), [&](const Secret &secret) {
    if (of_office(secret, input.standard.office))
      return false;
    return one_text || !of_recipient(secret, all, input.request.recipient);
  });
  std::vector<Problem> problems;
  look(view, guarded, problems);
  return problems;
}

} // namespace mediasi
