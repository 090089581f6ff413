// Where the reader's key comes from: the descriptor of --key-fd, the key file, or a passphrase typed on the terminal.
// Never an argument, and never what stands in an environment variable.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cmd/command.h"
#include "store/secret_text.h"

namespace mediasi {

struct Parsed;

class KeySource {
public:
  // `descriptor`: what --key-fd says, or "". Error(option_value).
  explicit KeySource(const std::string &descriptor);

  // Read once, however often it is asked for: a pipe gives it once, and a person is asked once.
  std::string_view text(const Env &env);
  bool reads(int descriptor) const { return descriptor_ == descriptor; }

private:
  std::optional<int> descriptor_;
  std::optional<SecretText> text_;
};

// "3": an open descriptor that is no terminal, and neither where answers nor where messages go; our children do not get
// it. Error(option_value) naming the option.
int secret_descriptor(std::string_view option, const std::string &value);
// all that comes out of it; Error(key_needed)
SecretText read_secret(std::string_view option, int descriptor);

// Standard input cannot give the key and a form. Error(option_value).
void check_standard_input(const Parsed &parsed);

} // namespace mediasi
