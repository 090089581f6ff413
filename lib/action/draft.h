// An act as somebody wrote it: texts with the place each stands at, not yet checked. Forms, --set and (later) batch
// rows all become drafts, and one check (check.h) turns a draft into an entry; so a form and a row cannot be judged
// differently.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"

namespace mediasi {

struct DraftValue {
  std::string text;
  Place place;
  bool number = false; // written without quotes: never allowed for a number that is a name (NIK, phone)
  bool list = false;   // written as a list: allowed where a field takes several
  bool commas = false; // a list with a comma inside one of its words
  bool truth = false;  // written as true or false: no text, and no name
};

struct DraftRow {
  std::map<std::string, DraftValue, std::less<>> values;
  Place place;
};

struct Attachment { // a file on its way to be sealed beside an act; its own name is not kept
  std::string kind, file;
  Place place;
};

struct Draft {
  std::string step; // step id
  DraftRow fields;  // "on" and "by" among them where the form gives them
  std::map<std::string, std::vector<DraftRow>, std::less<>> groups;
  std::vector<Attachment> attachments;
};

inline Problem problem_at(const Place &place, Code code, std::string message, std::string hint) {
  return {code, std::move(message), std::move(hint), place, {}, {}, {}};
}

} // namespace mediasi
