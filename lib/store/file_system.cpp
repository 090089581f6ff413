#include "store/file_system.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string_view>

#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/sysmacros.h>

#include "base/error.h"
#include "base/language.h"

namespace mediasi {

namespace {

// statfs(2); those of 5.x headers that Debian's linux/magic.h leaves out are written as numbers
constexpr std::array<std::uint32_t, 12> remote_types = {
    NFS_SUPER_MAGIC,  SMB_SUPER_MAGIC,      0xff534d42 /* CIFS */,   0xfe534d42 /* SMB2 */,
    AFS_SUPER_MAGIC,  0x6b414653 /* AFS */, CODA_SUPER_MAGIC,        V9FS_MAGIC,
    CEPH_SUPER_MAGIC, OCFS2_SUPER_MAGIC,    0x0bd00bd0 /* Lustre */, 0x01161970 /* GFS2 */};

constexpr std::array<std::string_view, 10> remote_fuse = {"sshfs", "glusterfs", "s3fs",  "davfs",    "rclone",
                                                          "ceph",  "curlftpfs", "gvfsd", "smbnetfs", "juicefs"};

// FUSE carries remote and local file systems alike (gocryptfs, NTFS): the mount table tells which.
bool remote_fuse_at(const std::string &path) {
  struct stat found {};
  if (stat(path.c_str(), &found) != 0) {
    return false;
  }
  const std::string device = std::to_string(major(found.st_dev)) + ":" + std::to_string(minor(found.st_dev));
  std::ifstream mounts("/proc/self/mountinfo"); // proc(5): id parent major:minor root point options ... - type ...
  for (std::string line; std::getline(mounts, line);) {
    std::istringstream words(line);
    std::string id, parent, number;
    words >> id >> parent >> number;
    const auto dash = line.find(" - ");
    if (number == device && dash != std::string::npos) {
      const std::string type = line.substr(dash + 3, line.find(' ', dash + 3) - dash - 3);
      return std::any_of(remote_fuse.begin(), remote_fuse.end(),
                         [&](std::string_view name) { return type.find(name) != std::string::npos; });
    }
  }
  return false;
}

} // namespace

std::string real_path(const std::string &path) {
  const std::filesystem::path whole(path);
  const std::string folder = whole.has_parent_path() ? whole.parent_path().string() : ".";
  const std::unique_ptr<char, void (*)(void *)> real(realpath(folder.c_str(), nullptr), std::free);
  if (!real) {
    throw Error({.code = Code::file_unreadable,
                 .message = say("the folder of the store '{}' cannot be reached", path),
                 .hint = say("name the store with --store FILE, or make one with 'mediasi init'")});
  }
  return (std::filesystem::path(real.get()) / whole.filename()).string();
}

bool plain_file_exists(const std::string &path) {
  struct stat found {};
  if (lstat(path.c_str(), &found) != 0) {
    if (errno == EACCES) {
      throw Error({.code = Code::file_unreadable,
                   .message = say("the folder of the store '{}' cannot be reached", path),
                   .hint = say("whoever owns the folder has to let you in; this makes no other store")});
    }
    return false;
  }
  if (S_ISLNK(found.st_mode)) {
    throw Error({.code = Code::store_kind,
                 .message = say("the store '{}' is a symbolic link", path),
                 .hint = say("name the file itself with --store FILE")});
  }
  if (!S_ISREG(found.st_mode)) {
    throw Error({.code = Code::not_a_store,
                 .message = say("'{}' is not a file", path),
                 .hint = say("name the store with --store FILE")});
  }
  return true;
}

bool on_network(const std::string &path) {
  struct statfs under {};
  if (statfs(path.c_str(), &under) != 0) {
    return false; // opening it will say why
  }
  const auto type = static_cast<std::uint32_t>(under.f_type);
  if (type == FUSE_SUPER_MAGIC) {
    return remote_fuse_at(path);
  }
  return std::find(remote_types.begin(), remote_types.end(), type) != remote_types.end();
}

void refuse_network(const std::string &path, bool allowed) {
  if (!allowed && on_network(path)) {
    throw Error({.code = Code::store_kind,
                 .message = say("the store '{}' lies on a network file system", path),
                 .hint = say("move it to a disk of this machine, or take the risk with --allow-network-store")});
  }
}

} // namespace mediasi
