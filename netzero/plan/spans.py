"""What a start or an end of any council's plan may say: a span of days, or why there is none.

A date is kept at its printed precision, as the span of days that it may mean: "2025/26" is the year
from 1 April 2025 to 31 March 2026, and nothing in it is made more exact. ``RULES`` is the grammar,
a rule a form; ``STATES`` are the words for what is no date.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from netzero.plan.dates import DATED, MONTH_NUMBERS, NOT_GIVEN, ONGOING, TO_BE_CONFIRMED
from netzero.plan.months import EARLIEST_YEAR, LATEST_YEAR, MONTH_NAMES

WITHHELD = "withheld"
COMPLETE = "complete"
NOT_APPLICABLE = "not applicable"
IN_WORDS = "in words"
UNREADABLE = "unreadable"

DAY, MONTH, QUARTER, SEASON, YEAR, YEARS = "day", "month", "quarter", "season", "year", "years"

ACCEPTED = (
    "a day, month, quarter, season or year such as 31/12/2027, Apr-25, March 2027, Q3 2026/27, "
    "Summer 2026, 2025/26 or 2027, a span such as 2022–2025, or Ongoing, TBC, N/A or a blank"
)


class Span(NamedTuple):
    """What a start or an end says.

    ``kind`` is ``dated`` or one of the states; ``first`` and ``last`` are the first and the last
    day that a date may mean, None where it is open; ``precision`` is that of its printing, and
    ``edtf`` its notation in the Extended Date/Time Format, both blank where there is no date.
    ``note`` says what was decided in reading it, as a clause; blank where nothing was.
    """

    kind: str
    first: date | None = None
    last: date | None = None
    precision: str = ""
    edtf: str = ""
    note: str = ""


class Rule(NamedTuple):
    """A printed form of a date: what it looks like, and the span that it means."""

    example: str
    pattern: re.Pattern[str]
    span: Callable[[re.Match[str]], Span]


STATES = {
    NOT_GIVEN: ("", "-", "–", "—", ".", "?", "not known", "unknown", "n/k", "none"),
    ONGOING: (
        "ongoing", "on-going", "on going", "continuous", "continuing", "continual", "rolling",
        "underway", "under way", "already under way", "in progress", "open-ended", "bau",
        "business as usual", "annual", "annually", "yearly", "every year", "each year", "quarterly",
        "monthly", "permanent", "current",
    ),
    TO_BE_CONFIRMED: (
        "tbc", "t.b.c.", "tbd", "tba", "to be confirmed", "to be determined", "to be agreed",
        "to be decided",
    ),
    WITHHELD: ("withheld", "redacted", "confidential", "exempt", "not published"),
    COMPLETE: ("complete", "completed", "done", "delivered", "finished", "achieved", "closed"),
    NOT_APPLICABLE: ("n/a", "na", "not applicable", "does not apply"),
    IN_WORDS: (
        "short term", "short-term", "medium term", "medium-term", "long term", "long-term",
        "short to medium term", "medium to long term", "immediate", "immediately", "asap", "future",
    ),
}  # fmt: skip
_STATE_OF = {words: state for state, every in STATES.items() for words in every}

# Their codes in the notation, and the months in which they begin.
_SEASONS = {
    "spring": (21, 3), "summer": (22, 6), "autumn": (23, 9), "fall": (23, 9), "winter": (24, 12),
}  # fmt: skip
_CALENDAR_QUARTER = 32  # before the code of the first
_NAMED_MONTH = rf"(?P<month>{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_SHORT_YEAR = r"(?P<year>(?:19|20)\d\d|'?\d\d)"
_TWO_YEARS = r"(?:fy ?)?(?P<year>(?:20)?\d\d) ?(?:[/-] ?(?P<next>\d\d)|/ ?(?P<whole>20\d\d))"
_SERIAL_DAY_0 = date(1899, 12, 30)
# Words around a date that change nothing in the span that it means.
_AROUND = re.compile(
    r"^(?:by|before|until|to|end|ends|from|since|start|starts|starting|in|during|due|target|the|of"
    r"|deadline|expected|estimated|est\.?|planned|circa|c\.|approx\.?|approximately|financial year"
    r"|fy|calendar year|year)[ :]+",
)
_LAST_YEAR = re.compile(r"(?:20)?\d\d$", re.ASCII)
_GOES_ON = re.compile(r"on-?going[ ,;:(-]+(?:every|each|with|review|annual|monthly|quarterly)\b")
_DAY_IN_WORDS = re.compile(r"\d{1,2} \w{3} \d{4}")
_TERMS = re.compile(
    r"\b(?:short|medium|long)\b.*\bterm\b|^(?:short|medium|long) ?\(.*\)$"
    r"|^(?:within |in |next |over )?(?:the next )?\d+ ?(?:(?:-|to) ?\d+ ?)?"
    r"(?:year|yr|month|week)s?$"
)


def read_span(text: str, *, day_first: bool = True) -> Span:
    """Return what a cell of starts or ends says; ``day_first`` decides on days such as 03/04/2027.

    Raises ``ValueError`` where the text is neither a date nor one of ``STATES``; its message says
    why, and follows the text.

    >>> read_span("2025/26").edtf, read_span("Summer 2026").precision
    ('2025-04/2026-03', 'season')
    >>> read_span("Ongoing").kind
    'ongoing'
    """
    return _read(text, day_first)


@lru_cache(maxsize=4096)
def _read(text: str, day_first: bool) -> Span:
    words = _plain(text)
    if state := _state_of(words):
        return Span(state)
    for rule in _rules(day_first):
        if match := rule.pattern.fullmatch(words):
            return rule.span(match)
    inner = _AROUND.sub("", words)
    if inner != words:
        return _read(inner, day_first)
    raise ValueError("is not a date")


def read_timescale(text: str, *, day_first: bool = True) -> tuple[Span, Span]:
    """Return the start and the end that one cell says, such as ``2022–2025`` or ``by 2030``.

    What is said of one of them alone leaves the other not given; one date is the span of both.
    Raises ``ValueError`` as ``read_span`` does.

    >>> [span.edtf for span in read_timescale("2022 to 2025")]
    ['2022', '2025']
    >>> [span.kind for span in read_timescale("2021-ongoing")]
    ['dated', 'ongoing']
    """
    words = _plain(text)
    if _state_of(words):
        found = Span(_state_of(words))
        return found, found
    for pattern, open_start, open_end in _OPEN:
        if match := pattern.fullmatch(words):
            said = _read(match["date"], day_first)
            return (open_start or said), (open_end or said)
    whole = _whole_or_none(words, day_first)
    if whole and whole.precision != YEARS:
        return whole, whole
    for parted in _PARTED.finditer(words):
        first, last = words[: parted.start()].strip(), words[parted.end() :].strip()
        end = _whole_or_none(last, day_first)
        year = _LAST_YEAR.search(last)
        start = _whole_or_none(first, day_first) or (
            _whole_or_none(f"{first} {year[0]}", day_first) if year else None
        )
        if start and end:
            return start, end
    if whole and whole.first and whole.last:
        return _calendar_year(whole.first.year), _calendar_year(whole.last.year)
    raise ValueError("is not a date")


@lru_cache(maxsize=4096)
def span_words(edtf: str) -> str:
    """Return a date in EDTF as a label says it, no more exact than it is; blank where it is none.

    >>> span_words("2026-03"), span_words("2026-10/2026-12"), span_words("2025-04/2026-03")
    ('Mar 2026', 'Q3 2026-27', '2025-26')
    >>> span_words("2026-03-31"), span_words("2026-22"), span_words("2025/2027")
    ('31 Mar 2026', 'Summer 2026', '2025 to 2027')
    """
    first, _, last = edtf.partition("/")
    if not edtf:
        return ""
    year, *rest = map(int, first.split("-"))
    if last and not rest:
        return f"{first} to {last}"
    years = f"{year}-{(year + 1) % 100:02d}"
    if last:
        quarter = f"Q{(rest[0] - 4) % 12 // 3 + 1} "
        starts = years if rest[0] >= 4 else f"{year - 1}-{year % 100:02d}"
        return years if first[:4] != last[:4] and rest[0] == 4 else quarter + starts
    return _single_words(year, rest, years)


def when_words(words: str) -> str:
    """Return the words of a date as a sentence goes on with them: ``in 2027``, ``on 31 Mar 2026``.

    >>> when_words("Summer 2026"), when_words("31 Mar 2026")
    ('in Summer 2026', 'on 31 Mar 2026')
    """
    return f"{'on' if _DAY_IN_WORDS.fullmatch(words) else 'in'} {words}"


def says_month_first(texts: list[str]) -> bool:
    """Return whether every day of a column that can be told apart has its month first."""
    days = [match for match in map(_NUMBERS.fullmatch, map(_plain, texts)) if match]
    month_first = [match for match in days if int(match["b"]) > 12]
    return bool(month_first) and all(int(match["a"]) <= 12 for match in days)


def _plain(text: str) -> str:
    """Return a text in small letters with plain dashes and single blanks."""
    dashed = re.sub(r"[\u2010-\u2015\u2212]", "-", text.replace("’", "'"))
    return " ".join(dashed.lower().split()).strip(" .;,")


def _single_words(year: int, rest: list[int], years: str) -> str:
    if not rest:
        return str(year)
    if rest[0] <= 12:
        day = f"{rest[1]} " if rest[1:] else ""
        return f"{day}{MONTH_NAMES[rest[0] - 1][:3]} {year}"
    if rest[0] > _CALENDAR_QUARTER:
        return f"Q{rest[0] - _CALENDAR_QUARTER} {year}"
    name = next(name for name, (code, _) in _SEASONS.items() if code == rest[0])
    return f"{name.capitalize()} {years if name == 'winter' else year}"


def _state_of(words: str) -> str:
    if words in _STATE_OF:
        return _STATE_OF[words]
    if _GOES_ON.match(words):
        return ONGOING
    return IN_WORDS if _TERMS.search(words) and not re.search(r"(?:19|20)\d\d", words) else ""


def _whole_or_none(words: str, day_first: bool) -> Span | None:
    try:
        return _read(words, day_first)
    except ValueError:
        return None


# --- What each form means


def _dated(first: date, last: date, precision: str, edtf: str, note: str = "") -> Span:
    for day in (first, last):
        if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
            raise ValueError(f"is a date outside {EARLIEST_YEAR} to {LATEST_YEAR}")
    return Span(DATED, first, last, precision, edtf, note)


def _year_in(text: str) -> int:
    digits = text.strip("'")
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _day(year: int, month: int, day: int, note: str = "") -> Span:
    try:
        found = date(year, month, day)
    except ValueError:
        raise ValueError("is not a day of any calendar") from None
    return _dated(found, found, DAY, found.isoformat(), note)


def _named_day(match: re.Match[str]) -> Span:
    return _day(_year_in(match["year"]), MONTH_NUMBERS[match["month"]], int(match["day"]))


def _iso_day(match: re.Match[str]) -> Span:
    return _day(int(match["year"]), int(match["month"]), int(match["day"]))


def _british_day(match: re.Match[str]) -> Span:
    return _numbered_day(match, day=int(match["a"]), month=int(match["b"]))


def _american_day(match: re.Match[str]) -> Span:
    return _numbered_day(match, day=int(match["b"]), month=int(match["a"]))


def _numbered_day(match: re.Match[str], *, day: int, month: int) -> Span:
    both = day <= 12 and month <= 12 and day != month
    note = f"read as {day} {MONTH_NAMES[month - 1]}" if both else ""
    return _day(_year_in(match["year"]), month, day, note)


def _serial(match: re.Match[str]) -> Span:
    found = _SERIAL_DAY_0 + timedelta(days=int(match["number"]))
    named = f"{found.day} {MONTH_NAMES[found.month - 1]} {found.year}"
    note = f"read as the number that spreadsheets have for {named}"
    return _day(found.year, found.month, found.day, note)


def _named_month(match: re.Match[str]) -> Span:
    return _month(_year_in(match["year"]), MONTH_NUMBERS[match["month"]])


def _numbered_month(match: re.Match[str]) -> Span:
    return _month(int(match["year"]), int(match["number"]))


def _month(year: int, month: int) -> Span:
    if not 1 <= month <= 12:
        raise ValueError("is not a month of any year")
    return _months(year, month, 1, MONTH, f"{year}-{month:02d}")


def _months(year: int, month: int, count: int, precision: str, edtf: str, note: str = "") -> Span:
    years, last = divmod(month - 1 + count - 1, 12)
    end = date(year + years, last + 1, monthrange(year + years, last + 1)[1])
    return _dated(date(year, month, 1), end, precision, edtf, note)


def _financial_quarter(match: re.Match[str]) -> Span:
    year, quarter = _first_of_two(match), int(match["quarter"])
    month = quarter * 3 + 1
    from_month, of_year = (month, year) if month <= 12 else (1, year + 1)
    edtf = f"{of_year}-{from_month:02d}/{of_year}-{from_month + 2:02d}"
    return _months(of_year, from_month, 3, QUARTER, edtf)


def _calendar_quarter(match: re.Match[str]) -> Span:
    year, quarter = _year_in(match["year"]), int(match["quarter"])
    note = "read as a quarter of the calendar year"
    edtf = f"{year}-{_CALENDAR_QUARTER + quarter}"
    return _months(year, quarter * 3 - 2, 3, QUARTER, edtf, note)


def _season(match: re.Match[str]) -> Span:
    year = _year_in(match["year"])
    code, month = _SEASONS[match["season"]]
    return _months(year, month, 3, SEASON, f"{year}-{code}")


def _year(match: re.Match[str]) -> Span:
    return _calendar_year(int(match["year"]))


def _calendar_year(year: int) -> Span:
    return _months(year, 1, 12, YEAR, str(year))


def _delivery_year(match: re.Match[str]) -> Span:
    first, last = _two_years(match)
    if last != first + 1:
        return _years_from(first, last)
    return _months(first, 4, 12, YEAR, f"{first}-04/{last}-03")


def _first_of_two(match: re.Match[str]) -> int:
    first, last = _two_years(match)
    if last != first + 1:
        raise ValueError("names two years that do not follow each other")
    return first


def _two_years(match: re.Match[str]) -> tuple[int, int]:
    return _year_in(match["year"]), _year_in(match["next"] or match["whole"])


def _years(match: re.Match[str]) -> Span:
    return _years_from(int(match["year"]), int(match["last"]))


def _years_from(first: int, last: int) -> Span:
    if first >= last:
        raise ValueError("ends before it starts")
    return _dated(date(first, 1, 1), date(last, 12, 31), YEARS, f"{first}/{last}")


def _rule(example: str, pattern: str, span: Callable[[re.Match[str]], Span]) -> Rule:
    return Rule(example, re.compile(pattern, re.ASCII), span)


_OF = r"(?: of)? "
_EDGE = r"(?:(?:early|mid|late|end|start|beginning|the end|the start)(?: of)?[ -])?"
_TH = r"(?:st|nd|rd|th)?"
_QUARTER = r"(?:q|quarter )(?P<quarter>[1-4])"
_NUMBERS = re.compile(r"(?P<a>\d{1,2})[/.-](?P<b>\d{1,2})[/.-](?P<year>\d{4}|\d\d)", re.ASCII)
RULES = (
    _rule("2027-12-31", r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?:[t ][\d:.]+)?", _iso_day),
    _rule(
        "31 December 2027",
        rf"(?P<day>\d{{1,2}}){_TH}{_OF}{_NAMED_MONTH}[ ,-]+{_SHORT_YEAR}",
        _named_day,
    ),
    _rule("31-Dec-27", rf"(?P<day>\d{{1,2}})[-/]{_NAMED_MONTH}[-/]{_SHORT_YEAR}", _named_day),
    _rule("December 31, 2027", rf"{_NAMED_MONTH} (?P<day>\d{{1,2}}){_TH},? {_YEAR}", _named_day),
    _rule("Apr-25", rf"{_EDGE}{_NAMED_MONTH}(?:[ /-]|, )?{_SHORT_YEAR}", _named_month),
    _rule("2027-03", r"(?P<year>(?:19|20)\d\d)[-/](?P<number>0[1-9]|1[0-2])", _numbered_month),
    _rule("03/2027", r"(?P<number>0?[1-9]|1[0-2])[/-](?P<year>(?:19|20)\d\d)", _numbered_month),
    _rule("Q3 2026/27", rf"{_QUARTER}(?: of)?,? {_TWO_YEARS}", _financial_quarter),
    _rule("2026/27 Q3", rf"{_TWO_YEARS},? {_QUARTER}", _financial_quarter),
    _rule("Q3 2026", rf"{_QUARTER}(?: of)?,? {_YEAR}", _calendar_quarter),
    _rule("2026 Q3", rf"{_YEAR},? {_QUARTER}", _calendar_quarter),
    _rule("Summer 2026", rf"(?P<season>{'|'.join(_SEASONS)}),? {_YEAR}", _season),
    _rule("Winter 2026/27", rf"(?P<season>winter),? {_YEAR} ?[/-] ?(?:20)?\d\d", _season),
    _rule("2027", rf"{_EDGE}{_YEAR}(?:\.0)?", _year),
    _rule("2025/26", rf"{_EDGE}{_TWO_YEARS}", _delivery_year),
    _rule("2022–2025", rf"{_YEAR} ?(?:-|/|to|until) ?(?P<last>(?:19|20)\d\d)", _years),
    _rule("46112", r"(?P<number>4[2-9]\d{3}|5[0-8]\d{3})(?:\.0)?", _serial),
)
_BRITISH = Rule("31/12/2027", _NUMBERS, _british_day)
_AMERICAN = Rule("12/31/2027", _NUMBERS, _american_day)


def _rules(day_first: bool) -> tuple[Rule, ...]:
    return (_BRITISH if day_first else _AMERICAN, *RULES)


_PARTED = re.compile(r" ?- ?| to | until | through |/")
_NO_END, _NOT_SAID = Span(ONGOING), Span(NOT_GIVEN)
_WORDS = "|".join(re.escape(words) for words in STATES[ONGOING])
_ON = rf"(?:{_WORDS}|present|onwards?|beyond)"
# Forms that say one date alone: which stands for the start and the end that they do not say.
_OPEN = (
    (
        re.compile(rf"(?:from |since )?(?P<date>.+?)(?: ?(?:-|to|and|&|,|then) ?| ){_ON}"),
        None,
        _NO_END,
    ),
    (re.compile(r"(?:from|since) (?P<date>.+)"), None, _NOT_SAID),
    (re.compile(rf"(?:{_WORDS}),? from (?P<date>.+)"), None, _NO_END),
    (re.compile(rf"(?:{_WORDS}) ?(?:-|to|until) ?(?P<date>.+)"), _NO_END, None),
    (re.compile(r"(?:by|before|until|no later than) (?P<date>.+)"), _NOT_SAID, None),
)
