// A file that has no name before it is whole, so that nothing of it is left whatever ends the program meanwhile. 0600,
// never over another file, never through a symbolic link.
#pragma once

#include <string>
#include <string_view>

#include "base/descriptor.h"

namespace mediasi {

class UnseenFile {
public:
  explicit UnseenFile(const std::string &path); // where it is to stand; Error(file_unwritable)

  void write(std::string_view bytes);
  void sync() const;         // on the disk, without a name
  void put_in_place() const; // and with it

private:
  [[noreturn]] void refuse(int reason) const;
  void copy_into_place() const;
  void sync_folder() const;

  std::string path_, folder_;
  Descriptor file_;
};

} // namespace mediasi
