#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Handrail authors
# SPDX-License-Identifier: MPL-2.0
"""egress.py PROGRAM [ARG ...]: runs a journey and fails if any process of it spoke, or asked the way, to anything but this machine.

The clinic of the journey is on loopback, so every other address is one that nobody configured. What the kernel is asked for is watched,
so a library that calls home is seen as well as our own code. Ends with 77 where a process cannot be watched.
"""

import re
import subprocess
import sys
import tempfile

ADDRESS = re.compile(r'sa_family=AF_(INET6?|PACKET)\b.*?sin6?_port=htons\((\d+)\)(?:.*?sin_addr=inet_addr\("([^"]+)"\))?'
                     r'(?:.*?inet_pton\(AF_INET6, "([^"]+)")?')
DNS = "53"


def main():
    with tempfile.NamedTemporaryFile(mode="r", suffix=".strace") as trace:
        if subprocess.run(["strace", "-f", "-o", "/dev/null", "true"], stderr=subprocess.DEVNULL, check=False).returncode != 0:
            print("strace cannot watch a process here")
            return 77
        journey = subprocess.run(["strace", "-f", "-qq", "-s", "0", "-e", "trace=connect,sendto,sendmsg,sendmmsg", "-o", trace.name]
                                 + sys.argv[1:], check=False)
        if journey.returncode != 0:
            print("the journey itself failed")
            return 1
        own = 0
        foreign = []
        for line in trace:
            for _, port, four, six in ADDRESS.findall(line):
                address = four or six
                if address in ("", "::1") or address.startswith("127."):
                    own += address != "" and port != DNS
                    if port != DNS:
                        continue
                foreign.append(line.strip()[:160])
    for line in foreign[:20]:
        print("not this machine:", line)
    print("%d calls to this machine, %d to others" % (own, len(foreign)))
    return 1 if foreign or own < 5 else 0


if __name__ == "__main__":
    sys.exit(main())
