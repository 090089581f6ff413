// The edge of the process: environment variables, the user, the terminal and the one reading of the clock.
#pragma once

#include <string>
#include <string_view>

#include "base/date.h"
#include "cmd/command.h"
#include "cmd/grammar.h"
#include "store/store.h"

namespace mediasi {

// No core dumps, no reading by other processes of the same user, standard descriptors open, SIGPIPE ignored.
// Before anything else: a key may come to lie in memory.
void harden();

// Option beats environment beats default. Throws Error(option_value) for an unknown format or language.
Env read_env(const Globals &globals);

// the folder for speak(), known before anything else
std::string catalogue_folder();

Screen screen_of(int descriptor);

// How a store is opened or made in this run; what is committed to it is noted in env.receipt.
Opening opening_of(const Env &env);

// Opens the store in force. Error(no_home); Error(now_refused) when MEDIASI_NOW is set and it is no practice store.
Store open_store(const Env &env, Access access);

// The reader's key (key_source.h), in locked memory for as long as env lives. May ask a person: never inside a
// transaction, which others wait for. Error(key_needed).
std::string_view read_key(const Env &env);

// The clock of this run. MEDIASI_NOW holds for practice stores alone: Error(now_refused) for any other.
Clock clock_for(const Env &env, bool practice, Zone zone);

} // namespace mediasi
