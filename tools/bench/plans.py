"""Plans of any size, made by chance from a seed: valid, varied, of the size of a big council's."""

import csv
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from netzero.plan.columns import ACTIONS_FILE, ORGANISATIONS_FILE, names_of
from netzero.plan.files import ACTIONS_CSV, ORGANISATIONS_CSV

TEAMS, PARTNERS, THEMES = 40, 120, 12
WORDS = [
    "carbon",
    "bus",
    "fleet",
    "tree",
    "waste",
    "heat",
    "school",
    "road",
    "solar",
    "grid",
    "home",
    "river",
    "data",
    "food",
    "park",
    "cycle",
    "lamp",
    "pump",
    "soil",
    "survey",
    "plan",
    "audit",
    "pilot",
    "grant",
    "review",
]
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
SEED = 2050


def write_plan(folder: Path, *, actions: int) -> Path:
    """Write the files of a plan of so many actions into a folder, and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(SEED + actions)
    teams = [f"Team {number:02d}" for number in range(1, TEAMS + 1)]
    partners = [f"Partner {number:03d}" for number in range(1, PARTNERS + 1)]
    kinds = [(name, "council team") for name in teams] + [(name, "business") for name in partners]
    rows = [_action(number, chance, teams, partners) for number in range(1, actions + 1)]
    _write(folder / ACTIONS_CSV, names_of(ACTIONS_FILE), rows)
    organisations = [[name, kind, "", ""] for name, kind in kinds]
    _write(folder / ORGANISATIONS_CSV, names_of(ORGANISATIONS_FILE), organisations)
    return folder


def _action(
    number: int, chance: random.Random, teams: Sequence[str], partners: Sequence[str]
) -> list[str]:
    words = " ".join(chance.choices(WORDS, k=5)).capitalize()
    # A few teams lead much, most lead little, as in the published plan.
    leads = chance.choices(teams, weights=range(len(teams), 0, -1), k=chance.choice((1, 1, 1, 2)))
    named = chance.sample(partners, k=chance.choice((0, 1, 1, 2, 4)))
    start = chance.randrange(2024 * 12, 2029 * 12)
    end = start + chance.randrange(1, 48)
    cells = {
        "action_id": f"A{number}",
        "plan": f"Plan {1 + number % 2}",
        "theme": f"Theme {chance.randint(1, THEMES)}",
        "title": words[:48],
        "action": f"{words}. {' '.join(chance.choices(WORDS, k=25))}.",
        "leads": "; ".join(dict.fromkeys(leads)),
        "partners": "; ".join(named),
        "start": chance.choice(("Ongoing", _month(start), _month(start))),
        "end": chance.choice(("Ongoing", _month(end), _month(end))),
    }
    return [cells[column] for column in names_of(ACTIONS_FILE)]


def _month(number: int) -> str:
    return f"{MONTHS[number % 12]}-{number // 12 % 100}"


def _write(path: Path, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(_lines(header, rows))


def _lines(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[Sequence[str]]:
    yield header
    yield from rows
