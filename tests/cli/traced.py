"""Commands under strace: every byte they hand to the system, every file they make, every program they start.

    done, calls = self.traced("report", "register", "--names")
    for call in calls: call.name, call.descriptor, call.where, call.bytes

Strings come whole and in hexadecimal, so that no canary hides behind an escape or an ellipsis.
"""

import pathlib
import re
import tempfile
from typing import NamedTuple

WRITES = ("write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg,sendmmsg,sendfile,copy_file_range,splice,vmsplice,"
          "msgsnd,process_vm_writev,setxattr,fsetxattr,add_key,prctl,sethostname")
NAMES = "open,openat,openat2,creat,mkdir,mkdirat,link,linkat,symlink,symlinkat,rename,renameat,renameat2,unlink,unlinkat,memfd_create"
STARTS = "execve,execveat"
CALL = re.compile(rb"^\d+ +([a-z0-9_]+)\((.*)$")
HEX = re.compile(rb"(?:\\x[0-9a-f]{2})+")


class Call(NamedTuple):
    name: str
    descriptor: str  # the first: "1", "AT_FDCWD", ""
    where: str  # the path behind it: /tmp/.../mediasi.db
    bytes: bytes  # the whole call, its strings as the bytes they are


def _plain(text):
    return HEX.sub(lambda found: bytes.fromhex(found.group().replace(b"\\x", b"").decode()), text)


def calls_in(log):
    calls = []
    for line in log.splitlines():
        found = CALL.match(line)
        if found:
            plain = _plain(found.group(2))
            to = re.match(rb"([0-9A-Z_]+)<([^>]*)>", plain)
            first = [part.decode(errors="replace") for part in to.groups()] if to else ["", ""]
            calls.append(Call(found.group(1).decode(), *first, plain))
    return calls


class Traced:
    """Mix in before Office."""

    def traced(self, *arguments, run=None, **more):
        """runs the command; `run`: how, when it is not run_()"""
        with tempfile.TemporaryDirectory(prefix="mediasi-trace-") as folder:
            log = pathlib.Path(folder) / "log"
            strace = ("/usr/bin/strace", "-f", "-v", "-y", "-xx", "-s", "40000000", "-o", str(log), "-e",
                      f"trace={WRITES},{NAMES},{STARTS},mmap")
            done = (run or self.run_)(*arguments, prefix=strace, **more)
            return done, calls_in(log.read_bytes())
