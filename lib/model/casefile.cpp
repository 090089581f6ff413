#include "model/casefile.h"

#include <algorithm>

namespace mediasi {

namespace {

template <typename Rows, typename Match> auto *find_first(Rows &rows, Match match) {
  auto found = std::find_if(rows.begin(), rows.end(), match);
  return found == rows.end() ? nullptr : &*found;
}

template <typename Rows, typename Match> const auto *find_last(const Rows &rows, Match match) {
  auto found = std::find_if(rows.rbegin(), rows.rend(), match);
  return found == rows.rend() ? nullptr : &*found;
}

} // namespace

bool unchanged_since(const std::vector<Stretch> &parts, std::int64_t seq) {
  return std::all_of(parts.begin(), parts.end(), [seq](const Stretch &part) {
    const bool held = part.from <= seq && (part.until == 0 || part.until > seq);
    return held == (part.until == 0);
  });
}

Tri tri_of(const Row &row, std::string_view name) {
  const auto text = value_of(row, name);
  if (text == "yes")
    return Tri::yes;
  if (text == "no")
    return Tri::no;
  return Tri::unknown;
}

const Person *CaseFile::person(std::string_view id) const {
  return find_first(persons, [&](const Person &p) { return p.id == id; });
}

const Session *CaseFile::session(int which) const {
  return find_first(sessions, [&](const Session &s) { return s.number == which; });
}

const Obligation *CaseFile::obligation(int which) const {
  return find_first(obligations, [&](const Obligation &o) { return o.number == which; });
}

std::vector<const Person *> CaseFile::side(Side which) const {
  std::vector<const Person *> found;
  for (const auto &p : persons)
    if (p.side == which)
      found.push_back(&p);
  return found;
}

std::vector<const Person *> CaseFile::parties() const {
  auto both = side(Side::beneficiary);
  for (const auto *p : side(Side::respondent))
    both.push_back(p);
  return both;
}

std::vector<const Person *> CaseFile::companions_of(std::string_view party) const {
  std::vector<const Person *> found;
  for (const auto &p : persons)
    if (p.side == Side::companion && std::find(p.of.begin(), p.of.end(), party) != p.of.end())
      found.push_back(&p);
  return found;
}

const Assessment *CaseFile::latest_assessment(std::string_view party) const {
  return find_last(assessments, [&](const Assessment &a) { return a.party == party; });
}

std::vector<const Consent *> CaseFile::consents_of(std::string_view party, std::string_view purpose) const {
  std::vector<const Consent *> latest;
  const auto heard = [&](const Consent &c) {
    return std::any_of(latest.begin(), latest.end(),
                       [&](const Consent *other) { return other->given_by == c.given_by; });
  };
  for (auto c = consents.rbegin(); c != consents.rend(); ++c)
    if (c->party == party && std::find(c->purposes.begin(), c->purposes.end(), purpose) != c->purposes.end() &&
        !heard(*c))
      latest.push_back(&*c);
  return latest;
}

const Finding *CaseFile::finding() const {
  return findings.empty() ? nullptr : &findings.back();
}

const Session *CaseFile::last_session() const {
  const auto *open = find_last(sessions, [](const Session &s) { return s.state != "cancelled" && s.state != "moved"; });
  return open ? open : (sessions.empty() ? nullptr : &sessions.back());
}

std::string CaseFile::initials() const {
  const auto first = side(Side::beneficiary);
  return first.empty() ? "?" : first.front()->initials;
}

} // namespace mediasi
