#include "store/secret_text.h"

#include <algorithm>

#include "base/error.h"
#include "base/language.h"

namespace mediasi {

void SecretText::add(std::string_view more) {
  if (more.size() > room().size()) {
    throw Error({.code = Code::too_large,
                 .message = say("a key is at most {} bytes long", most),
                 .hint = say("this is no key of mediasi")});
  }
  std::copy(more.begin(), more.end(), room().begin());
  size_ += more.size();
}

void SecretText::cut(std::size_t size) {
  size_ = std::min(size_, size);
}

} // namespace mediasi
