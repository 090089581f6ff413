// What SQLite complains of, in our words and codes. No SQLite exception leaves lib/store.
#pragma once

#include <string>
#include <string_view>

#include <SQLiteCpp/Exception.h>

#include "base/error.h"

namespace mediasi {

Error failure(const SQLite::Exception &from, const std::string &path);
Error out_of_place(std::string_view what); // a broken promise of our own code; a literal marked with later()

template <typename Work> decltype(auto) guarded(const std::string &path, Work &&work) {
  try {
    return work();
  } catch (const SQLite::Exception &from) {
    throw failure(from, path);
  }
}

} // namespace mediasi
