// A line typed on the terminal and not shown there.
#pragma once

#include <string>

#include "store/secret_text.h"

namespace mediasi {

bool can_ask(); // standard input and the messages are on a terminal

// Asks on /dev/tty with the echo off and gives the line without its end. The echo comes back whatever happens: a signal
// that ends or stops the program takes its effect only after that, and when the program goes on it asks again.
// Error(no_terminal); Error(key_needed) when the input ends.
SecretText ask_secret(const std::string &question);

} // namespace mediasi
