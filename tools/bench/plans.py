"""Plans of any length that the reader accepts: the published names and tables, made-up actions."""

import csv
import io
import random
from collections.abc import Sequence
from pathlib import Path

from netzero.plan import Plan, PlanFiles, read_plan
from netzero.plan.columns import ACTIONS_FILE, names_of
from netzero.plan.files import ACTIONS_CSV, DATA, ORGANISATIONS_CSV, PLANS_CSV
from netzero.plan.organisations import COUNCIL_TEAM
from tools.bench.months import MONTHS

PUBLISHED = 52
# A long plan repeats who works together, but not without end.
LEAD_CELLS, PARTNER_CELLS = 400, 1000
SPELLINGS = ("{name}-{year:02d}", "{name} 20{year:02d}", "20{year:02d}-{month:02d}")
SHORT_NAMES = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def made_plan(count: int, *, seed: int = 8) -> PlanFiles:
    """Return the files of a plan of ``count`` actions; the same count and seed give the same."""
    published = PlanFiles.of(DATA)
    maker = _Maker(read_plan(published), random.Random(seed))
    text = io.StringIO()
    rows = (maker.row(number) for number in range(1, count + 1))
    csv.writer(text, lineterminator="\n").writerows([names_of(ACTIONS_FILE), *rows])
    return PlanFiles(
        actions=text.getvalue().encode(),
        organisations=published.organisations,
        plans=published.plans,
    )


def plan_folder(count: int, folder: Path) -> Path:
    """Return a folder with a plan of ``count`` actions: the published one, or one made below."""
    if count == PUBLISHED:
        return DATA
    files, made = made_plan(count), folder / f"plan-{count}"
    made.mkdir()
    for name, content in (
        (ACTIONS_CSV, files.actions),
        (ORGANISATIONS_CSV, files.organisations),
        (PLANS_CSV, files.plans or b""),
    ):
        (made / name).write_bytes(content)
    return made


class _Maker:
    """Makes the rows of a plan from what a published one is made of."""

    def __init__(self, plan: Plan, chance: random.Random) -> None:
        self.chance = chance
        names = plan.organisations
        is_team = names["kind"].eq(COUNCIL_TEAM)
        teams, others = names["name"][is_team].tolist(), names["name"][~is_team].tolist()
        self.leads = self._cells(teams, count=LEAD_CELLS, most=3)
        self.partners = self._cells(others, count=PARTNER_CELLS, most=8)
        self.headings = sorted(set(zip(plan.actions["plan"], plan.actions["theme"], strict=True)))
        self.words = " ".join(plan.actions["action"]).split()

    def row(self, number: int) -> list[str]:
        """Return the cells of an action in the order of the file."""
        plan, theme = self.chance.choice(self.headings)
        begin = self.chance.randrange(len(self.words))
        action = " ".join(self.words[begin : begin + self.chance.randint(12, 70)])
        leads, named = self.chance.choice(self.leads), self.chance.choice(self.partners)
        partners = self.chance.choices((named, "", "TBC"), (72, 25, 3))[0]
        start, end = self._dates()
        title = f"Action {number}" if number % 3 else ""
        return [f"X{number}", plan, theme, title, action, leads, partners, start, end]

    def _cells(self, names: Sequence[str], *, count: int, most: int) -> list[str]:
        sizes = self.chance.choices(range(1, most + 1), range(most, 0, -1), k=count)
        return ["; ".join(self.chance.sample(names, size)) for size in sizes]

    def _dates(self) -> tuple[str, str]:
        """Return a start and an end not before it, as a plan may print them."""
        first, last = sorted(self.chance.choices(MONTHS, k=2))
        starts = (self._printed(first), "Ongoing", "TBC", "")
        ends = (self._printed(last), "Ongoing", "TBC", "")
        start = self.chance.choices(starts, (50, 44, 3, 3))[0]
        return start, self.chance.choices(ends, (56, 38, 3, 3))[0]

    def _printed(self, month: str) -> str:
        year, number = int(month[2:4]), int(month[5:])
        spelling = self.chance.choice(SPELLINGS)
        return spelling.format(name=SHORT_NAMES[number - 1], year=year, month=number)
