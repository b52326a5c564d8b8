#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Handrail authors
# SPDX-License-Identifier: MPL-2.0
"""egress.py PROGRAM [ARG ...]: runs a journey and fails if any process of it spoke, or asked the way, to anything but its own clinic.

The clinic of the journey is on loopback and one of its processes, and so is the listener to which a sign-in comes back. So the ports on which
the journey itself listens are all that may be spoken to: every other address is one that nobody configured, also on this machine. What
the kernel is asked for is watched, so a library that calls home is seen as well as our own code. Ends with 77 where a process cannot be watched.
"""

import re
import subprocess
import sys
import tempfile

CALLS = "connect,sendto,sendmsg,sendmmsg,listen,getsockname,socket"
ADDRESS = re.compile(r'sa_family=AF_(INET6?|PACKET)\b.*?sin6?_port=htons\((\d+)\)(?:.*?sin_addr=inet_addr\("([^"]+)"\))?'
                     r'(?:.*?inet_pton\(AF_INET6, "([^"]+)")?')
CALL = re.compile(r"^(\d+) +(?:<\.\.\. )?(\w+)(?: resumed>|\()(\d+)?")
DNS = "53"


def is_loopback(address):
    return address == "::1" or address.startswith("127.")


class Watch:
    """What the lines of a trace say, one after another."""

    def __init__(self):
        self.own = 0
        self.foreign = []
        self.served = set()  # ports on which the journey listens
        self._port = {}  # (thread, descriptor) -> its own port
        self._listening = set()  # (thread, descriptor)
        self._pending = {}  # thread -> the descriptor of a call that has not returned

    def read(self, line):
        call = CALL.match(line)
        if not call:
            return
        thread, name, descriptor = call.groups()
        if "<unfinished" in line:
            self._pending[thread] = descriptor
        socket = (thread, descriptor or self._pending.get(thread))
        if name == "socket":  # its number may have been another one's
            new = (thread, line.rsplit("=", 1)[-1].strip())
            self._listening.discard(new)
            self._port.pop(new, None)
        elif name == "listen":
            self._listening.add(socket)
            self.served.add(self._port.get(socket))
        elif name == "getsockname":
            for _, port, _, _ in ADDRESS.findall(line):
                self._port[socket] = port
                if socket in self._listening:
                    self.served.add(port)
        else:
            for _, port, four, six in ADDRESS.findall(line):
                self._spoken_to(four or six, port, line)

    def _spoken_to(self, address, port, line):
        if address == "" and port != DNS:
            return
        if is_loopback(address) and port in self.served:
            self.own += 1
        else:
            self.foreign.append(line.strip()[:160])


def main():
    with tempfile.NamedTemporaryFile(mode="r", suffix=".strace") as trace:
        if subprocess.run(["strace", "-f", "--seccomp-bpf", "-o", "/dev/null", "true"], stderr=subprocess.DEVNULL, check=False).returncode != 0:
            print("strace cannot watch a process here")
            return 77
        # Only the calls that are looked for stop: else the clinic's searches take longer than it allows.
        journey = subprocess.run(["strace", "-f", "--seccomp-bpf", "-qq", "-s", "0", "-e", "trace=" + CALLS, "-o", trace.name] + sys.argv[1:],
                                 check=False)
        if journey.returncode != 0:
            print("the journey itself failed")
            return 1
        watch = Watch()
        for line in trace:
            watch.read(line)
    for line in watch.foreign[:20]:
        print("not the journey's own:", line)
    print("%d calls to %d ports of the journey, %d to others" % (watch.own, len(watch.served - {None}), len(watch.foreign)))
    return 1 if watch.foreign or watch.own < 5 else 0


if __name__ == "__main__":
    sys.exit(main())
