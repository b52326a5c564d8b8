# SPDX-FileCopyrightText: 2026 The Handrail authors
# SPDX-License-Identifier: MPL-2.0
"""Which folder may know which: C++ by #include, QML by import. A folder may always know itself."""

import re

_LIBRARIES = {"core", "form", "ports", "content", "fhir", "net", "auth", "store", "sync", "account", "crisis", "care", "report", "view"}

# A folder of src/, platform/ or app/ -> the folders whose headers it may include.
CPP = {
    "core": set(),
    "form": {"core"},
    "ports": {"core"},
    "content": {"core"},
    "fhir": {"core"},
    "net": {"core"},
    "auth": {"net", "ports", "core"},
    "store": {"ports", "core"},
    "sync": {"store", "net", "auth", "fhir", "core"},
    "account": {"sync", "store", "net", "auth", "ports", "core"},
    "crisis": {"content", "ports", "core"},
    "care": {"form", "sync", "store", "content", "ports", "core"},
    "report": set(),
    "view": {"account", "care", "content", "crisis", "form", "report", "ports", "core"},
    "clinic/base": {"core"},
    "clinic/http": {"clinic/base", "core"},
    "clinic/records": {"clinic/base", "core"},
    "clinic/smart": {"clinic/base", "clinic/http", "core"},
    "clinic/forms": {"clinic/base", "clinic/records", "fhir", "form", "core"},
    "clinic/api": {"clinic/base", "clinic/http", "clinic/records", "clinic/forms", "core"},
    "clinic/family": {"clinic/base", "clinic/http", "clinic/records", "clinic/smart", "clinic/api", "core"},
    "clinic/programs": {"clinic/base", "clinic/records", "core"},
    "clinic/sample": {"clinic/base", "clinic/records", "clinic/forms", "core"},
    "clinic": {"clinic/" + room for room in ("base", "http", "records", "smart", "forms", "api", "family", "programs", "sample")} | {"core"},
    "platform": {"ports", "core"},
    "app/patient": _LIBRARIES | {"platform"},
    "app/clinic": {"clinic", "core"},
    "app/pack": {"content", "core"},
}

# A module of qml/ -> the modules of ours that it may import.
_PAGES = {"Crisis", "Community", "Safety", "Welcome", "Today", "Schedule", "Join", "CheckIn", "Forms", "Progress", "Skills", "Worksheets", "Learn", "Messages",
          "Medicine", "Plan", "Privacy", "Me", "Outbox", "Family", "Sharing", "Lock"}
_LOOKS = {"Theme", "Controls"}
QML = {
    "theme": set(),
    "controls": {"Theme"},
    "questions": _LOOKS | {"View"},
    "checkin": _LOOKS | {"View", "Questions"},
    "today": _LOOKS | {"View", "Coming", "Crisis", "Join"},
    "schedule": _LOOKS | {"View", "Coming", "Join", "Sharing"},
    "family": _LOOKS | {"View", "Coming", "Join"},
    "me": _LOOKS | {"View", "Sharing"},
    "safety": _LOOKS | {"View", "Crisis"},  # a number that is shown large, as Help now shows it
    "community": _LOOKS | {"View", "Crisis"},  # as above
    "forms": _LOOKS | {"View", "Questions"},
    "shell": _LOOKS | {"View"} | _PAGES,
}
PAGE = _LOOKS | {"View"}

_INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([a-z]+)/(?:([a-z]+)/)?[A-Za-z]+\.h[">]')
_IMPORT = re.compile(r"^\s*import\s+Handrail\.(\w+)")


def room_of(source):
    """The name under which the file's folder stands in CPP; None for tests, which may see everything."""
    rooms = source.rooms
    if len(rooms) < 2:
        return None
    if rooms[0] == "src":
        return "/".join(rooms[1:3])
    if rooms[0] == "platform":
        return "platform"
    if rooms[0] == "app":
        return "app/" + rooms[1]
    return None


def wrong_includes(source):
    """(line, what) for each include that points the wrong way."""
    room = room_of(source)
    if room is None or source.suffix not in (".h", ".cpp"):
        return
    if room not in CPP:
        yield 1, "the folder %s is not in tests/house/arrows.py" % room
        return
    for number, line in source.lines():
        match = _INCLUDE.match(line)
        if not match:
            continue
        folder, inner = match.groups()
        target = "platform" if folder in ("platform", "linux", "common") else folder
        if inner and "%s/%s" % (folder, inner) in CPP:
            target = "%s/%s" % (folder, inner)
        known = target in CPP
        if known and target != room and target not in CPP[room]:
            yield number, "%s may not include %s" % (room, target)


def wrong_imports(source):
    """(line, what) for each import of ours that points the wrong way."""
    if source.suffix != ".qml" or source.rooms[:1] != ("qml",) or len(source.rooms) != 2:
        return
    room = source.rooms[1]
    allowed = QML.get(room, PAGE)
    for number, line in source.lines():
        match = _IMPORT.match(line)
        if match and match.group(1).lower() != room and match.group(1) not in allowed:
            yield number, "%s may not import Handrail.%s" % (room, match.group(1))
