// What a command takes, said as data: grammar.cpp hands it to CLI11, help.cpp prints it, commands see no CLI11.
// Every value arrives as text and is parsed by our own code (CLI11 2.1.2 reads 010 as 8 and clamps large numbers).
// A given value is never empty, so an empty target means "not given".
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mediasi {

enum class Presence { required, optional };

class Options {
public:
  struct Item {
    std::string_view name;  // "--on"; empty for a positional
    std::string_view value; // "DATE"; empty for a flag
    std::string_view about; // English source text
    Presence presence = Presence::optional;
    std::variant<bool *, std::string *, std::vector<std::string> *> target;

    bool positional() const { return name.empty(); }
    bool flag() const { return std::holds_alternative<bool *>(target); }
    // what stands on pages and in messages for what is to be typed: DATE, in Indonesian TANGGAL
    std::string placeholder() const;
    bool many() const { return std::holds_alternative<std::vector<std::string> *>(target); }
  };

  // --name VALUE, at most once
  void text(std::string_view name, std::string_view value, std::string_view about, std::string &target,
            Presence presence = Presence::optional);
  // --name VALUE, as often as wanted, one value each time
  void texts(std::string_view name, std::string_view value, std::string_view about, std::vector<std::string> &target);
  void flag(std::string_view name, std::string_view about, bool &target);
  // in the order declared
  void positional(std::string_view value, std::string_view about, std::string &target,
                  Presence presence = Presence::optional);

  std::span<const Item> items() const { return items_; }

private:
  std::vector<Item> items_;
};

} // namespace mediasi
