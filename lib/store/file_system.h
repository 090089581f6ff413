// What the file system under a store is, asked before SQLite opens anything.
#pragma once

#include <string>

namespace mediasi {

// The path with its folder made real: only the file itself may then not be a symbolic link. Throws
// Error(file_unreadable) where the folder does not exist.
std::string real_path(const std::string &path);

// Regular file or nothing: throws Error for a link, a folder, a pipe, a device.
bool plain_file_exists(const std::string &path);

// Locks and syncs are not to be trusted there: NFS, SMB, AFS, Ceph, 9P and the like, and FUSE types known to be remote.
bool on_network(const std::string &path);

} // namespace mediasi
