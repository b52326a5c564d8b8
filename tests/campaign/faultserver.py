# SPDX-FileCopyrightText: 2026 The Handrail authors
# SPDX-License-Identifier: MPL-2.0
"""What stands between the app and the clinic in a campaign: a proxy on loopback that does to each request what its script says.

A fault is a name of FAULTS. Which request meets which is decided by the seed alone. The proxy also keeps the book: every create that reached
the clinic, in order, and every request that went where none may go.
"""

import asyncio
import json
import random
import re
import threading
import urllib.parse

# What can happen to one exchange, as the app sees it. "Taken": the clinic has it, although the app may not hear of it.
FAULTS = [
    "drop",            # the connection ends before the clinic hears anything
    "cut",             # taken, and then the connection ends without an answer
    "half",            # taken, and the answer ends in its middle
    "twice",           # delivered twice, one after the other; the second answer comes back
    "late-twice",      # taken and answered; the same again a moment later
    "late",            # the app gives up; after that it is delivered
    "error",           # 500, 502, 503 instead of the clinic
    "error-after",     # taken, and 500 comes back
    "busy",            # 429 or 503 with a Retry-After of any kind
    "html",            # 200 with a page, as before a Wi-Fi sign-in
    "html-after",      # taken, and a page comes back
    "other-patient",   # records of somebody else among the answer, one with the identifier that was asked for
    "other-record",    # taken, and the answer names another record, or somebody else's with the same identifier
    "drip",            # the answer comes a byte at a time
    "redirect",        # to another place, of this origin or of another
    "unauthorized",    # 401 out of the blue
    "empty",           # taken, and 200 with nothing
    "garbled",         # taken, and an answer that is not JSON
    "delay",           # all well, but slow
]
# After these the app has to wait for its own deadline.
HANGING = {"late", "drip"}

PAGE = b"<!DOCTYPE html><html><body>Welcome to our network. Please sign in.</body></html>"
RETRY_AFTER = ["1", "0", "-5", "120", "99999999999", "Sun, 06 Nov 1994 08:49:37 GMT", "Fri, 31 Dec 2066 23:59:59 GMT", "soon"]


class Request:
    def __init__(self, method, address, head, body):
        self.method, self.head, self.body = method, head, body
        self.path, _, self.query = address.partition("?")

    @property
    def identifier(self):
        """That of the item which is created or searched for, as its type writes it. None when there is none."""
        if self.body:
            return json.loads(self.body).get("identifier")
        found = re.search(r"identifier=.*?(urn:uuid:[0-9a-f-]{36})", urllib.parse.unquote(self.query))
        own = found and {"system": "urn:ietf:rfc:3986", "value": found.group(1)}
        return own if not own or self.path.endswith("/QuestionnaireResponse") else [own]

    @property
    def is_create(self):
        return self.method == "POST" and "/fhir/R4/" in self.path

    @property
    def is_record(self):
        """About records, and not about signing in."""
        return "/fhir/R4/" in self.path and "/.well-known/" not in self.path and not self.path.endswith("/metadata")

    @property
    def is_token(self):
        return self.method == "POST" and self.path.endswith("/token")


async def read_message(reader):
    """(first line, head, body) of one HTTP message with Content-Length; None at the end."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, ConnectionError):
        return None
    length = 0
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length":
            length = int(value)
    first = head.split(b"\r\n", 1)[0].decode("latin-1")
    if length and first.startswith("HTTP/1.1 304"):
        length = 0
    try:
        body = await reader.readexactly(length) if length else b""
    except (asyncio.IncompleteReadError, ConnectionError):
        return None
    return first, head, body


def answer(status, body=b"", kind=b"application/fhir+json", extra=()):
    head = b"HTTP/1.1 %d X\r\nContent-Type: %s\r\nContent-Length: %d\r\n" % (status, kind, len(body))
    for line in extra:
        head += line.encode("latin-1") + b"\r\n"
    return head + b"\r\n" + body


class FaultServer:
    """Listens at `port` (0: any) and forwards to the clinic's port. Thread of its own; the methods are for the thread of the campaign."""

    def __init__(self):
        self.clinic = None
        self.port = None
        self.elsewhere = None          # the port of another origin, to which redirects lead
        self.strays = 0                # requests that went there
        self.injected = 0              # faults so far
        self.creates = []              # bodies of creates that the clinic took, in order
        self._dice = random.Random(0)
        self._share = 0.0
        self._faults = FAULTS
        self._on_tokens = False
        self._tasks = set()
        self._loop = asyncio.new_event_loop()
        ready = threading.Event()
        threading.Thread(target=self._run, args=(ready,), daemon=True).start()
        ready.wait()

    def _run(self, ready):
        asyncio.set_event_loop(self._loop)

        async def begin():
            server = await asyncio.start_server(self._serve, "127.0.0.1", 0, limit=1 << 24)
            other = await asyncio.start_server(self._stray, "127.0.0.1", 0)
            self.port = server.sockets[0].getsockname()[1]
            self.elsewhere = other.sockets[0].getsockname()[1]
            ready.set()

        self._loop.run_until_complete(begin())
        self._loop.run_forever()

    @property
    def base(self):
        return "http://127.0.0.1:%d/fhir/R4" % self.port

    def set_script(self, seed, share, faults=None, on_tokens=False):
        """From now on each request about records meets one of `faults` with probability `share`; with on_tokens those for tokens too."""
        self._dice = random.Random(seed)
        self._share = share
        self._faults = list(faults or FAULTS)
        self._on_tokens = on_tokens

    def clear_script(self):
        self._share = 0.0

    def close(self):
        self._loop.call_soon_threadsafe(self._loop.stop)

    async def _stray(self, reader, writer):
        self.strays += 1
        writer.close()

    def _pick(self, request):
        if not (request.is_record or (self._on_tokens and request.is_token)):
            return None
        if self._dice.random() >= self._share:
            return None
        fault = self._dice.choice(self._faults)
        if fault == "other-patient" and request.method != "GET":
            fault = "other-record"
        if fault == "other-record" and not request.is_create:
            fault = "cut"
        if request.is_token and fault in ("twice", "late-twice", "other-patient", "other-record", "unauthorized", "redirect", "late"):
            fault = "cut"
        return fault

    async def _forward(self, request):
        """The clinic's answer, whole, or None."""
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", self.clinic, limit=1 << 24)
        except OSError:
            return None
        try:
            writer.write(request.head + request.body)
            await writer.drain()
            message = await read_message(reader)
        except ConnectionError:
            return None
        finally:
            writer.close()
        if message is None:
            return None
        first, head, body = message
        if request.is_create and first.split(" ")[1] in ("200", "201"):
            self.creates.append(request.body)
        return head + body

    async def _later(self, request, seconds):
        await asyncio.sleep(seconds)
        await self._forward(request)

    def _spawn(self, work):
        task = self._loop.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve(self, reader, writer):
        try:
            while True:
                message = await read_message(reader)
                if message is None:
                    break
                first, head, body = message
                method, path, _ = first.split(" ", 2)
                request = Request(method, path, head, body)
                fault = self._pick(request)
                if fault:
                    self.injected += 1
                if not await self._exchange(request, fault, writer):
                    break
        except (ConnectionError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    async def _exchange(self, request, fault, writer):
        """True: the connection goes on."""
        async def say(message):
            writer.write(message)
            await writer.drain()
            return True

        dice = self._dice
        if fault == "drop":
            return False
        if fault == "late":
            self._spawn(self._later(request, 0.35))
            await asyncio.sleep(2)
            return False
        if fault == "error":
            return await say(answer(dice.choice([500, 502, 503, 504]), b"<h1>Bad gateway</h1>", b"text/html"))
        if fault == "busy":
            outcome = b'{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"throttled"}]}'
            return await say(answer(dice.choice([429, 503]), outcome, extra=["Retry-After: " + dice.choice(RETRY_AFTER)]))
        if fault == "html":
            return await say(answer(200, PAGE, b"text/html"))
        if fault == "unauthorized":
            return await say(answer(401, b"", extra=["WWW-Authenticate: Bearer"]))
        if fault == "redirect":
            place = dice.choice(["http://127.0.0.1:%d/fhir/R4/Patient" % self.elsewhere, self.base + "/metadata", "/", "//clinic.example/"])
            return await say(answer(dice.choice([301, 302, 307, 308]), extra=["Location: " + place]))
        if fault == "delay":
            await asyncio.sleep(dice.random() * 0.1)

        reply = await self._forward(request)
        if reply is None:
            return False
        if fault == "cut":
            return False
        if fault == "half":
            writer.write(reply[:len(reply) * 2 // 3])
            await writer.drain()
            return False
        if fault == "twice":
            reply = await self._forward(request) or reply
        if fault == "late-twice":
            self._spawn(self._later(request, dice.random() * 0.05))
        if fault == "error-after":
            return await say(answer(500, b"", b"text/plain"))
        if fault == "html-after":
            return await say(answer(200, PAGE, b"text/html"))
        if fault == "empty":
            return await say(answer(200))
        if fault == "garbled":
            return await say(answer(200, b'{"resourceType":"Bund\xff'))
        if fault == "other-record":
            return await say(self._another_record(request))
        if fault == "other-patient":
            return await say(self._with_stranger(request))
        if fault == "drip":
            for at in range(0, min(len(reply), 400)):
                writer.write(reply[at:at + 1])
                await writer.drain()
                await asyncio.sleep(0.02)
            return False
        await say(reply)
        return b"connection: close" not in reply[:reply.find(b"\r\n\r\n")].lower()

    def _stranger(self, request, name):
        """A record of somebody else, every second time with the identifier of ours."""
        somebody = {"reference": "Patient/stranger"}
        record = {"resourceType": request.path.rsplit("/", 1)[-1], "id": name,
                  "meta": {"versionId": "1", "lastUpdated": "2026-01-05T10:00:00.000Z"}, "status": "completed",
                  "subject": somebody, "actor": somebody, "patient": somebody}
        if request.identifier and self._dice.random() < 0.5:
            record["identifier"] = request.identifier
        return record

    def _another_record(self, request):
        record = self._stranger(request, "someone-elses")
        kind = record["resourceType"] if "identifier" in record else "Patient"
        return answer(201, json.dumps(record).encode(), extra=["Location: %s/%s/%s" % (self.base, kind, record["id"])])

    def _with_stranger(self, request):
        bundle = {"resourceType": "Bundle", "type": "searchset", "entry": [{"resource": self._stranger(request, "stranger-1")}]}
        return answer(200, json.dumps(bundle).encode())
