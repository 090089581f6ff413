// Files that open a store: a key file, a recovery paper. Written before the store knows of them, never over another
// file, never in the store's own folder; taken away again when the command fails.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mediasi {

void check_not_there(const std::string &path, std::string_view what); // Error(store_exists)
void check_key_place(const std::string &store, const std::string &key, std::string_view option);

class SecretFiles {
public:
  SecretFiles() = default;
  SecretFiles(const SecretFiles &) = delete;
  SecretFiles &operator=(const SecretFiles &) = delete;
  ~SecretFiles();

  void write(const std::string &path, std::string_view text); // 0600
  void keep() { written_.clear(); }

private:
  std::vector<std::string> written_;
};

} // namespace mediasi
