"""The sentence that each question ought to say, counted with plain loops.

A function takes what is in scope as at a month, and returns the finding. Nothing is shared with
the product but the templates of the sentences.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from tests.recount.plain_plan import (
    FIRST_MONTH,
    NO_END,
    NO_HEADING,
    PRINTED_YEARS,
    Chosen,
    Here,
    Record,
    kind_of,
    month_name,
    month_short,
    records,
    year_of,
    year_words,
)

# --- Words


def count(number: int, noun: str) -> str:
    if number == 0:
        return f"no {noun}s"
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def part(some: int, whole: int, noun: str) -> str:
    """Return a part of a whole, never the whole of the whole."""
    if whole == 0:
        return f"no {noun}s"
    if some == whole:
        return f"the only {noun}" if whole == 1 else f"{every(whole)} {noun}s"
    if whole == 1:
        return f"no {noun}"
    return f"{some or 'none'} of {count(whole, noun)}"


def every(number: int) -> str:
    return "both" if number == 2 else f"all {number}"


def verb(number: int, one: str, several: str) -> str:
    return one if number == 1 else several


def opened(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:]


def stretch(first: float, last: float) -> str:
    if first == last:
        return month_name(first)
    begin, end = month_short(first), month_short(last)
    return f"{begin.split()[0] if begin[-4:] == end[-4:] else begin} to {end}"


def have_ended(past: int) -> str:
    return f"{past} {verb(past, 'has', 'have')} ended"


def listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


# --- Standing, leads, lists

STANDING = {
    "in delivery": ("is in delivery", "are in delivery"),
    "ongoing": ("is ongoing", "are ongoing"),
    "not started": ("has not started", "have not started"),
    "ended": ("has ended", "have ended"),
}


def standing(here: Here) -> str:
    where = [record.position(here.month) for record in here.records]
    live, ongoing = len(here.live), where.count("ongoing")
    if not live:
        not_started, ended = where.count("not started"), where.count("ended")
        rest = [
            f"{not_started} {verb(not_started, 'has', 'have')} not started" if not_started else "",
            have_ended(ended) if ended else "",
        ]
        return f"No action is live: {' and '.join(filter(None, rest))}"
    said = opened(f"{part(live, len(where), 'action')} {verb(live, 'is', 'are')} live")
    if 0 < ongoing < live:
        return f"{said}, {ongoing} of them ongoing"
    kind = "ongoing" if ongoing else "in delivery"
    return f"{said}, {kind}" if live == 1 else f"{said}, {'both' if live == 2 else 'all'} {kind}"


def leads(here: Here) -> str:
    live = led_by(here, here.live)
    if not live:
        return "No team leads a live action"
    most = max(map(len, live.values()))
    first = [team for team, own in live.items() if len(own) == most]
    if here.team:
        return _leads_alone(here.team, live[here.team])
    if len(first) > 1:
        best = ", the most" if len(first) < len(live) else ""
        return f"{len(first)} teams lead {count(most, 'live action')} each{best}"
    return f"{first[0]} leads {part(most, len(here.live), 'live action')}"


def every_action(here: Here) -> str:
    actions, live = len(here.records), len(here.live)
    if live == actions:
        return f"{count(actions, 'action')}, {verb(actions, 'and it is', 'all')} live"
    if actions == 1:
        return "1 action, and it is not live"
    return f"{actions} actions, {live or 'none'} of them live"


def coming(here: Here, *, months: int = 6) -> str:
    until = here.month + months - 1
    ends = sum(here.month <= record.end <= until for record in here.records)
    starts = sum(here.month < record.start <= until for record in here.records)
    if not ends and not starts:
        return f"Nothing ends or starts by {month_name(until)}"
    begun = f"{starts} {verb(starts, 'starts', 'start')}" if starts else "none starts"
    ended = f"{count(ends, 'action')} {verb(ends, 'ends', 'end')}"
    return opened(f"{ended} and {begun} by {month_name(until)}")


def starting(here: Here, *, months: int = 12) -> str:
    last = here.month + months - 1
    found = sum(here.month < record.start <= last for record in here.records)
    verbs = verb(found, "starts", "start")
    return opened(f"{count(found, 'action')} {verbs} by {month_name(last)}")


def ending(here: Here, *, months: int = 12) -> str:
    until = here.month + (months or all_ahead(here)) - 1
    ends = sum(here.month <= record.end <= until for record in here.records)
    return opened(f"{count(ends, 'action')} {verb(ends, 'ends', 'end')} by {month_name(until)}")


def all_ahead(here: Here) -> int:
    """The months to the last planned end ahead, or a year where there is none."""
    ahead = [int(r.end) for r in here.deadlines if r.end >= here.month]
    return max(ahead) - here.month + 1 if ahead else 12


# --- Deadlines


class Deadlines(NamedTuple):
    """How many planned ends lie behind, come next (in which month) and come after that."""

    past: int
    next: int
    when: float
    later: int


def deadlines(here: Here) -> Deadlines:
    ahead = [record.end for record in here.deadlines if record.end >= here.month]
    when = min(ahead, default=0)
    past = len(here.deadlines) - len(ahead)
    return Deadlines(past, ahead.count(when), when, len(ahead) - ahead.count(when))


def timeline(here: Here) -> str:
    found = deadlines(here)
    if not here.deadlines:
        return "Nothing here has a planned end"
    ended = f"; {have_ended(found.past)}" if found.past else ""
    if not found.next:
        return f"No planned end lies ahead{ended}"
    return f"{_ends_next(found)}{ended}"


def deadline_months(here: Here) -> str:
    found = deadlines(here)
    if not here.deadlines:
        return "Nothing here has a planned end"
    if not found.next:
        return f"No planned end lies ahead; {have_ended(found.past)}"
    later = f"; {found.later} {verb(found.later, 'ends', 'end')} later" if found.later else ""
    return f"{_ends_next(found)}{later}"


def _ends_next(found: Deadlines) -> str:
    ends = f"{count(found.next, 'action')} {verb(found.next, 'ends', 'end')}"
    return f"{ends} next, in {month_name(found.when)}"


def delivery_years(here: Here) -> str:
    year = year_of(here.month)
    first = year * 12 + 4
    live = sum(record.live_between(first, first + 11) for record in here.records)
    words = part(live, len(here.records), "action")
    are = "is" if 1 in (live, len(here.records)) else "are"
    return opened(f"{words} {are} live during {year_words(year)}")


def deadline_grid(here: Here) -> str:
    """The most deadlines of one team in one month, ahead if any lie there."""
    cells: dict[tuple[str, float], int] = {}
    for record in here.deadlines:
        for team in here.my_leads(record):
            cells[team, record.end] = cells.get((team, record.end), 0) + 1
    ahead = {cell: number for cell, number in cells.items() if cell[1] >= here.month}
    if not cells:
        return "Nothing here has a planned end"
    most = max((ahead or cells).values())
    places = [cell for cell, number in (ahead or cells).items() if number == most]
    if len(places) > 1:
        words = f"{count(most, 'deadline')} in a month"
        if here.team:
            return f"{here.team}{': ahead,' if ahead else ' had'} at most {words}"
        when, verb = ("Ahead, ", "has") if ahead else ("All past; ", "had")
        return f"{when}no team {verb} over {words}"
    [(team, month)] = places
    return _most_at_once(team, month_name(month), most, ahead=bool(ahead), mine=bool(here.team))


def _most_at_once(team: str, month: str, most: int, *, ahead: bool, mine: bool) -> str:
    """How it is said: as ahead, as past; of a chosen team nothing is said of the others."""
    said = {
        (True, True, True): f"{team}: 1 deadline ahead, in {month}",
        (True, True, False): f"The only deadline ahead: {team}, in {month}",
        (True, False, True): f"Ahead, {team} has most in {month}: {most} deadlines",
        (True, False, False): f"Most at once ahead: {team}, {most} in {month}",
        (False, True, True): f"{team} had 1 deadline, in {month}",
        (False, True, False): f"{team} had the only deadline, in {month}",
    }
    past = f"All past; {team} had {most} in {month}"
    return said.get((ahead, most == 1, mine), past)


# --- Deadlines together


class Together(NamedTuple):
    """A largest possible set of deadlines of one name that lie less than N months apart."""

    name: str
    first: float
    last: float
    records: tuple[Record, ...]


@lru_cache(maxsize=64)
def sets_of(here: Here, *, within: int, whose: str) -> tuple[list[Together], list[Together]]:
    """Return the sets among the deadlines ahead, and those among the deadlines past.

    Soonest first, then the largest, then by name.
    """
    ahead = [record for record in here.deadlines if record.end >= here.month]
    past = [record for record in here.deadlines if record.end < here.month]
    named = here.my_leads if whose == "team" else here.my_partners
    return _sets(ahead, named, within), _sets(past, named, within)


def _sets(
    ending_records: Sequence[Record], named: Callable[[Record], tuple[str, ...]], within: int
) -> list[Together]:
    found = []
    for name in {name for record in ending_records for name in named(record)}:
        own = [record for record in ending_records if name in named(record)]
        found += [Together(name, *each) for each in _largest(own, within)]
    return sorted(found, key=lambda each: (each.first, -len(each.records), each.name))


def _largest(own: Sequence[Record], within: int) -> list[tuple[float, float, tuple[Record, ...]]]:
    """Return the sets of an owner: every stretch of months is tried, subsets are dropped."""
    tried = set()
    for opening in own:
        held = tuple(each for each in own if opening.end <= each.end < opening.end + within)
        tried.add(held)
    kept = [
        held
        for held in tried
        if len(held) > 1 and not any(set(held) < set(other) for other in tried)
    ]
    return [(min(r.end for r in held), max(r.end for r in held), held) for held in kept]


def together(here: Here, *, within: int = 3, whose: str = "team") -> str:
    ahead, past = sets_of(here, within=within, whose=whose)
    if ahead:
        first = ahead[0]
        many, when = len(first.records), stretch(first.first, first.last)
        if first.first == first.last:
            return f"{first.name}: {many} deadlines together in {when}"
        return f"{first.name}: {many} deadlines together, {when}"
    if past:
        last = last_of(past)
        many, when = len(last.records), stretch(last.first, last.last)
        if last.first == last.last:
            return f"{last.name}: {many} ended together in {when}"
        return f"{last.name}: {many} ended together, {when}"
    return f"No {whose} has deadlines together"


def last_of(past: Iterable[Together]) -> Together:
    """Return the last of past sets, of several the largest, of equals the first by name."""
    return min(past, key=lambda each: (-each.last, -len(each.records), each.name))


def side_by_side(here: Here, *, within: int = 3, team: str = "") -> str:
    """At most how many actions of one set of a team are live in one month.

    Of a set ahead the months from now on count, of a set past every month to its last deadline.
    """
    ahead, past = sets_of(here, within=within, whose="team")
    if not ahead and not past:
        return f"{team} has no deadlines together" if team else "No team has deadlines together"
    team = team or (ahead[0] if ahead else last_of(past)).name
    ahead = [each for each in ahead if each.name == team]
    past = [each for each in past if each.name == team]
    most = max(_running(each, since=here.month if ahead else 0) for each in ahead or past)
    if most < 2:
        return f"{team}: no two {'run' if ahead else 'ran'} side by side{' ahead' if ahead else ''}"
    return (
        f"{team}: at most {most} run side by side ahead"
        if ahead
        else f"{team}: at most {most} ran side by side"
    )


def _running(each: Together, *, since: int) -> int:
    """Return how many actions of a set are live at most in a month, from ``since`` to its last."""
    months = range(max(since, FIRST_MONTH), int(each.last) + 1)
    return max(sum(record.live(month) for record in each.records) for month in months)


def involved(here: Here, *, within: int = 3) -> str:
    """The other leads, and the partners in common, of the actions of each set ahead."""
    ahead, past = sets_of(here, within=within, whose="team")
    teams = {name for each in ahead or past for name in also_led_by(each)}
    partners = {name for each in ahead or past for name in partners_in_common(each)}
    said = [
        count(number, noun)
        for number, noun in ((len(teams), "team"), (len(partners), "partner"))
        if number
    ]
    if not said and ahead:
        return "No other team or partner is involved ahead"
    if not said:
        return f"No other team or partner {'was' if past else 'is'} involved"
    number = len(teams) + len(partners)
    if ahead:
        return f"{' and '.join(said)} {verb(number, 'is', 'are')} also involved ahead"
    return f"{' and '.join(said)} {verb(number, 'was', 'were')} also involved"


def also_led_by(each: Together) -> list[str]:
    return sorted({name for record in each.records for name in record.leads} - {each.name})


def partners_in_common(each: Together) -> list[str]:
    named = [name for record in each.records for name in record.partners]
    return sorted({name for name in named if named.count(name) > 1} - {each.name})


# --- Workload


class Period(NamedTuple):
    words: str
    first: int
    last: int


@cache
def periods(grain: str, first_year: int = 0) -> list[Period]:
    """Return the periods shown: of the printed years, or the months of two years."""
    if grain == "month":
        first = first_year * 12 + 4
        return [Period(month_short(month), month, month) for month in range(first, first + 24)]
    length = {"quarter": 3, "delivery year": 12}[grain]
    found = []
    for year in PRINTED_YEARS:
        for place, first in enumerate(range(year * 12 + 4, year * 12 + 16, length)):
            quarter = f"Q{place + 1} " if grain == "quarter" else ""
            found.append(Period(f"{quarter}{year_words(year)}", first, first + length - 1))
    return found


def shown(here: Here, grain: str) -> list[Period]:
    """Return the periods shown as at a month, where no other first year is chosen."""
    return periods(grain, year_of(here.month) if grain == "month" else 0)


def load(here: Here, *, grain: str = "quarter", ongoing: bool = True) -> str:
    ahead = [period for period in shown(here, grain) if period.last >= here.month]
    counted = ahead or shown(here, grain)
    when = counted[0].words
    if len(counted) > 1:
        when = stretch_of(counted[0].words, counted[-1].words)
    held = [record for record in here.records if ongoing or record.has_deadline]
    peaks = {
        team: max(
            sum(record.live_between(period.first, period.last) for record in own)
            for period in counted
        )
        for team, own in led_by(here, held).items()
    }
    most = max(peaks.values(), default=0)
    kind = "" if ongoing else " time-bound"
    if not most:
        return f"{when}: nothing{kind} {'is' if ahead else 'was'} live"
    first = [team for team, peak in peaks.items() if peak == most]
    if len(first) > 1:
        return f"{when}: {len(first)} teams {'peak' if ahead else 'peaked'} at {most}{kind}"
    return f"{when}: {first[0]} {'peaks' if ahead else 'peaked'} at {most}{kind}"


def pair_of(here: Here) -> list[Period]:
    """The delivery year of the month and the next, or the last two that are printed."""
    years = periods("delivery year")
    ahead = [period for period in years if period.last >= here.month]
    return ahead[:2] if len(ahead) > 1 else years[-2:]


def in_pair(here: Here, records: Iterable[Record]) -> tuple[int, ...]:
    """How many of the records are live in each period of the pair."""
    own = list(records)
    return tuple(sum(r.live_between(p.first, p.last) for r in own) for p in pair_of(here))


def two_periods(here: Here) -> str:
    then, now = in_pair(here, here.records)
    before, after = (period.words for period in pair_of(here))
    if not then and not now:
        return f"{after}: no actions live, none in {before} either"
    number = f"{now or 'no'} action{'' if now == 1 else 's'}"
    if then == now:
        return f"{after}: {number} live, as many as in {before}"
    way = "more" if now > then else "fewer"
    return f"{after}: {number} live, {abs(now - then)} {way} than in {before}"


def stretch_of(first: str, last: str) -> str:
    """Return "Q3 2026-27 to 2027-28" where the last is a Q4, "Q3 to Q4 2026-27" in one year."""
    head, _, year = first.rpartition(" ")
    if head and year == last.rsplit(maxsplit=1)[-1]:
        return f"{head} to {last}"
    return f"{first} to {last.removeprefix('Q4 ')}"


def profile(here: Here, *, team: str = "") -> str:
    team = team or here.team or most_live_team(here)
    own = [record for record in here.records if team in here.my_leads(record)]
    return f"{team}: {_course(own, here.month)}"


def turns(own: Sequence[Record], month: int) -> list[str]:
    """Return what is said of each month ahead in which any starts or has just ended."""
    dates = {record.start for record in own} | {record.end + 1 for record in own}
    found = []
    for turn in sorted(date for date in dates if month < date < NO_END):
        live = sum(record.live(int(turn)) for record in own)
        ended = sum(record.end + 1 == turn for record in own)
        started = sum(record.start == turn for record in own)
        said = [
            have_ended(ended) if ended else "",
            f"{started} {verb(started, 'starts', 'start')}" if started else "",
        ]
        what = " and ".join(filter(None, said))
        found.append(f"From {month_name(turn)}, {live or 'none'} live: {what}.")
    return found


def most_live_team(here: Here) -> str:
    """The team with most live work; of several the one with most actions, then by name."""
    live, led = led_by(here, here.live), led_by(here, here.records)
    return min(led, key=lambda team: (-len(live.get(team, ())), -len(led[team]), team))


def _course(own: Sequence[Record], month: int) -> str:
    """How many are live, and what the next change makes of it."""
    live = sum(record.live(month) for record in own)
    dates = [record.start for record in own] + [record.end + 1 for record in own]
    turns = sorted(date for date in dates if month < date < NO_END)
    for turn in turns:
        then = sum(record.live(int(turn)) for record in own)
        if then != live:
            return f"{live or 'none'} live, {then or 'none'} from {month_name(turn)}"
    if live:
        return f"{live} live in every month ahead" if turns else f"{live} live, no change ahead"
    ended = sum(record.end < month for record in own)
    return f"nothing live; {have_ended(ended)}"


def concentration(here: Here) -> str:
    live = led_by(here, here.live)
    if not live:
        return "No team leads a live action"
    order, running = running_totals(here)
    if len(order) == 1:
        return _leads_alone(order[0], here.live)
    needed = next(place for place, total in enumerate(running) if total * 2 >= len(here.live)) + 1
    led = part(running[needed - 1], len(here.live), "live action")
    if needed > 1:
        return f"{needed} teams lead {led}"
    equal = sum(len(own) == running[0] for own in live.values())
    return f"{equal} teams each lead {led}" if equal > 1 else f"{order[0]} leads {led}"


def running_totals(here: Here) -> tuple[list[str], list[int]]:
    """Return the teams that lead live work, and how many live actions they lead down to each.

    Those with most live work come first, of equals those with most actions, then by name.
    """
    live, led = led_by(here, here.live), led_by(here, here.records)
    order = sorted(live, key=lambda team: (-len(live[team]), -len(led[team]), team))
    taken: set[Record] = set()
    running = []
    for team in order:
        taken.update(live[team])
        running.append(len(taken))
    return order, running


def alone(here: Here) -> str:
    number, live = _alone(here.live), len(here.live)
    if not live:
        return "No action is live"
    if here.team:
        if live == 1 and not number:
            return f"{here.team} shares the only live action"
        return f"{here.team} alone leads {part(number, live, 'live action')}"
    if live == 1 and not number:
        return f"The only live action has {count(len(here.live[0].leads), 'lead team')}"
    words = part(number, live, "live action")
    return opened(f"{words} {verb(number, 'has', 'have')} one lead team")


def _leads_alone(team: str, own: Sequence[Record]) -> str:
    number = _alone(own)
    if len(own) == 1:
        return f"{team} {'alone leads' if number else 'shares'} the only live action"
    if number == len(own):
        return f"{team} alone leads {every(number)} live actions"
    return f"{team} alone leads {number or 'none'} of {len(own)} live"


def led_by(here: Here, some: Iterable[Record]) -> dict[str, list[Record]]:
    """Return the records that each team leads; of a chosen team, its own alone."""
    found: dict[str, list[Record]] = {}
    for record in some:
        for team in here.my_leads(record):
            found.setdefault(team, []).append(record)
    return found


def _alone(some: Iterable[Record]) -> int:
    return sum(len(record.leads) == 1 for record in some)


# --- Partners


def named_in(here: Here, some: Iterable[Record]) -> dict[str, list[Record]]:
    """Return the records that name each partner; of a chosen partner, its own alone."""
    found: dict[str, list[Record]] = {}
    for record in some:
        for partner in here.my_partners(record):
            found.setdefault(partner, []).append(record)
    return found


def partners(here: Here) -> str:
    if not any(record.partners for record in here.records):
        return "No action here names a partner"
    live = named_in(here, here.live)
    if not live:
        return f"No live action names {here.partner or 'a partner'}"
    most = max(map(len, live.values()))
    first = [partner for partner, own in live.items() if len(own) == most]
    if len(first) > 1:
        best = ", the most" if len(first) < len(live) else ""
        return f"{len(first)} partners: {count(most, 'live action')} each{best}"
    teams = {team for record in live[first[0]] for team in record.leads}
    name = "Named in" if first[0] == here.partner else f"{first[0]}:"
    return f"{name} {count(most, 'live action')} with {count(len(teams), 'team')}"


def matrix(here: Here) -> str:
    """The partner that most teams ask: the leads of the live actions that name it."""
    live = named_in(here, here.live)
    if not any(record.partners for record in here.records):
        return "No action here names a partner"
    if not live:
        return f"No live action names {here.partner or 'a partner'}"
    asking = {
        partner: {team for record in own for team in record.leads} for partner, own in live.items()
    }
    everyone = set().union(*asking.values())
    if len(everyone) == 1 and len(asking) > 1:
        return f"{everyone.pop()} asks {count(len(asking), 'partner')}"
    most = max(map(len, asking.values()))
    first = [partner for partner, teams in asking.items() if len(teams) == most]
    best = ", the most" if len(first) < len(asking) else ""
    if len(first) > 1:
        return f"{len(first)} partners are asked by {count(most, 'team')} each{best}"
    return f"{first[0]}: asked by {count(most, 'team')}{best}"


def kinds(here: Here) -> str:
    """The kind of partner that most live actions name."""
    live = kinds_named(here, here.live)
    if not live:
        return partners(here)
    most = max(map(len, live.values()))
    first = [kind for kind, own in live.items() if len(own) == most]
    if len(first) > 1:
        best = ", the most" if len(first) < len(live) else ""
        return f"{len(first)} kinds of partner: {count(most, 'live action')} each{best}"
    kind = opened(first[0])
    if here.partner or len(live) == 1:
        return f"{kind}: named in {count(most, 'live action')}"
    with_partners = sum(bool(record.partners) for record in here.live)
    return f"{kind}: named in {part(most, with_partners, 'live action')} with partners"


def kinds_named(here: Here, some: Iterable[Record]) -> dict[str, list[Record]]:
    """Return the records that name each kind of partner, each once."""
    found: dict[str, list[Record]] = {}
    for record in some:
        for kind in {kind_of(partner) for partner in here.my_partners(record)}:
            found.setdefault(kind, []).append(record)
    return found


def demand(here: Here, *, partner: str = "") -> str:
    partner = partner or here.partner or most_named(here)
    own = [record for record in here.records if partner in record.partners]
    return f"{partner}: {_course(own, here.month)}" if own else "No action here names a partner"


def most_named(here: Here) -> str:
    """The partner named in most live actions; of several the one in most actions, then by name."""
    named, live = named_in(here, here.records), named_in(here, here.live)
    return min(
        named, key=lambda name: (-len(live.get(name, ())), -len(named[name]), name), default=""
    )


def network(here: Here) -> str:
    """What one name is linked to in the whole plan, by actions that are live or to come."""
    focus = here.team or most_named(here)
    if not focus:
        return "No action here names a partner"
    named = [record for record in records() if record.partners]
    own = [record for record in named if focus in (record.leads if here.team else record.partners)]
    live = [record for record in own if record.live(here.month)]
    to_come = [record for record in own if record.start > here.month]
    noun, actions = "partner" if here.team else "team", count(len(live), "live action")
    met = {
        name for each in live or to_come for name in (each.partners if here.team else each.leads)
    }
    others = count(len(met), noun)
    if live:
        return (
            f"{focus}: {others} in {actions}"
            if here.team
            else f"{focus}: {len(live)} live with {others}"
        )
    if to_come:
        return f"{focus}: none live, {len(to_come)} to come"
    if here.team:
        return f"{focus}: nothing with partners live or to come"
    return f"{focus}: nothing live; {have_ended(len(own))}"


def whole_plan(month: int) -> Here:
    return Here(records(), month, Chosen())


def course(here: Here) -> str:
    live = len(here.live)
    dates = {record.start for record in here.records} | {r.end + 1 for r in here.records}
    for turn in sorted(date for date in dates if here.month < date < NO_END):
        then = sum(record.live(int(turn)) for record in here.records)
        if then and not here.live:
            return f"Live work begins in {month_name(turn)}: {count(then, 'action')}"
        if then < live:
            return f"Live work drops from {live} to {then or 'none'} in {month_name(turn)}"
        live = then
    return opened(_course(here.records, here.month))


def themes(here: Here) -> str:
    """Which theme holds the most ongoing work."""
    names = list(dict.fromkeys(record.theme for record in here.records))
    ongoing = {name: _standing_in(here, name, "ongoing") for name in names}
    if len(names) == 1:
        delivered = _standing_in(here, names[0], "in delivery")
        return (
            f"{names[0]}: {ongoing[names[0]] or 'none'} ongoing, {delivered or 'none'} in delivery"
        )
    most, total = max(ongoing.values()), sum(ongoing.values())
    if not most:
        return "No theme holds ongoing work"
    first = [name for name in names if ongoing[name] == most]
    headed = [name for name in first if name != NO_HEADING]
    if len(first) > 1:
        best = ", the most" if len(first) < len(names) else ""
        who = headed[0] if len(headed) == 1 else count(len(headed), "theme")
        who += " and actions without a heading" if len(headed) < len(first) else ""
        return f"{who} hold {most} ongoing each{best}"
    holds = f"{first[0]} holds"
    if first[0] == NO_HEADING:
        holds = "Actions without a heading hold"
    if most == total:
        return f"{holds} {part(most, total, 'ongoing action')}"
    return f"{holds} the most ongoing work: {most} of {total}"


def _standing_in(here: Here, theme: str, position: str) -> int:
    own = (record for record in here.records if record.theme == theme)
    return sum(record.position(here.month) == position for record in own)


# --- Since an earlier month


def since(here: Here, *, back: int = 6) -> str:
    started, ended = events_since(here, back=back)
    when = f"since {month_name(here.month - back)}"
    if not started and not ended:
        return f"Nothing has started or ended {when}"
    if not started:
        return f"{count(len(ended), 'action')} ended and none started {when}"
    return f"{count(len(started), 'action')} started and {len(ended) or 'none'} ended {when}"


def events_since(here: Here, *, back: int) -> tuple[list[Record], list[Record]]:
    """What was not started then and is now, and what had not ended then and has now."""
    then = here.month - back
    started = [r for r in here.records if r.start > then and r.start <= here.month]
    ended = [r for r in here.records if r.position(here.month) == "ended" and r.end >= then]
    return started, ended


def teams_since(here: Here, *, back: int = 6) -> str:
    now, then = loads_since(here, back=back)
    when = month_name(here.month - back)
    if not now:
        return "No team leads an action here"
    changes = {team: now[team] - then[team] for team in now}
    most = max(abs(change) for change in changes.values())
    first = [team for team, change in changes.items() if abs(change) == most]
    if len(first) == 1:
        [team] = first
        before = "as" if now[team] == then[team] else then[team] or "none"
        return f"{team}: {now[team] or 'none'} live, {before} in {when}"
    if not most:
        return f"Each team has as much live as in {when}"
    ways = {changes[team] for team in first}
    way = "more or fewer" if len(ways) == 2 else "more" if most in ways else "fewer"
    return f"{len(first)} teams lead {most} {way} than in {when}"


def loads_since(here: Here, *, back: int) -> tuple[dict[str, int], dict[str, int]]:
    """What each team here leads live now, and what it led then."""
    teams = led_by(here, here.records)
    return tuple(
        {team: sum(r.live(month) for r in own) for team, own in teams.items()}
        for month in (here.month, here.month - back)
    )


# --- The sheet of a team


def same_months(here: Here) -> str:
    own, others = ahead_together(here)
    if not own:
        return f"{here.team}: no deadline lies ahead"
    first = min(own)
    ours = f"{here.team}: {count(len(own[first]), 'deadline')} in {month_name(first)}"
    return f"{ours}, {len(others[first]) or 'none'} of others"


def ahead_together(here: Here) -> tuple[dict[float, list[str]], dict[float, list[str]]]:
    """The ids that end in each month ahead of ours: our own, and those of others in the plan."""
    own: dict[float, list[str]] = {}
    for record in here.deadlines:
        if record.end >= here.month:
            own.setdefault(record.end, []).append(record.action_id)
    others = {
        month: [r.action_id for r in records() if r.end == month and here.team not in r.leads]
        for month in own
    }
    return own, others


def shared_partners(here: Here) -> str:
    asking = also_asking(here)
    if not asking:
        return f"{here.team} asks no partner"
    shared = sum(bool(teams) for teams in asking.values())
    if not shared:
        return f"{here.team}: no partner is asked by others"
    return f"{here.team}: others ask {part(shared, len(asking), 'partner')}"


def also_asking(here: Here) -> dict[str, set[str]]:
    """The other teams with live work that ask each partner of what has not ended."""
    partners = {name for record in not_ended(here) for name in record.partners}
    live = [record for record in records() if record.live(here.month)]
    return {
        partner: {
            team
            for record in live
            if partner in record.partners
            for team in record.leads
            if team != here.team
        }
        for partner in partners
    }


def shared_leads(here: Here) -> str:
    running = not_ended(here)
    others = {team for record in running for team in record.leads} - {here.team}
    if not others:
        return f"{here.team} shares no action"
    shared = sum(len(record.leads) > 1 for record in running)
    share = part(shared, len(running), "action")
    return f"{here.team} shares {share} with {count(len(others), 'team')}"


def not_ended(here: Here) -> list[Record]:
    return [record for record in here.records if record.end >= here.month]


# --- Who asks whom when


def asking(here: Here) -> str:
    now = {name: len(teams_with(name, here.month, here.month)) for name in partners_here(here)}
    if not now:
        return "No action here names a partner"
    most = max(now.values())
    if not most:
        return "No team asks a partner"
    first = [name for name in now if now[name] == most]
    by = count(most, "team")
    if len(first) > 1:
        best = ", the most" if len(first) < sum(map(bool, now.values())) else ""
        return f"{len(first)} partners are asked by {by} each{best}"
    words = f"Asked by {by}" if here.partner else f"{first[0]}: asked by {by}"
    whole = words + _next_asking(first[0], most, here.month)
    return whole if len(whole.split()) <= 12 else words


def _next_asking(partner: str, most: int, month: int) -> str:
    for later in sorted({r.start for r in records()} | {r.end + 1 for r in records()}):
        if month < later < NO_END:
            teams = len(teams_with(partner, int(later), int(later)))
            if teams != most:
                return f", {teams or 'none'} from {month_name(later)}"
    return ", no change ahead"


def partners_here(here: Here) -> list[str]:
    return list({name for record in here.records for name in here.my_partners(record)})


@cache
def teams_with(partner: str, first: int, last: int) -> frozenset[str]:
    """The teams of the whole plan with an action that names the partner, live in these months."""
    return frozenset(
        team
        for record in records()
        if partner in record.partners and record.live_between(first, last)
        for team in record.leads
    )
