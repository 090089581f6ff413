// Files at the edge: read whole with a limit, create whole and private.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace mediasi {

// Reads a file (or standard input for "-"); throws Error(file_unreadable | too_large).
std::string read_whole(const std::string &path, std::size_t most);

// The same of an ordinary file alone: a pipe or a device gives something else each time it is asked.
std::string read_ordinary(const std::string &path, std::size_t most);

enum class Created { fresh, identical }; // identical: a file of that name with these very bytes stood there

// Creates FOLDER/NAME whole, mode 0600: O_TMPFILE, write, fsync, linkat (mkostemp + renameat2(NOREPLACE) where
// O_TMPFILE is missing). Never over another file, never outside the folder, never through a symbolic link.
// Throws Error(file_unwritable). The folder is created 0700 when missing.
Created create_private(const std::filesystem::path &folder, std::string_view name, std::string_view bytes);

// The same in the place of whatever file stood there: at every moment the old one is whole or the new one.
void replace_private(const std::filesystem::path &folder, const std::string &name, std::string_view bytes);

// "the disk is full": an errno in the chosen language (the C library's own catalogue is rarely installed).
std::string why_not(int error_number);

} // namespace mediasi
