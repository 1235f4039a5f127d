"""Which column of a table holds what: the words that plans use over their columns.

``WORDS`` is plain data: for each field the words that name it, the plainer first. A heading that is
one of them is sure; one that holds them among others is a guess, which says what it rests on.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

ACTION_ID, PLAN, THEME, TITLE, ACTION = "action_id", "plan", "theme", "title", "action"
LEADS, PARTNERS, START, END, TIMESCALE = "leads", "partners", "start", "end", "timescale"

WORDS: Mapping[str, tuple[str, ...]] = {
    ACTION_ID: (
        "action id", "id", "ref", "reference", "action ref", "action reference", "action number",
        "action no", "no", "number", "code", "ref no", "reference number", "action code", "#",
        "unique id", "project id",
    ),
    PLAN: ("plan", "action plan", "table", "programme", "strategy", "plan name"),
    THEME: (
        "theme", "sector", "priority", "priority area", "workstream", "work stream", "category",
        "topic", "pillar", "area", "objective", "chapter", "heading", "domain", "theme area",
        "focus area", "strategic priority", "outcome",
    ),
    TITLE: (
        "title", "short title", "action title", "action name", "name", "project",
        "project name", "programme", "programme name", "scheme",
    ),
    ACTION: (
        "action", "actions", "measure", "activity", "task", "action description", "description",
        "proposed action", "what we will do", "what will we do", "initiative", "commitment",
        "deliverable", "action text", "details", "key action", "recommendation", "intervention",
        "actions required", "what", "milestone", "milestones",
    ),
    LEADS: (
        "leads", "lead", "lead team", "lead teams", "owner", "action owner", "responsible",
        "responsibility", "accountable", "delivered by", "lead officer", "lead department",
        "departmental leads", "team leads", "lead organisation", "lead service", "led by", "who",
        "responsible officer", "responsible team", "lead responsibility", "assigned to",
        "lead body", "lead agency", "department", "service", "team", "by whom", "service area",
        "responsible department", "accountable officer", "lead partner", "proponent", "sponsor",
        "responsible party", "responsible bodies",
    ),
    PARTNERS: (
        "partners", "partner", "supporting", "with whom", "with", "delivery partners",
        "key partners", "supported by", "support", "other partners", "stakeholders",
        "partner organisations", "supporting teams", "supporting partners",
        "in partnership with", "contributors", "key stakeholders", "working with",
        "supporting organisations", "collaborators",
    ),
    START: (
        "start", "from", "begin", "start date", "begins", "commencement", "date started", "starts",
        "planned start", "start year", "commence", "beginning",
    ),
    END: (
        "end", "by when", "deadline", "target date", "end date", "due", "due date", "finish",
        "completion", "completion date", "target completion", "target completion date",
        "complete by",
        "to", "until", "planned end", "end year", "delivery date", "target", "finish date", "ends",
        "expected completion", "target year",
    ),
    TIMESCALE: (
        "timescale", "timescales", "when", "timeframe", "time frame", "timeline", "timing",
        "period", "dates", "delivery timescale", "delivery period", "schedule",
        "timescale for delivery", "term", "years", "implementation period",
    ),
}  # fmt: skip
# Words that name a column where nothing else stands in its heading: "Who benefits" is no lead.
_ALONE = frozenset({"who", "what", "with", "when", "from", "name", "number", "code", "target"})
LEAST_FIELDS, LONGEST = 2, 80
SURE, OPENS, HOLDS = 3, 2, 1


class Found(NamedTuple):
    """A column of a table and the field it is taken for, with the words that this rests on."""

    place: int
    heading: str
    field: str
    words: str
    score: int

    @property
    def evidence(self) -> str:
        """What the guess rests on, as a sentence without its stop."""
        if self.score == SURE:
            return f"“{self.heading}” is a usual heading"
        return f"“{self.heading}” holds “{self.words}”"


def fields_of(headings: Sequence[str]) -> dict[str, Found]:
    """Return the columns that headings are taken for, each field once, the surest first.

    >>> [(name, found.place) for name, found in fields_of(["Ref", "Action", "Owner"]).items()]
    [('action_id', 0), ('action', 1), ('leads', 2)]
    """
    guesses = sorted(
        (
            Found(place, heading, *guess)
            for place, heading in enumerate(headings)
            for guess in _guesses(_plain(heading))
        ),
        key=lambda found: (-found.score, -len(found.words), found.place),
    )
    fields: dict[str, Found] = {}
    places: set[int] = set()
    for found in guesses:
        if found.field not in fields and found.place not in places:
            fields[found.field] = found
            places.add(found.place)
    return dict(sorted(fields.items(), key=lambda item: item[1].place))


def is_header(cells: Sequence[str]) -> bool:
    """Return whether a row stands over columns: it names an action, and one field besides."""
    # Most rows are none: they are told apart by their words, which costs little.
    hits = [
        cell for cell in cells if 0 < len(cell) <= LONGEST and not _KNOWN.isdisjoint(_words(cell))
    ]
    if len(hits) < LEAST_FIELDS or max(map(len, cells)) > LONGEST:
        return False
    found = fields_of(cells)
    sure = [each for each in found.values() if each.score >= OPENS]
    return len(sure) >= LEAST_FIELDS and bool({ACTION, TITLE} & found.keys())


@lru_cache(maxsize=4096)
def _guesses(words: str) -> tuple[tuple[str, str, int], ...]:
    """Return the fields that a heading may name: field, the words found, how sure."""
    if not words:
        return ()
    found = []
    for field, every in WORDS.items():
        best = max(((_score(words, each), len(each), each) for each in every), default=(0, 0, ""))
        # "Transformation Programme" over names is no plan that several rows stand in.
        if best[0] and (field != PLAN or best[0] == SURE):
            found.append((field, best[2], best[0]))
    return tuple(found)


def _score(words: str, known: str) -> int:
    if words == known:
        return SURE
    if len(known) > 2 and known not in _ALONE and re.search(rf"\b{re.escape(known)}s?\b", words):
        return OPENS if words.startswith(known) or words.endswith((known, f"{known}s")) else HOLDS
    return 0


def _words(heading: str) -> list[str]:
    return heading.lower().replace("_", " ").replace("/", " ").rstrip(":").split()


_KNOWN = frozenset(
    spelling
    for every in WORDS.values()
    for words in every
    for word in words.split()
    for spelling in (word, f"{word}s")
)


def _plain(heading: str) -> str:
    """Return a heading in small letters, without what stands in brackets and signs."""
    bare = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", heading.lower())
    return " ".join(re.sub(r"[^\w#&']+|_", " ", bare).split())
