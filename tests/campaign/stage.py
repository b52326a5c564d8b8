# SPDX-FileCopyrightText: 2026 The Handrail authors
# SPDX-License-Identifier: MPL-2.0
"""What a campaign plays on: the real clinic as a process, the fault server before it, and the app's core as a process that can be killed."""

import datetime
import json
import os
import select
import signal
import socket
import subprocess
import time

from checker import ANSWERED_TWICE, read_history, read_marks
from faultserver import FaultServer

PASSWORD = "a-long-sentence-for-a-test"
PATIENTS = ("p-ash", "p-birch")
KINDS = ("QuestionnaireResponse", "AppointmentResponse")
IO_BROKEN, IO_FULL, IO_SHORT, MEMORY, COUNT = 1, 2, 3, 4, 6  # HandrailFault of faults.h


class Hung(Exception):
    """The driver did not answer."""


def now():
    """The clinic takes no other time than this; a device begins with it, and goes its own way from there."""
    return datetime.datetime.now(datetime.timezone.utc)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def invented_people():
    entries = []
    for patient in PATIENTS:
        entries.append({"resourceType": "Patient", "id": patient, "active": True, "name": [{"text": "Sam Sample", "given": ["Sam"]}]})
        for number in range(3):
            day = now().date() + datetime.timedelta(days=5 + number)
            entries.append({
                "resourceType": "Appointment", "id": "%s-s%d" % (patient, number), "status": "booked", "description": "Evening group",
                "start": "%sT18:00:00-05:00" % day, "end": "%sT21:00:00-05:00" % day,
                "participant": [{"actor": {"reference": "Patient/" + patient}, "status": "accepted"}]})
    return {"resourceType": "Bundle", "type": "collection", "entry": [{"resource": entry} for entry in entries]}


class Clinic:
    """The real handrail-clinic with two invented patients, and the fault server through which the app sees it."""

    def __init__(self, program, folder):
        self.program = str(program)
        self.database = str(folder / "clinic.db")
        self.server = FaultServer()
        self.run("import", "-", stdin=json.dumps(invented_people()))
        for patient in PATIENTS:
            self.run("user", "add", patient, "--fhir-user", "Patient/" + patient, stdin=PASSWORD + "\n")
        self.process = None
        self.start()

    def run(self, *words, stdin=""):
        done = subprocess.run([self.program, *words, "--database", self.database], input=stdin.encode(), stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=120)
        if done.returncode != 0:
            raise RuntimeError("handrail-clinic %s: %s" % (words[0], done.stderr.decode()))
        return done.stdout

    def start(self):
        port = free_port()
        self.process = subprocess.Popen(
            [self.program, "serve", "--listen", "127.0.0.1:%d" % port, "--database", self.database, "--base-url", self.server.base,
             "--until-stdin-closes"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        if not self.process.stdout.readline():
            raise RuntimeError("the clinic did not start")
        self.server.clinic = port

    def records(self):
        """All that the patients sent, as the clinic exports it."""
        bundle = json.loads(self.run("export"))
        return [entry["resource"] for entry in bundle.get("entry", []) if entry["resource"]["resourceType"] in KINDS]

    def close(self):
        self.process.stdin.close()
        self.process.wait(30)
        self.server.close()


class Device:
    """One device: a folder that stays, and a driver process on it that comes and goes."""

    def __init__(self, driver, faults, folder, clinic):
        self.driver, self.faults, self.folder, self.clinic = str(driver), str(faults), folder, clinic
        self.now = now().strftime("%Y-%m-%dT%H:%M:%S.000Z")
        self.process = None
        self.keychain_patience = 5000
        folder.mkdir(parents=True, exist_ok=True)
        self.diary = open(folder / "diary", "a", buffering=1)  # for who looks at a round that failed

    @property
    def is_running(self):
        return self.process is not None and self.process.poll() is None

    @property
    def pid(self):
        return self.process.pid

    def history(self):
        return read_history(self.folder / "history")

    def marks(self):
        return read_marks(self.folder / "history")

    def start(self, is_faulty=False, driver=None):
        """A new process of the app, with `is_faulty` one that can be told to fail (faults.h)."""
        environment = dict(os.environ, TZ="America/New_York", LC_ALL="C.UTF-8", QT_LOGGING_RULES="*.info=false",
                           HANDRAIL_FAULT_FOLDER=str(self.folder / "accounts"))
        if is_faulty:
            environment["LD_PRELOAD"] = self.faults
        self.diary.write("start\n")
        log = open(self.folder / "log", "ab")
        self.process = subprocess.Popen(
            [driver or self.driver, str(self.folder), self.clinic.server.base, self.now, str(self.keychain_patience)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, env=environment)
        log.close()

    def tell(self, *words):
        """Sends a command without waiting for its end. False when nobody is there."""
        self.diary.write("%s\n" % " ".join(str(word) for word in words))
        try:
            self.process.stdin.write((" ".join(str(word) for word in words) + "\n").encode())
            self.process.stdin.flush()
            return True
        except (BrokenPipeError, ValueError):
            return False

    def hear(self, seconds=60):
        """The reply; None when the process ended without one."""
        ready, _, _ = select.select([self.process.stdout], [], [], seconds)
        if not ready:
            self.diary.write("    no answer\n")
            raise Hung()
        line = self.process.stdout.readline()
        if not line.endswith(b"\n"):
            self.diary.write("    the app ended\n")
            return None
        reply = json.loads(line)
        facts = {name: reply[name] for name in ("result", "state", "problem", "unsent", "patient") if name in reply}
        self.diary.write("    %s\n" % facts)
        self.now = reply["now"]
        return reply

    def do(self, *words):
        """The reply; {} when the process ended without one."""
        return (self.hear() or {}) if self.tell(*words) else {}

    def result(self, *words):
        return self.do(*words).get("result")

    def faulted(self, fault, nth, is_lasting, seed, *words):
        return self.do("fault", fault, nth, int(is_lasting), seed, *words)

    def end(self):
        """As a person closes it."""
        if self.process is None:
            return
        self.diary.write("end\n")
        try:
            self.process.stdin.close()
            self.process.wait(60)
        except (BrokenPipeError, subprocess.TimeoutExpired):
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()
        self.process = None

    def kill(self):
        """As the system ends it, without a word."""
        self.diary.write("kill\n")
        self.process.send_signal(signal.SIGKILL)
        self.gone()

    def gone(self):
        """It ended by itself, or was killed from elsewhere; its exit code."""
        code = self.process.wait(60)
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass
        self.process.stdout.close()
        self.process = None
        self._find_time()
        return code

    def _find_time(self):
        """The clock of a device goes on although the app is gone."""
        try:
            lines = (self.folder / "history").read_text().split("\n")
        except FileNotFoundError:
            return
        for line in reversed(lines[-400:]):
            if '"now"' in line:
                try:
                    self.now = max(self.now, json.loads(line)["now"])
                except ValueError:
                    continue
                return

    def open_and_sign_in(self, patient=PATIENTS[0]):
        """A first start, through the clinic's own sign-in."""
        self.start()
        self.do("open")
        state = self.result("sign-in", patient, PASSWORD)
        if state != "Active":
            raise RuntimeError("the first sign-in ended in %s; see %s" % (state, self.folder / "log"))

    def come_to_rest(self, patient=None):
        """A good network and enough time: everything that can be sent is sent. What the store holds then."""
        for _ in range(25):
            content = self.do("content")
            if content.get("state") == "NeedsSignIn":
                self.do("sign-in", patient or content["patient"], PASSWORD)
            is_good = self.result("sync", "now") == "ok"
            content = self.do("content")
            kept = sum(item["problem"] == ANSWERED_TWICE for item in content.get("items", []))
            if not content or (is_good and content.get("unsent") == kept):
                break
            if any("throttled" in item["problem"] for item in content.get("items", [])):
                time.sleep(5)  # who answers as fast as a machine has to wait for the clinic, which takes ten each second
            self.do("set-clock", 7 * 3600)
        return content
