// --accept RULE:REASON[:OFFICER]: who accepts a warning, and why. Everything about it is checked here; what is kept in
// the act's field "accepted" is RULE:REASON:OFFICER, and the judge asks no more than whether that officer may.
#pragma once

#include <string>
#include <vector>

#include "judge/judge.h"

namespace mediasi {

class Acceptances {
public:
  // `of_command`: those of --accept, which go to every act of the form that knows the rule
  Acceptances(const Bench &bench, const std::vector<std::string> &of_command);

  // Fills the act's field from the form's own items and the command's. What is wrong with any of them is complained of.
  void put_into(Entry &act, std::vector<Problem> &problems);
  // Once the act is judged: takes out what met no warning; a form that accepts what needs no accepting is wrong.
  void settle(Entry &act, const Judgement &judgement, std::vector<Problem> &problems);
  // Once all are judged: those of --accept that nothing needed.
  void finish(std::vector<Problem> &problems) const;

private:
  struct Item {
    std::string rule, reason, officer;
    bool known = false, needed = false;
  };
  static Item parsed(std::string_view text);
  void check(const Item &item, const Entry &act, std::vector<Problem> &problems) const;

  const Bench &bench_;
  std::vector<Item> of_command_;
};

// The acceptances an entry has, with those of an amendment over them: one a rule.
// who accepted the warning and why, in words; "" where nobody did
std::string accepted_how(const Entry &act, std::string_view rule);

std::string joined_acceptances(std::string_view standing, std::string_view amending);

} // namespace mediasi
