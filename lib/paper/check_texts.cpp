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

// Shorter ones ("Jl. A 1", an extension) would be found in innocent text.
constexpr std::size_t shortest_address = 12; // letters and digits
constexpr std::size_t shortest_number = 7;   // digits

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text)
    if (std::isdigit(static_cast<unsigned char>(c)) != 0)
      digits += c;
  return digits;
}

// letters and digits, case folded: "Jl. Kenanga No.5" is found in "jl kenanga no 5"
std::string gist_of(std::string_view text) {
  const auto lower = folded(text);
  std::string gist;
  std::copy_if(lower.begin(), lower.end(), std::back_inserter(gist), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalnum(byte) != 0;
  });
  return gist;
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
  const bool number = field != "address";
  auto gist = field == "nik" ? digits_of(value) : number ? phone_core(value) : gist_of(value);
  if (gist.size() < (number ? shortest_number : shortest_address))
    return;
  secrets.push_back({person, std::string(field), std::move(gist), number});
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
