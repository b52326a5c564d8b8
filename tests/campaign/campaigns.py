# SPDX-FileCopyrightText: 2026 The Handrail authors
# SPDX-License-Identifier: MPL-2.0
"""The campaigns A to J. Each is a function that plays its cycles in one round: a fresh clinic, a fresh device, one seed.

H (clock jumps, other zones, daylight saving) has no cycles of its own: it is mixed into the others by Round.disturb_time().
"""

import os
import random
import re
import shutil
import signal
import subprocess
import time

import checker
from faultserver import FAULTS, HANGING
from stage import COUNT, IO_BROKEN, IO_FULL, IO_SHORT, MEMORY, PASSWORD, PATIENTS, Clinic, Device

ZONES = ["America/New_York", "America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu", "Europe/Dublin",
         "Australia/Lord_Howe", "America/St_Johns", "UTC"]


def is_unfinished(name):
    """What a program that was killed while it wrote a note leaves of it."""
    return re.fullmatch(r"(last|erase-[0-9a-f]+)\..+", name) is not None


def is_answered_twice(first, second):
    """Of two check-ins of one day, by what each led to. None: the app had ended."""
    return first in ("saved", "done already") and second not in ("done already", None)


class Caught(Exception):
    """A check found a breach, and the round was asked to end there."""


class CannotRun(Exception):
    """The machine does not have or allow what the campaign needs."""


class Round:
    """One round of a campaign and what came of it."""

    def __init__(self, letter, seed, cycles, part, parts, programs, folder, check_every, stops_when_caught):
        self.letter, self.seed, self.wanted = letter, seed, cycles
        self.part, self.parts = part, parts  # of a list that several rounds share
        self.programs, self.folder = programs, folder
        self.check_every, self.stops_when_caught = check_every, stops_when_caught
        self.dice = random.Random("%s %s" % (letter, seed))
        self.cycles = self.faults = self.jumps = 0
        self.saved = 0
        self.breaches = []
        self.clinic = Clinic(programs.clinic, folder)
        self.device = Device(programs.driver, programs.faults, folder / "device", self.clinic)
        self._tokens = 0

    def token(self):
        self._tokens += 1
        return "%s%d-%d" % (self.letter.lower(), self.seed, self._tokens)

    def number(self, below=1 << 30):
        return self.dice.randrange(below)

    def disturb_time(self, share=0.15):
        """Campaign H: somebody sets the clock, travels, or lets a night of daylight saving pass."""
        if self.dice.random() >= share:
            return
        self.jumps += 1
        what = self.number(5)
        if what == 0:
            self.device.do("zone", self.dice.choice(ZONES))
        elif what == 1:
            self.device.do("set-clock", self.dice.choice([-3, -1, 1, 30, 200, 3 * 365]) * 86400)
        elif what == 2:
            self.device.do("set-clock", self.number(86400))
        elif what == 3:
            self.device.do("advance", self.number(3 * 3600))
        else:  # before and after the hour that is left out or comes twice
            is_one_day = self.device.result("clock-change") == "ok"
            said = []
            for _ in range(2):
                said.append(self.device.result("check-in", self.token(), self.number(), "short"))
                self.device.do("advance", 1200)
            if is_one_day and is_answered_twice(*said):
                self.breach("I2", None, "the clocks were changed, and the same day was asked for again: %s" % said[1])

    def act(self, is_short=None, can_decline=True):
        """The person does something. The reply's result; None when the app ended meanwhile."""
        device = self.device
        if self.number(6) == 0 and can_decline:
            return device.result("decline", self.token(), self.number())
        device.do("next-day")
        if is_short is None:
            is_short = self.number(2) == 0
        return device.result("check-in", self.token(), self.number(), "short" if is_short else "long")

    def change(self):
        """The person answers a day's check-in and says it otherwise afterwards, and perhaps on another device, too."""
        device, server = self.device, self.clinic.server
        device.do("next-day")
        turn = self.dice.choice(["first", "first", "between", "nobody"])  # of the other device
        way = self.dice.choice(["here", "perhaps", "perhaps", "there"])  # of the answers, when they are changed
        if turn == "first":
            device.do("elsewhere", self.token(), self.number())
            device.do("advance", 61 + self.number(600))  # what is said within one second is said at one time
        if device.result("check-in", self.token(), self.number(), "short" if self.number(2) else "long") != "saved":
            return
        if way == "perhaps":
            server.set_script(0, 1.0, ["drop"])
        if way != "here":
            device.do("sync")
        server.clear_script()
        if turn == "between":
            device.do("advance", 61 + self.number(600))
            device.do("elsewhere", self.token(), self.number())
        for _ in range(1 if self.number(3) else 2):
            device.do("advance", 61 + self.number(600))
            device.do("change", self.token(), self.number())

    def choose(self, content):
        """The person looks at what was refused, if anything was, and sends it or puts it away."""
        is_due = any(item["state"] == "Rejected" and item["token"] for item in content.get("items", []))
        if is_due:
            self.device.do("choose", self.token(), self.number())
        return is_due

    def count_cycle(self):
        self.cycles += 1

    @property
    def is_check_due(self):
        return self.cycles % self.check_every == 0

    def check(self, contents, is_at_rest=False, excused=()):
        """Compares history, clinic and stores. `excused`: tokens of what a disk destroyed and the person was told of."""
        history = {token: deed for token, deed in self.device.history().items() if token not in excused}
        records = [record for record in self.clinic.records() if checker.AtClinic(record).token not in excused]
        verdict = checker.check(history, records, contents, is_at_rest, self.device.marks())
        self.saved = verdict.saved
        known = set(self.breaches)
        self.breaches += [breach for breach in verdict.breaches if breach not in known]
        if self.breaches and self.stops_when_caught:
            raise Caught()

    def breach(self, invariant, token, words):
        self.breaches.append((invariant, token, words))
        if self.stops_when_caught:
            raise Caught()

    def open(self, is_faulty=False, expected="Active"):
        """A new process, and its account open."""
        self.device.start(is_faulty)
        state = self.device.result("open")
        if state != expected:
            self.breach("I1", None, "the app came up in %s instead of %s" % (state, expected))
        return state

    def look(self, excused=()):
        """A restart with a good network, and a check of what is there."""
        if not self.device.is_running:
            self.open()
        self.check([self.device.do("content")], excused=excused)

    def rest(self, excused=()):
        """The end of a round: everything has to be at the clinic."""
        self.clinic.server.clear_script()
        if not self.device.is_running:
            self.open()
        content = self.device.come_to_rest()
        if self.choose(content):
            content = self.device.come_to_rest()
        self.check([content] if content else [], is_at_rest=True, excused=excused)
        if self.clinic.server.strays:
            self.breach("I8", None, "%d requests went to another origin" % self.clinic.server.strays)

    def close(self):
        if self.device.process:
            self.device.end()
        self.faults += self.clinic.server.injected
        self.clinic.close()


def kill_at_any_time(run):
    """A: kill -9 at a random moment of starting, answering, sending and downloading."""
    device, server = run.device, run.clinic.server
    device.open_and_sign_in()
    device.end()
    began = time.monotonic()
    run.open()
    startup = time.monotonic() - began
    device.end()
    quick = [fault for fault in FAULTS if fault not in HANGING]
    for cycle in range(run.wanted):
        server.set_script(run.number(), 0.2, quick)
        if run.number(5) == 0:
            device.start()
            device.tell("open")
            device.tell("for-ever", "%s-%d-" % (run.token(), cycle), run.number())
            time.sleep(run.dice.random() * startup)
        else:
            run.open()
            run.disturb_time()
            device.tell("for-ever", "%s-%d-" % (run.token(), cycle), run.number())
            time.sleep(run.dice.random() * 0.4)
        device.kill()
        run.faults += 1
        run.count_cycle()
        if run.is_check_due:
            server.clear_script()
            run.look()
            device.end()
    run.rest()


def system_calls_of_one_submit(device, run):
    """[name, ...] in the order in which one check-in makes them, by strace."""
    log = device.folder / "calls"
    tracer = attach(device, "-o", str(log))
    run.device.do("check-in", run.token(), run.number(), "short")
    tracer.terminate()
    tracer.wait()
    names = [match.group(1) for match in re.finditer(r"^(\w+)\(", log.read_text(errors="replace"), re.MULTILINE)]
    return [name for name in names if name not in ("exit_group", "restart_syscall")]


def attach(device, *options):
    """strace on the driver's first thread; it is on when this returns."""
    try:
        tracer = subprocess.Popen(["strace", "-p", str(device.pid), *options], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                  stderr=subprocess.PIPE)
    except FileNotFoundError:
        raise CannotRun("strace is not installed")
    said = tracer.stderr.readline().decode()
    if "attached" not in said:
        tracer.kill()
        raise CannotRun("strace cannot attach: " + said.strip())
    return tracer


def kill_at_every_call(run):
    """B: kill -9 at each system call of one check-in, from the first answer to the word "saved"."""
    device = run.device
    device.open_and_sign_in()
    device.do("next-day")
    calls = system_calls_of_one_submit(device, run)
    device.end()
    counts = {name: calls.count(name) for name in sorted(set(calls))}
    places = [(name, nth) for name, count in counts.items() for nth in range(1, count + 1)]
    for name, nth in places[run.part::run.parts]:
        if not device.is_running:
            run.open()
        device.do("next-day")
        tracer = attach(device, "-e", "trace=" + name, "-e", "inject=%s:signal=KILL:when=%d" % (name, nth), "-o", "/dev/null")
        device.tell("check-in", run.token(), run.number(), "short")
        if device.hear() is None:
            device.gone()
            run.faults += 1
        tracer.terminate()
        tracer.wait()
        run.count_cycle()
        if run.is_check_due:
            run.look()
    run.rest()


IO_KINDS = [(kind, is_lasting) for kind in (IO_BROKEN, IO_FULL, IO_SHORT) for is_lasting in (False, True)]


def fail_every_operation(run):
    """C: the n-th operation on a file fails (EIO, ENOSPC, a short write; once, or from then on), for every n until nothing fails."""
    device = run.device
    device.open_and_sign_in()
    device.end()
    for kind, is_lasting in IO_KINDS[run.part::run.parts]:
        nth = 1
        while True:
            run.open(is_faulty=True)
            run.disturb_time(0.1)
            device.do("next-day")
            token = run.token()
            reply = device.faulted(kind, nth, is_lasting, run.number(), "check-in", token, run.number(), "short")
            if not reply:
                run.breach("I7", token, "the app ended at operation %d" % nth)
                break
            if reply["result"] == "done already":  # the clock went back
                device.end()
                continue
            run.faults += 1 if reply["hits"] else 0
            if reply["result"] != "saved" and nth % 2 == 0 and device.result("again") != "saved":
                run.breach("I1", token, "could not be saved when the disk was good again (fault %d at %d)" % (kind, nth))
            run.count_cycle()
            # Half of them end in this moment, the others are closed; both are looked at in the next process.
            if nth % 4 < 2:
                device.kill()
            else:
                device.end()
            if run.is_check_due:
                run.look()
                device.end()
            if reply["operations"] < nth:
                break
            nth += 1
    run.rest()


def lose_power(run):
    """D: the machine stops at a random operation on a file; of what was not synced the disk keeps any part, torn or none."""
    device = run.device
    device.open_and_sign_in()
    device.end()
    for _ in range(run.wanted):
        device.start(is_faulty=True)
        device.do("power", 1 + run.number(500), run.number())
        state = device.result("open")
        if state is not None and state != "Active":
            run.breach("I1", None, "the app came up in " + state)
        has_power = state is not None
        while has_power:
            run.disturb_time(0.1)
            has_power = run.act(is_short=True) is not None and (run.number(6) != 0 or device.result("sync") is not None)
        if device.gone() != 99:
            run.breach("I7", None, "the app ended by itself")
        run.faults += 1
        run.count_cycle()
        if run.is_check_due:
            run.look()
            device.end()
    run.rest()


def lie_in_the_network(run):
    """E: faults of all kinds between the app and the clinic."""
    device, server = run.device, run.clinic.server
    device.open_and_sign_in()
    for _ in range(run.wanted):
        run.disturb_time()
        if run.number(10):
            run.act()
        else:
            run.change()
        server.set_script(run.number(), 0.5, on_tokens=run.number(4) == 0)
        device.do("patience", 300)
        for _ in range(1 + run.number(3)):
            device.do("sync", "now" if run.number(3) == 0 else "")
            device.do("advance" if run.number(8) == 0 else "set-clock", 61 + run.number(600))
        server.clear_script()
        device.do("patience", 30000)
        if run.number(4) == 0:
            device.do("sync")
        content = device.do("content")
        if content.get("state") == "NeedsSignIn" and device.result("sign-in", PATIENTS[0], PASSWORD) != "Active":
            run.breach("I9", None, "could not sign in again")
        if run.number(2):
            run.choose(content)
        run.count_cycle()
        if run.is_check_due:
            run.look()
    run.rest()


class TwoPeople:
    """F: two people on one device who come and go, tokens that end, and a keychain that is locked, emptied or silent."""

    def __init__(self, run):
        self.run, self.device, self.server = run, run.device, run.clinic.server
        self.who = PATIENTS[0]
        self.keyring = int(os.environ["HANDRAIL_KEYRING_PID"])

    def play(self):
        run = self.run
        self.device.open_and_sign_in(self.who)
        actions = [self.switch, self.switch, self.sign_out, self.expire, self.restart, self.lock, self.empty, self.empty, self.hang, self.pin,
                   self.erase]
        for _ in range(run.wanted):
            run.disturb_time(0.1)
            self.act()
            if run.number(2):
                self.server.set_script(run.number(), 0.4, [fault for fault in FAULTS if fault not in HANGING])
                self.device.do("sync")
                self.server.clear_script()
            run.dice.choice(actions)()
            if self.device.do("content").get("state") != "Active":
                self.sign_in(self.who)
            run.count_cycle()
            if run.is_check_due:
                self.check_both()
        self.check_both()
        if self.server.strays:
            run.breach("I8", None, "%d requests went to another origin" % self.server.strays)

    def act(self, **what):
        """With or without something that no clinic hears of."""
        if self.run.act(**what) == "saved" and self.run.number(4) == 0:
            self.device.do("keep")
        if self.run.number(2):
            self.device.do("mark", self.run.token())

    def check_both(self):
        """Each of the two signs in once more with a good network; then nothing may be missing."""
        contents = []
        for patient in PATIENTS:
            self.sign_in(patient)
            self.device.do("open-aside")
            content = self.device.come_to_rest(patient)
            if content.get("unsent"):
                # A store stays aside while another answer to one of its check-ins is remembered as sent, which is a week.
                self.device.do("set-clock", 8 * 86400)
                self.device.do("sync")
                self.sign_in(patient)
                self.device.do("open-aside")
                content = self.device.come_to_rest(patient)
            contents.append(content)
        self.run.check(contents, is_at_rest=True)

    def unlocked(self, state):
        """With a PIN that was left set, the right digits lead in."""
        return self.device.result("unlock") if state == "Locked" else state

    def sign_in(self, patient):
        self.who = patient
        self.unlocked(self.device.do("content").get("state"))  # from the lock of one's own store it would mean that the PIN is forgotten
        for _ in range(3):
            state = self.unlocked(self.device.result("sign-in", patient, PASSWORD))
            if state == "Active":
                return
        self.run.breach("I9", None, "could not sign in: %s %s" % (state, self.device.do("content").get("problem")))

    def switch(self):
        """With or without a sign-out between the two."""
        if self.run.number(2):
            self.device.do("sign-out")
        self.sign_in(PATIENTS[1] if self.who == PATIENTS[0] else PATIENTS[0])

    def sign_out(self):
        if self.device.result("sign-out") != "SignedOut":
            self.run.breach("I8", None, "signing out did not work")
        if self.run.number(2):
            self.restart(expected="SignedOut")

    def pin(self):
        """A PIN, the lock, and a new process before the right digits: meanwhile nothing of the person may be there. Half of the time it stays set."""
        content = self.device.do("content")
        state = content.get("state") if content.get("hasPin") else self.device.result("set-pin")
        if state == "NeedsSignIn":  # the clinic has ended this sign-in by then: the PIN is set, and nobody is in
            self.device.do("remove-pin")
            return
        if state != "Active":
            self.run.breach("I7", None, "a PIN could not be set")
            return
        self.run.act()
        if self.run.number(2):
            self.restart(expected="Locked")
        elif self.device.result("lock") != "Locked":
            self.run.breach("I8", None, "it did not lock")
        content = self.device.do("content")
        if "patient" in content or "items" in content or self.device.result("sync") != "unavailable":
            self.run.breach("I8", None, "locked, and something of the person is there")
        if self.device.result("unlock") != "Active":
            self.run.breach("I9", None, "the right PIN did not open it")
        if self.run.number(2) and self.device.result("remove-pin") != "Active":
            self.run.breach("I9", None, "the right PIN did not turn it off")
        self.run.faults += 1

    def erase(self):
        """With nothing unsent: no file of this person may be left, and the other one's stays. Half of the time the app is killed over it."""
        content = self.device.come_to_rest(self.who)
        if content.get("state") != "Active" or content.get("unsent"):
            return
        accounts = self.device.folder / "accounts"
        own = content["account"]
        others = {path.name for path in accounts.iterdir() if path.name != "last" and own not in path.name and not is_unfinished(path.name)
                  and not path.name.startswith("revoke-")}  # those go once the clinic has heard of them
        state = self.killed_erase() if self.run.number(2) else "Active"
        if state == "Active":
            state = self.device.result("erase")
        if state != "SignedOut":
            self.run.breach("I8", None, "erasing did not work: %s" % state)
        left = {path.name for path in accounts.iterdir() if path.name != "last"}
        if any(own in name or is_unfinished(name) for name in left):
            self.run.breach("I8", None, "erased, and there is still " + ", ".join(sorted(left)))
        if not others <= left:
            self.run.breach("I8", None, "erasing took something of the other person: " + ", ".join(sorted(others - left)))
        self.run.faults += 1

    def killed_erase(self):
        """Active: it had not begun. SignedOut: the next start brought it to its end."""
        self.device.tell("erase")
        time.sleep(self.run.dice.random() * 0.05)
        self.device.kill()
        self.device.start()
        state = self.unlocked(self.device.result("open"))
        if state == "SignedOut":
            end = time.monotonic() + 20
            while time.monotonic() < end and list((self.device.folder / "accounts").glob("erase-*")):
                self.device.do("wait", 100)
        return state

    def expire(self):
        """The access token ends; with luck the reply to the refresh is lost too."""
        if self.run.number(2):
            self.server.set_script(self.run.number(), 0.7, ["cut", "drop", "half", "error-after"], on_tokens=True)
        self.device.do("advance", 7200)
        self.device.do("sync")
        self.server.clear_script()
        self.device.do("sync")
        self.run.faults += 1

    def restart(self, expected=None):
        if self.run.number(2):
            self.device.kill()
        else:
            self.device.end()
        self.device.start()
        state = self.device.result("open")
        if not expected:
            state = self.unlocked(state)
        if state != (expected or "Active"):
            self.run.breach("I1", None, "the app came up in %s" % state)

    def shut_out(self):
        """The app is started while the keychain does not give the key, or the PIN's secret. It must say so, and not begin anew. True: there is a PIN."""
        self.run.faults += 1
        self.device.end()
        self.device.start()
        state = self.device.result("open")
        if state == "Locked" and self.device.result("unlock") == "Locked":
            if self.device.do("content").get("problem") != "KeyUnavailable":
                self.run.breach("I1", None, "without the secret of its PIN the app said nothing")
            return True
        if state != "KeyUnavailable":
            self.run.breach("I1", None, "without its key the app came up in %s" % state)
        return False

    def lock(self):
        if self.device.result("keychain", "lock") != "ok":
            self.run.breach("I7", None, "the keychain could not be locked")
        self.shut_out()
        if self.run.number(2):
            self.device.do("sign-in", self.who, PASSWORD)  # cannot keep a key now
        self.device.do("keychain", "unlock")
        if self.device.do("content").get("state") == "KeyUnavailable":
            self.device.do("try-again")
        self.unlocked(self.device.do("content").get("state"))

    def empty(self):
        """The entries go, as after a reset of the keychain, and come back later, as from a backup."""
        if self.device.result("keychain", "empty") != "ok":
            self.run.breach("I7", None, "the keychain could not be emptied")
        if self.shut_out():
            self.without_its_secret()
            return
        self.sign_in(self.who if self.run.number(2) else PATIENTS[self.run.number(2)])
        self.act(can_decline=False)  # what is shut away cannot go before what is said now, so order is not asked for here
        if self.device.result("keychain", "refill") != "ok":
            self.run.breach("I7", None, "the keychain could not be filled again")
        self.restart()
        self.sign_in(self.who)

    def without_its_secret(self):
        """A PIN whose secret is out of reach. Half of the time it is given up: what was unsent comes back with the secret, the rest with the PIN, too."""
        is_forgotten = self.run.number(2) == 0
        if is_forgotten:
            if self.device.result("sign-in", self.who, PASSWORD) != "Active":
                self.run.breach("I9", None, "could not sign in without the PIN")
            self.act(can_decline=False)
        if self.device.result("keychain", "refill") != "ok":
            self.run.breach("I7", None, "the keychain could not be filled again")
        if is_forgotten:
            self.restart()
        elif self.device.result("unlock") != "Active":
            self.run.breach("I9", None, "the PIN did not open it when its secret was back")
        self.sign_in(self.who)

    def hang(self):
        self.device.keychain_patience = 400
        os.kill(self.keyring, signal.SIGSTOP)
        try:
            self.shut_out()
        finally:
            os.kill(self.keyring, signal.SIGCONT)
            self.device.keychain_patience = 5000
        self.device.end()
        self.device.start()
        self.unlocked(self.device.result("open"))


def fail_allocations(run):
    """G: the n-th allocation of a check-in, and of a download, gives nothing."""
    device = run.device
    device.open_and_sign_in()
    device.end()
    run.open(is_faulty=True)
    device.do("next-day")
    submit = device.faulted(MEMORY, 1 << 60, False, 0, "check-in", run.token(), 0, "short")["operations"]
    download = device.faulted(MEMORY, 1 << 60, False, 0, "sync")["operations"]
    device.end()
    for _ in range(run.wanted):
        if not device.is_running:
            run.open(is_faulty=True)
        device.do("patience", 4000)  # a request that Qt lost for want of memory ends by its deadline
        device.do("next-day")
        token, is_lasting = run.token(), run.number(4) == 0
        if run.number(3):
            reply = device.faulted(MEMORY, 1 + run.number(submit), is_lasting, 0, "check-in", token, run.number(), "short")
        else:
            # Once: with no memory ever again the event loop itself stands still, and only the system can end that.
            # The first few are those of beginning a run.
            nth = 1 + run.number(run.dice.choice([8, download]))
            reply = device.faulted(MEMORY, nth, False, 0, "sync")
        run.faults += 1
        if not reply:
            device.gone()
        elif reply["result"].startswith("failed") and device.result("again") != "saved":
            run.breach("I1", token, "could not be saved when there was memory again")
        run.count_cycle()
        if run.is_check_due:
            run.look()
    run.rest()


def upgrade(run):
    """I: the next release takes over a store with a full outbox, and the machine stops in the middle of that."""
    device = run.device
    device.open_and_sign_in()
    run.clinic.server.set_script(0, 1.0, ["drop"])
    for _ in range(6):
        run.act()
    device.end()
    older = run.folder / "older"
    shutil.copytree(device.folder / "accounts", older)
    present, device.driver = device.driver, str(run.programs.next_release)
    run.open(is_faulty=True)
    device.end()
    shutil.rmtree(device.folder / "accounts")
    shutil.copytree(older, device.folder / "accounts")
    device.start(is_faulty=True)
    operations = device.faulted(COUNT, 0, False, 0, "open")["operations"]
    device.end()
    for _ in range(run.wanted):
        shutil.rmtree(device.folder / "accounts")
        shutil.copytree(older, device.folder / "accounts")
        device.start(is_faulty=True)
        device.do("power", 1 + run.number(operations), run.number())
        if device.result("open") is None:
            device.gone()
            run.faults += 1
        else:
            device.kill()
        run.open()
        run.check([device.do("content")])
        device.end()
        # Back to the present release: it says that the store is from a newer one, and leaves every byte.
        before = {path.name: path.read_bytes() for path in (device.folder / "accounts").iterdir()}
        device.start(driver=present)
        if device.result("open") != "KeyUnavailable" or device.do("content").get("problem") != "StoreNewer":
            run.breach("I7", None, "the present release opened the store of a newer one")
        device.end()
        if before != {path.name: path.read_bytes() for path in (device.folder / "accounts").iterdir()}:
            run.breach("I7", None, "the present release wrote to the store of a newer one")
        run.count_cycle()
    run.rest()


PAGE = 8192


def damage(dice, path):
    """One thing that a bad disk does to a file. What it was."""
    content = bytearray(path.read_bytes())
    page = dice.randrange(len(content) // PAGE) * PAGE
    # Not in the first bytes: a version number that grew is the word of a newer app, which is campaign I.
    first = page + 100 if page == 0 else page
    what = dice.choice(["kind", "head", "bytes", "bytes", "page"])
    if what == "kind":
        content[first] ^= 0xFF
    elif what == "head":
        content[first:first + 12] = dice.randbytes(12)
    elif what == "bytes":
        for _ in range(dice.randrange(1, 6)):
            at = dice.randrange(first, page + PAGE - 40)
            content[at:at + 40] = dice.randbytes(dice.randrange(1, 40)).ljust(40, b"\0")
    else:
        content[first:page + PAGE] = bytes(page + PAGE - first)
    path.write_bytes(content)
    return "%s of page %d" % (what, page // PAGE + 1)


def bad_disk(run):
    """J: between two runs the store's file is damaged. Whatever waited is still there, or the person is told that something is gone."""
    device, server = run.device, run.clinic.server
    device.open_and_sign_in()
    excused = set()
    for _ in range(run.wanted):
        server.set_script(0, 1.0, ["drop"])
        for _ in range(2 + run.number(4)):
            if run.act(can_decline=False) == "saved" and run.number(3) == 0:
                device.do("keep")
        before = device.do("content")
        waiting = {item["token"] for item in before["items"] if item["state"] != "Done"}
        device.end()
        store, = (path for path in (device.folder / "accounts").glob("*.db") if "quarantine" not in path.name)
        what = damage(run.dice, store)
        device.diary.write("damage: %s\n" % what)
        run.faults += 1
        device.start()
        state = device.result("open")
        device.do("settle")
        device.do("wait", 50)
        server.clear_script()
        if state != "Active":  # the sign-in itself was on that page
            device.do("sign-in", PATIENTS[0], PASSWORD)
        after = device.do("content")
        if after.get("state") != "Active" or not after.get("isReadable"):
            run.breach("I7", None, "%s, and the app is in %s %s" % (what, after.get("state"), after.get("problem")))
            break
        there = {item["token"] for item in after["items"]}
        gone = waiting - there
        told = sum(item["problem"] in ("gone", "seal") for item in after["items"])
        if len(gone) > told:
            run.breach("I1", None, "%s: %d are gone, %d are told" % (what, len(gone), told))
        if gone and not what.startswith(("bytes", "page")):
            run.breach("I1", None, "%s: %d are gone that can be read" % (what, len(gone)))
        excused |= gone
        device.do("forget-damaged")
        run.count_cycle()
        if run.is_check_due:
            run.look(excused)
    run.rest(excused)


# letter -> (what is played, cycles at every change, cycles a round, words). Cycles None: a list that is gone through to its end, in so many rounds.
CAMPAIGNS = {
    "A": (kill_at_any_time, 200, 100, "kill -9 at any time"),
    "B": (kill_at_every_call, None, 2, "kill -9 at every system call of one submit"),
    "C": (fail_every_operation, None, 6, "every file operation fails"),
    "D": (lose_power, 50, 50, "power loss"),
    "E": (lie_in_the_network, 1000, 250, "faulted syncs"),
    "F": (lambda run: TwoPeople(run).play(), 200, 50, "two people, tokens, keychain"),
    "G": (fail_allocations, 300, 100, "an allocation fails"),
    "I": (upgrade, 50, 25, "upgrade, cut off"),
    "J": (bad_disk, 40, 20, "damage in the file"),
}
