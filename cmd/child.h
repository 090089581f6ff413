// Runs a program that takes all it needs on standard input and gives all it makes on standard output. What passes
// through may name people, so nothing of it goes elsewhere: the program has an environment of its own, cannot put a
// byte into a file, its complaints are thrown away, and it ends when we do.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace mediasi {

struct Child {
  std::vector<std::string> words; // the first is its absolute path
  std::vector<std::string> environment;
};

struct ChildEnd {
  std::string output;
  bool in_time = true; // else the program was killed, and the output may be half of it
};

// The texts as exec wants them, NULL last; they must outlive it.
std::vector<char *> exec_pointers(std::vector<std::string> &texts);

ChildEnd feed(Child child, std::string_view input, std::chrono::seconds limit);

} // namespace mediasi
