"""Faults of wording that no sentence may have, whatever it counts."""

import re
from collections.abc import Iterator
from functools import lru_cache

BANNED = (
    r"(?i)\b(?:late|overdue|completed?|capacity|overloaded|on track|clusters?|window ended"
    r"|live now|asking now|caught together|reached)\b"
)
NOUNS = (
    "actions|teams|partners|deadlines|sets|plans|themes|tables|months|links|rows|bars|lines|pairs"
    "|kinds"
)
SINGULAR_VERBS = "ends|starts|is|has|was|leads|lies|runs|falls|peaks|asks|names"
PLURAL_VERBS = "end|start|are|have|were|lead|lie|run|fall|peak|ask|name"
BETWEEN = r"(?:(?:live|more|other|lead|planned|of them) )?"
FAULTS = {
    "a banned word": BANNED,
    "a plural of one": rf"(?<![\w.,-])1 {BETWEEN}(?:{NOUNS})\b",
    "a plural verb of one": rf"(?<!and )(?<![\w.,-])1 {BETWEEN}(?:\w+ )?(?:{PLURAL_VERBS})\b",
    "a singular of several": (
        rf"(?<![\w.,-])(?:[2-9]|[1-9]\d{{1,2}}) {BETWEEN}"
        r"(?:action|team|partner|deadline|set|plan|theme|table|month|name|link|row|pair)\b"
    ),
    "a singular verb of several": (
        rf"(?<!of )(?<![\w.,-])(?:[2-9]|[1-9]\d{{1,2}}) {BETWEEN}(?:(?:{NOUNS}) )?"
        rf"(?:{SINGULAR_VERBS})\b"
    ),
    "a part that is some of one": rf"\b1 of [\d,]+ (?:\w+ ){{1,2}}(?:{PLURAL_VERBS})\b",
    "a part of one": r"\b(?:\d+|[Nn]one) of (?:the |its )?1\b",
    "nought in figures": r"(?<![\w.,-])0(?![\w.,-])",
    "the whole of the whole": r"\b(\d+) of (?:the |its |their )?\1\b",
    "a part that is all": r"\b(\d+) (?:\w+ )?\w+, \1 of them\b",
    "a value without words": r"\b(?:None(?! of)|nan|NaT|NaN|inf|True|False)\b|[\[\]{}<>]",
    "a slip of signs": r"  |,,|\.\.|;;| [,.;:]|,;|: *$|; *$|^ | $",
}
PATTERNS = {name: re.compile(pattern) for name, pattern in FAULTS.items()}


@lru_cache(maxsize=100_000)
def faults_of(text: str) -> tuple[str, ...]:
    """Return what is wrong with a sentence of ours."""
    found = {name: pattern.search(text) for name, pattern in PATTERNS.items()}
    return tuple(f"{name}, {each[0]!r}, in {text!r}" for name, each in found.items() if each)


def faults_of_finding(finding: str, *, words: int) -> Iterator[str]:
    """Yield what is wrong with a finding of at most so many words."""
    yield from faults_of(finding)
    if len(finding.split()) > words:
        yield f"{len(finding.split())} words, not {words}, in {finding!r}"
    if finding.endswith("."):
        yield f"a full stop ends {finding!r}"
    if not (finding[:1].isupper() or finding[:1].isdigit()):
        yield f"no capital opens {finding!r}"
