"""Full rooms: how long a change takes, who is refused, and whether the server stays healthy."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict

from tools.bench.crowd import Outcome, Room
from tools.bench.extent import Extent
from tools.bench.progress import Progress
from tools.bench.samples import median, number, percentile
from tools.bench.servers import Server, health_seconds, serving
from tools.bench.subjects import DASH, OURS, PLOTLY, ROOT, Subject
from tools.bench.table import Goal, Part, Row, goal_at_most

SUBJECTS = (OURS, PLOTLY, DASH)
IN_A_RUSH = 25
HEALTH_PAUSE = 0.2
NOT_ANSWERED = 10.0  # seconds, as long as a question for health waits
HEADER = (
    "readers", "p50, s", "p95, s", "runs a second", "refused", "health p50, ms", "health most, ms",
)  # fmt: skip

Met = tuple[Outcome, list[float]]
Found = dict[tuple[Subject, int, bool], Met]


def steps(extent: Extent) -> int:
    """Return how many steps the measurement takes."""
    return len(SUBJECTS) * (len(extent.rooms) + 1)


def measure(extent: Extent, progress: Progress) -> Part:
    """Return what readers of mixed pages meet with, in rooms of several sizes."""
    found: Found = {}
    rooms = [(count, True) for count in extent.rooms] + [(IN_A_RUSH, False)]
    for count, pauses in rooms:
        for subject in SUBJECTS:
            progress.advance(f"readers: {count} of {subject.name}{'' if pauses else ', no pause'}")
            seconds = extent.room_seconds if pauses else extent.rush_seconds
            with serving(subject) as server:
                room = Room(subject.name, server.url, count, seconds, pauses)
                found[subject, count, pauses] = _met(server, room)
    rows = [_row(key, met) for key, met in found.items()]
    return Part("A full room", HEADER, rows, tuple(_goals(found, max(extent.rooms))))


def _met(server: Server, room: Room) -> Met:
    """Return what a room meets with, and how long the server took to say that it is healthy."""
    command = [sys.executable, "-m", "tools.bench.crowd", json.dumps(asdict(room))]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as crowd:
        health = []
        while crowd.poll() is None:
            took = health_seconds(server, timeout=NOT_ANSWERED)
            health.append(NOT_ANSWERED if took is None else took)
            time.sleep(HEALTH_PAUSE)
        printed = crowd.stdout.read() if crowd.stdout else b""
    if crowd.returncode:
        raise RuntimeError(f"The readers of {room.subject} ended with code {crowd.returncode}")
    return Outcome(**json.loads(printed)), health


def _row(key: tuple[Subject, int, bool], met: Met) -> Row:
    (subject, count, pauses), (outcome, health) = key, met
    return (
        f"{_room_name(str(count), pauses)}, {subject.name}",
        number(median(outcome.latencies)),
        number(percentile(outcome.latencies, 0.95)),
        number(outcome.runs_a_second, 1),
        str(outcome.refused),
        number(median(health) * 1000, 0),
        number(max(health) * 1000, 0),
    )


def _room_name(readers: str, pauses: bool) -> str:
    return readers if pauses else f"{readers} without a pause"


def _goals(found: Found, most: int) -> Iterator[Goal]:
    outcome, _ = found[OURS, most, True]
    slowest = {f"{most} readers": percentile(outcome.latencies, 0.95)}
    yield goal_at_most(f"{most} readers, p95 of a change", 1, slowest, unit=" s")
    ours = {
        _room_name(f"{count} readers", pauses): met
        for (subject, count, pauses), met in found.items()
        if subject == OURS
    }
    refused = sum(outcome.refused for outcome, _ in ours.values())
    yield Goal("Readers refused or cut off", "none", str(refused), refused == 0)
    health = {readers: max(times) * 1000 for readers, (_, times) in ours.items()}
    yield goal_at_most("Health answered, throughout", 200, health, unit=" ms", digits=0)
    mine, theirs = (found[s, IN_A_RUSH, False][0].runs_a_second for s in (OURS, PLOTLY))
    yield Goal(
        f"Runs a second, {IN_A_RUSH} readers without a pause",
        "more than the bare Plotly page",
        f"{mine:.1f} against {theirs:.1f}",
        mine > theirs,
    )
