"""What tables, counted lines and pictures ought to hold beside a finding."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import cache, partial
from typing import TypeVar

from netzero.analysis.exhibit import Exhibit
from netzero.analysis.pictures import Bars, Cells, Columns, Links, Parts, Profiles
from tests.recount import sentences
from tests.recount.plain_plan import (
    NO_END,
    PRINTED_YEARS,
    Here,
    Record,
    kind_of,
    month_short,
    records,
    year_words,
)
from tests.recount.sentences import Together

Key = TypeVar("Key", bound=Hashable)


# Their marks count teams, or what is live in any month of a period, and lead to actions.
COUNT_TEAMS = ("load", "asking", "shared-partners")


def nothing(here: Here, exhibit: Exhibit) -> Iterator[str]:
    """Yield nothing: there is nothing simple to check beside the finding."""
    yield from ()


def behind(exhibit: Exhibit) -> Iterator[str]:
    """Yield which marks do not count the actions behind them, each once."""
    picture = exhibit.picture
    sizes: list[int] = []
    if isinstance(picture, Parts):
        sizes = [part.value for part in picture.parts]
    elif isinstance(picture, Bars):
        sizes = list(picture.totals)
    elif isinstance(picture, Cells) and exhibit.question not in COUNT_TEAMS:
        sizes = [cell.value for cell in picture.cells]
    elif isinstance(picture, Links):
        sizes = [node.actions for node in picture.nodes]
    for spot, size in zip(picture.spots(), sizes, strict=False):
        if size != len(set(spot.action_ids)):
            yield f"{spot.words!r} counts {size} and leads to {spot.action_ids}"
    for spot in picture.spots():
        if len(spot.action_ids) != len(set(spot.action_ids)):
            yield f"{spot.words!r} leads to an action twice: {spot.action_ids}"


def column(exhibit: Exhibit, heading: str) -> list[object]:
    place = exhibit.table.columns.index(heading)
    return [row[place] for row in exhibit.table.rows]


def differs(what: str, expected: object, got: object) -> Iterator[str]:
    if expected != got:
        yield f"{what}: expected {expected!r}, got {got!r}"


def says(exhibit: Exhibit, fragments: Sequence[str]) -> Iterator[str]:
    """Yield which fragments the counted line lacks."""
    for fragment in fragments:
        if fragment and fragment not in exhibit.counted:
            yield f"expected {fragment!r} in the counted line, got {exhibit.counted!r}"


def notes(exhibit: Exhibit, expected: Sequence[str]) -> Iterator[str]:
    """Yield which sentences are not among those behind the finding."""
    for sentence in expected:
        if sentence not in exhibit.notes:
            yield f"expected the note {sentence!r}, got {exhibit.notes!r}"


def total(here: Here) -> str:
    """How many actions are in scope, and how a joint one counts."""
    counted = sentences.count(len(here.records), "action")
    assigned = sum(len(here.my_leads(record)) for record in here.records)
    joint = sum(len(record.leads) > 1 for record in here.records)
    if assigned > len(here.records):
        return f"{counted}; a joint one counts under each of its leads, {assigned} in all"
    if not here.team or not joint:
        return counted
    if len(here.records) == 1:
        return "1 action, joint with another team"
    share = joint if joint < len(here.records) else "both" if joint == 2 else "all"
    return f"{counted}, {share} of them joint with other teams"


def standing(here: Here, exhibit: Exhibit) -> Iterator[str]:
    where = [record.position(here.month) for record in here.records]
    counts = {name: where.count(name) for name in where}
    yield from differs("table", counts, dict(exhibit.table.rows))
    assert isinstance(exhibit.picture, Parts)
    yield from differs("parts", counts, {part.name: part.value for part in exhibit.picture.parts})
    several = counts if len(counts) > 1 else {}
    positions = [f"{size} {name}" for name, size in several.items()]
    yield from says(exhibit, [sentences.count(len(here.records), "action"), *positions])
    for name, size in counts.items():
        words = sentences.STANDING[name][size > 1]
        titles = [r.title for r in here.records if r.position(here.month) == name]
        yield from notes(exhibit, [f"{size} {words}: {sentences.listed(titles)}."])


def course(here: Here, exhibit: Exhibit) -> Iterator[str]:
    yield from _levels(here.records, exhibit)
    yield from notes(exhibit, sentences.turns(here.records, here.month))
    endless = sum(not record.has_deadline for record in here.records)
    words = f"; {endless} {sentences.verb(endless, 'has', 'have')} no planned end"
    counted = f"each once, and deadlines, of {sentences.count(len(here.records), 'action')}"
    yield from says(exhibit, [counted + (words if endless else "")])


def themes(here: Here, exhibit: Exhibit) -> Iterator[str]:
    """A row a theme: how many actions stand in each position, and how many there are."""
    expected = Counter((r.theme, r.position(here.month)) for r in here.records)
    got = {
        (row[0], heading.lower()): value
        for row in exhibit.table.rows
        for heading, value in zip(exhibit.table.columns[1:-1], row[1:-1], strict=True)
        if value
    }
    yield from differs("positions", dict(expected), got)
    sizes = Counter(record.theme for record in here.records)
    yield from differs("actions", dict(sizes), _pairs(exhibit, "Theme", "Actions"))
    yield from says(exhibit, [f"position: {sentences.count(len(here.records), 'action')}"])


def leads(here: Here, exhibit: Exhibit) -> Iterator[str]:
    led, live = sentences.led_by(here, here.records), sentences.led_by(here, here.live)
    expected = {team: len(live.get(team, ())) for team in led}
    yield from differs("teams", expected, _pairs(exhibit, "Lead team", "Live"))
    alone = {team: sum(len(r.leads) == 1 for r in live.get(team, ())) for team in led}
    yield from differs("alone", alone, _pairs(exhibit, "Lead team", "Live, alone"))
    assert isinstance(exhibit.picture, Bars)
    for team, own in live.items():
        sole = {0: "none", len(own): "all" if len(own) > 1 else 1}.get(alone[team], alone[team])
        leading = f"{team} leads {sentences.count(len(own), 'live action')}"
        yield from notes(exhibit, [f"{leading}, {sole} alone."])
    bars = dict(zip(exhibit.picture.names, exhibit.picture.totals, strict=True))
    yield from differs("bars", {team: len(own) for team, own in live.items()}, bars)
    if list(bars.values()) != sorted(bars.values(), reverse=True):
        yield f"bars are not longest first: {bars}"
    assigned, idle = sum(map(len, live.values())), len(led) - len(live) if live else 0
    joint = f"; a joint one counts under each of its leads, {assigned} in all"
    none = f"; {sentences.count(idle, 'more team')} {sentences.verb(idle, 'leads', 'lead')} none"
    yield from says(
        exhibit,
        [
            f"Live actions by lead team: {len(here.live) or 'none'}",
            joint if assigned > len(here.live) else "",
            none if idle else "",
        ],
    )


def coming(here: Here, exhibit: Exhibit) -> Iterator[str]:
    until = here.month + 5
    ends = [(r.action_id, "ends") for r in here.records if here.month <= r.end <= until]
    starts = [(r.action_id, "starts") for r in here.records if here.month < r.start <= until]
    got = zip(column(exhibit, "Id"), column(exhibit, "What"), strict=True)
    yield from differs("table", sorted(ends + starts), sorted(got))
    yield from says(exhibit, [f"{month_short(here.month)} to {month_short(until)}"])
    yield from says(exhibit, [sentences.count(len(here.records), "action")])


def starting(here: Here, exhibit: Exhibit) -> Iterator[str]:
    until = here.month + 11
    starts = [r.action_id for r in here.records if here.month < r.start <= until]
    yield from differs("table", sorted(starts), sorted(map(str, column(exhibit, "Id"))))
    yield from says(exhibit, [f"{month_short(here.month)} to {month_short(until)}"])


def ending(here: Here, exhibit: Exhibit, *, months: int = 12) -> Iterator[str]:
    until = here.month + (months or sentences.all_ahead(here)) - 1
    ends = [r.action_id for r in here.records if here.month <= r.end <= until]
    yield from differs("table", sorted(ends), sorted(map(str, column(exhibit, "Id"))))
    yield from says(exhibit, [f"{month_short(here.month)} to {month_short(until)}"])


def _pairs(exhibit: Exhibit, first: str, second: str) -> dict[object, object]:
    """Return the values of a second column by those of a first."""
    return dict(zip(column(exhibit, first), column(exhibit, second), strict=True))


def deadlines(here: Here, exhibit: Exhibit) -> Iterator[str]:
    """A column a month, and their sum is every planned end in scope."""
    assert isinstance(exhibit.picture, Columns)
    drawn = {
        number(month): size
        for month, size in zip(exhibit.picture.months, exhibit.picture.deadlines, strict=True)
        if size
    }
    yield from differs("columns", counted_by(record.end for record in here.deadlines), drawn)


def deadline_grid(here: Here, exhibit: Exhibit) -> Iterator[str]:
    assert isinstance(exhibit.picture, Cells)
    drawn, mine = {}, set()
    for cell in exhibit.picture.cells:
        column = exhibit.picture.columns[cell.column]
        assert column.first is not None
        drawn[exhibit.picture.rows[cell.row], number(column.first)] = cell.value
        mine |= {exhibit.picture.rows[cell.row]} if cell.mine else set()
    # Under a choice of a team the rows of all others stay.
    shown = sentences.records() if here.team else here.records
    expected = counted_by(
        (team, record.end)
        for record in shown
        if record.has_deadline
        for team in (record.leads if here.team else here.my_leads(record))
    )
    if len({team for team, _ in expected}) > 1:
        led = (record for record in shown if record.has_deadline and record.leads)
        expected |= counted_by(("All actions, each once", record.end) for record in led)
    yield from differs("mine", {here.team} if here.team and here.deadlines else set(), mine)
    yield from differs("cells", expected, {cell: size for cell, size in drawn.items() if size})


def timeline(here: Here, exhibit: Exhibit) -> Iterator[str]:
    expected = sorted(record.action_id for record in here.records)
    yield from differs("ids", expected, sorted(map(str, column(exhibit, "Id"))))
    yield from says(exhibit, [sentences.count(len(here.records), "action")])


def timeline_folded(here: Here, exhibit: Exhibit) -> Iterator[str]:
    """Every action stands in one bar: its own, or that of the ongoing work of its theme."""
    yield from timeline(here, exhibit)
    drawn = Counter(each for spot in exhibit.picture.spots() for each in spot.action_ids)
    yield from differs("bars", Counter(record.action_id for record in here.records), drawn)
    held = [r for r in here.records if r.position(here.month) == "ongoing"]
    got = {lane.group: lane.holds for lane in exhibit.picture.lanes if lane.holds}
    yield from differs("ongoing", dict(Counter(record.theme for record in held)), got)
    if held:
        yield from says(exhibit, [f"; {len(held)} ongoing, in one bar for each theme"])


def timeline_by_team(here: Here, exhibit: Exhibit) -> Iterator[str]:
    expected = [
        (team, record.action_id) for record in here.records for team in here.my_leads(record)
    ]
    got = zip(column(exhibit, "Group"), column(exhibit, "Id"), strict=True)
    yield from differs("lanes", sorted(expected), sorted(got))
    bars = f"{len(expected)} bars in all" if len(expected) > len(here.records) else ""
    yield from says(exhibit, [sentences.count(len(here.records), "action"), bars])


def years(here: Here, exhibit: Exhibit) -> Iterator[str]:
    for year in PRINTED_YEARS:
        first = year * 12 + 4
        expected = [record.live_between(first, first + 11) for record in here.records]
        got = [str(cell).startswith("live") for cell in column(exhibit, year_words(year))]
        yield from differs(f"column {year_words(year)}", expected, got)


def every_action(here: Here, exhibit: Exhibit) -> Iterator[str]:
    expected = [(record.action_id, record.position(here.month)) for record in here.records]
    got = list(zip(column(exhibit, "Id"), column(exhibit, "Position"), strict=True))
    yield from differs("table", expected, got)


def together(here: Here, exhibit: Exhibit, *, within: int, whose: str) -> Iterator[str]:
    ahead, past = sentences.sets_of(here, within=within, whose=whose)
    expected = [("ahead", *row) for row in _sets(ahead)] + [("past", *row) for row in _sets(past)]
    names = ("When", whose.capitalize(), "First", "Last", "Deadlines")
    got = [
        (str(when).lower(), name, number(first), number(last), size)
        for when, name, first, last, size in zip(
            *(column(exhibit, heading) for heading in names), strict=True
        )
    ]
    yield from differs("table", sorted(expected), sorted(got))
    sets = len(ahead) if len(ahead) > 1 else ""
    yield from says(exhibit, [f"The first of {sets} sets ahead" if sets else ""])
    if ahead or past:
        held = {record for each in ahead for record in each.records}
        loose = sum(r.end >= here.month and r not in held for r in here.deadlines)
        words = f"{sentences.count(loose, 'deadline')} ahead {sentences.verb(loose, 'is', 'are')}"
        yield from says(exhibit, [f"{words} in none" if loose else ""])
    if ahead and past:
        yield from says(exhibit, [f"{len(past)} {sentences.verb(len(past), 'has', 'have')} passed"])


def _sets(sets: Sequence[Together]) -> list[tuple[str, int, int, int]]:
    return [(each.name, int(each.first), int(each.last), len(each.records)) for each in sets]


def load(
    here: Here, exhibit: Exhibit, *, grain: str = "quarter", ongoing: bool = True
) -> Iterator[str]:
    held = [record for record in here.records if ongoing or record.has_deadline]
    teams, shown = sentences.led_by(here, here.records), sentences.shown(here, grain)
    for period in shown:
        expected = {
            team: sum(
                record.live_between(period.first, period.last) for record in own if record in held
            )
            for team, own in teams.items()
        }
        if len(teams) > 1 and any(r.live_between(shown[0].first, shown[-1].last) for r in held):
            expected["All actions, each once"] = sum(
                record.live_between(period.first, period.last) for record in held
            )
        got = _pairs(exhibit, "Lead team", period.words)
        yield from differs(f"column {period.words}", expected, got)
    assert isinstance(exhibit.picture, Profiles)
    for level in exhibit.picture.levels:
        if len(level.spot.action_ids) < max(level.value, level.deadlines):
            yield f"{level.spot.words}: {len(level.spot.action_ids)} actions behind it"
    yield from _profiles(exhibit.picture, teams, held, here.month)
    left = sum(not record.has_deadline for record in here.records)
    words = f"{left} without a planned end {sentences.verb(left, 'is', 'are')} left out"
    ahead = [period for period in shown if period.last >= here.month] or shown
    alls = [sum(r.live_between(period.first, period.last) for r in held) for period in ahead]
    most, first = max(alls), ahead[alls.index(max(alls))].words
    past = shown[-1].last < here.month
    since = "" if past else f"from {ahead[0].words} on "
    kind = "" if ongoing else " time-bound"
    first = f"{'first ' if alls.count(most) > 1 else ''}{first}"
    peak = f"; {since}at most {most}{kind} in one {grain}, {first}"
    wanted = [
        total(here),
        words if left and not ongoing else "",
        peak if len(teams) > 1 and most else "",
    ]
    yield from says(exhibit, wanted)


def _profiles(
    picture: Profiles, teams: dict[str, list[Record]], held: Sequence[Record], now: int
) -> Iterator[str]:
    """Yield where a row says another number now, or another course of what is ahead."""
    for row in picture.profiles:
        own = [record for record in held if row.whole or record in teams[row.name]]
        if row.live != sum(record.live(now) for record in own):
            yield f"{row.name}: {row.live} live"
        wanted = _ahead(own, now)
        if list(map(tuple, row.ahead)) != wanted:
            yield f"{row.name}: {row.ahead} is not {wanted}"


def _ahead(own: Sequence[Record], now: int) -> list[tuple[str, str, str]]:
    starts = Counter(int(record.start) for record in own if record.start > now)
    ends = Counter(int(record.end) + 1 for record in own if now <= record.end < NO_END)
    found, before = [], sum(record.live(now) for record in own)
    for month in sorted({*starts, *ends}):
        live = sum(record.live(month) for record in own)
        course = f"stays {live}" if live == before else f"{before} → {live}"
        verb = sentences.verb(starts[month], "starts", "start")
        rest = [f"{ends[month]} {sentences.verb(ends[month], 'ends', 'end')}"] * (month in ends)
        rest += [f"{starts[month]} {verb}"] * (month in starts)
        found.append((month_short(month), course, ", ".join(rest)))
        before = live
    return found


def two_periods(here: Here, exhibit: Exhibit) -> Iterator[str]:
    teams = sentences.led_by(here, here.records)
    expected = {team: sentences.in_pair(here, own) for team, own in teams.items()}
    if len(teams) > 1:
        expected["All actions, each once"] = sentences.in_pair(here, here.records)
    words = [period.words for period in sentences.pair_of(here)]
    yield from differs("periods", words, list(exhibit.table.columns[1:3]))
    counts = {team: (then, now, now - then) for team, (then, now) in expected.items()}
    yield from differs("teams", counts, {row[0]: row[1:] for row in exhibit.table.rows})
    for spot, row in zip(exhibit.picture.spots(), exhibit.table.rows, strict=True):
        if len(spot.action_ids) < max(row[1], row[2]):
            yield f"{spot.words}: {len(spot.action_ids)} actions behind it"


def profile(here: Here, exhibit: Exhibit) -> Iterator[str]:
    team = here.team or sentences.most_live_team(here)
    own = [record for record in here.records if team in record.leads]
    yield from _levels(own, exhibit)
    yield from notes(exhibit, sentences.turns(own, here.month))
    yield from says(exhibit, [sentences.count(len(own), "action")])


def demand(here: Here, exhibit: Exhibit) -> Iterator[str]:
    partner = here.partner or sentences.most_named(here)
    own = [record for record in here.records if partner and partner in record.partners]
    yield from _levels(own, exhibit)
    yield from notes(exhibit, sentences.turns(own, here.month))
    if partner:
        yield from says(exhibit, [sentences.count(len(own), "action")])


def _levels(own: Iterable[Record], exhibit: Exhibit) -> Iterator[str]:
    """A column a month: what is ongoing, what is in delivery, and the deadlines."""
    assert isinstance(exhibit.picture, Columns)
    layers = {series.name: series.values for series in exhibit.picture.series}
    months = tuple(map(number, exhibit.picture.months))
    drawn = (layers["ongoing"], layers["in delivery"], exhibit.picture.deadlines)
    for month, expected, got in zip(
        months, _levels_of(tuple(own), months), zip(*drawn, strict=True), strict=True
    ):
        yield from differs(month_short(month), expected, got)


@cache
def _levels_of(own: tuple[Record, ...], months: tuple[int, ...]) -> list[tuple[int, int, int]]:
    found = []
    for month in months:
        live = [record for record in own if record.live(month)]
        bound = sum(record.has_deadline for record in live)
        found.append((len(live) - bound, bound, sum(record.end == month for record in own)))
    return found


def concentration(here: Here, exhibit: Exhibit) -> Iterator[str]:
    order, running = sentences.running_totals(here)
    live = sentences.led_by(here, here.live)
    expected = [
        (team, len(live[team]), alone, len(live[team]) - alone, total)
        for team, total in zip(order, running, strict=True)
        for alone in [sum(len(record.leads) == 1 for record in live[team])]
    ]
    yield from differs("table", expected, list(exhibit.table.rows))


def alone(here: Here, exhibit: Exhibit) -> Iterator[str]:
    sole = [(r.leads[0], r.action_id) for r in here.live if len(r.leads) == 1]
    got = zip(column(exhibit, "Lead team"), column(exhibit, "Id"), strict=True)
    yield from differs("table", sorted(sole), sorted(got))
    joint = len(here.live) - len(sole)
    yield from says(
        exhibit,
        [
            f"Live actions that one team leads without another: {len(sole) or 'none'}",
            f"{joint} {sentences.verb(joint, 'is', 'are')} joint" if joint else "",
        ],
    )


def partners(here: Here, exhibit: Exhibit) -> Iterator[str]:
    named = sentences.named_in(here, here.records)
    everywhere = sentences.named_in(sentences.whole_plan(here.month), records())
    expected = {}
    for partner, own in named.items():
        live = [record for record in own if record.live(here.month)]
        asking = {t for r in everywhere[partner] if r.live(here.month) for t in r.leads}
        ahead = [record.end for record in own if here.month <= record.end < NO_END]
        themes = {record.theme for record in own}
        expected[partner] = (
            len(live),
            len(asking),
            min(ahead, default=None),
            len(own),
            len(themes),
        )
    got = {
        row[0]: (*row[1:3], None if row[3] is None else number(row[3]), *row[4:])
        for row in zip(
            *map(
                partial(column, exhibit),
                (
                    "Partner",
                    "Live",
                    "Teams asking, whole plan",
                    "Next deadline",
                    "Actions",
                    "Themes",
                ),
            ),
            strict=True,
        )
    }
    yield from differs("table", expected, got)
    assert isinstance(exhibit.picture, Bars)
    bars = dict(zip(exhibit.picture.names, exhibit.picture.totals, strict=True))
    live_only = {partner: values[0] for partner, values in expected.items() if values[0]}
    yield from differs("bars", live_only, bars)
    idle = len(expected) - len(live_only) if live_only else 0
    yield from says(
        exhibit,
        [
            f"{sentences.count(idle, 'more partner')} {sentences.verb(idle, 'is', 'are')}"
            if idle
            else ""
        ],
    )


def matrix(here: Here, exhibit: Exhibit) -> Iterator[str]:
    live = sentences.named_in(here, here.live)
    for partner, own in live.items():
        teams = counted_by(team for record in own for team in record.leads)
        row = next((row for row in exhibit.table.rows if row[0] == partner), None)
        if row is None:
            yield f"no row for {partner}"
            continue
        cells = dict(zip(exhibit.table.columns, row, strict=True))
        got = {team: cells.get(team) for team in teams}
        yield from differs(
            partner, (len(own), len(teams), teams), (cells["Live"], cells["Teams"], got)
        )
    yield from differs("rows", len(live), len(exhibit.table))


def kinds(here: Here, exhibit: Exhibit) -> Iterator[str]:
    named = sentences.kinds_named(here, here.records)
    live = sentences.kinds_named(here, here.live)
    partners_in_scope = sentences.named_in(here, here.records)
    expected = {
        sentences.opened(kind): (
            sum(kind_of(partner) == kind for partner in partners_in_scope),
            len(live.get(kind, ())),
            len(own),
        )
        for kind, own in named.items()
    }
    yield from differs("table", expected, {row[0]: row[1:] for row in exhibit.table.rows})


def lanes(here: Here, exhibit: Exhibit, *, within: int) -> Iterator[str]:
    """Every action of the sets shown has a lane, and the counted line says how many."""
    ahead, past = sentences.sets_of(here, within=within, whose="team")
    if not ahead and not past:
        return
    team = (ahead[0] if ahead else sentences.last_of(past)).name
    shown = [each for each in ahead or past if each.name == team]
    expected = sorted(record.action_id for each in shown for record in each.records)
    yield from differs("ids", expected, sorted(map(str, column(exhibit, "Id"))))
    sets = sentences.count(len(shown), "set" if ahead else "past set")
    yield from says(exhibit, [f"{sentences.count(len(set(expected)), 'action')} of {sets}"])


def involved(here: Here, exhibit: Exhibit, *, within: int) -> Iterator[str]:
    ahead, past = sentences.sets_of(here, within=within, whose="team")
    expected = []
    for when, sets in (("ahead", ahead), ("past", past)):
        for each in sets:
            span = (each.name, when, int(each.first), int(each.last))
            for name in sentences.also_led_by(each):
                size = sum(name in record.leads for record in each.records)
                expected.append((*span, "lead", name, size))
            for name in sentences.partners_in_common(each):
                size = sum(name in record.partners for record in each.records)
                expected.append((*span, "partner", name, size))
    headings = ("Team", "When", "First", "Last", "As", "With", "Actions")
    got = [
        (team, when, number(first), number(last), *rest)
        for team, when, first, last, *rest in zip(
            *(column(exhibit, heading) for heading in headings), strict=True
        )
    ]
    yield from differs("table", sorted(expected), sorted(got))


def network(here: Here, exhibit: Exhibit) -> Iterator[str]:
    """Every link of the name in the whole plan, live or to come, and none of ended work."""
    focus = here.team or sentences.most_named(here)
    links = [
        (team, partner, record)
        for record in records()
        if record.end >= here.month
        for team in record.leads
        for partner in record.partners
        if focus == (team if here.team else partner)
    ]
    expected = {
        pair: (
            sum(
                record.live(here.month)
                for team, partner, record in links
                if pair == (team, partner)
            ),
            sum(
                record.start > here.month
                for team, partner, record in links
                if pair == (team, partner)
            ),
        )
        for pair in {(team, partner) for team, partner, _ in links}
    }
    yield from differs("table", expected, {row[:2]: row[2:4] for row in exhibit.table.rows})


def counted_by(keys: Iterable[Key]) -> dict[Key, int]:
    found: dict[Key, int] = {}
    for key in keys:
        found[key] = found.get(key, 0) + 1
    return found


def number(month: object) -> int:
    """Return the number of a month of the product, year × 12 + month."""
    year, place = str(month).split("-")
    return int(year) * 12 + int(place)


def since(here: Here, exhibit: Exhibit, *, back: int = 6) -> Iterator[str]:
    started, ended = sentences.events_since(here, back=back)
    expected = {(r.action_id, "started", r.start) for r in started}
    expected |= {(r.action_id, "ended", r.end) for r in ended}
    got = {(row[2], row[1], number(row[0])) for row in exhibit.table.rows}
    yield from differs("events", expected, got)
    yield from says(exhibit, _live_since(here, back))


def then_and_now(here: Here, exhibit: Exhibit, *, back: int = 6) -> Iterator[str]:
    """What is live in the earlier month, in the as-at month, and where it changes next."""
    dates = [date for r in here.records for date in (r.start, r.end + 1)]
    ahead = [int(date) for date in dates if here.month < date < sentences.NO_END]
    expected = []
    for month in [here.month - back, here.month, *([min(ahead)] if ahead else [])]:
        live = [r for r in here.records if r.live(month)]
        ongoing = sum(r.end == sentences.NO_END for r in live)
        expected.append((month_short(month), ongoing, len(live) - ongoing, len(live)))
    got = [
        (str(row[0]).split(",")[0].removeprefix("as at "), *row[1:]) for row in exhibit.table.rows
    ]
    yield from differs("months", expected, got)
    yield from says(exhibit, _live_since(here, back))


def teams_since(here: Here, exhibit: Exhibit, *, back: int = 6) -> Iterator[str]:
    now, then = sentences.loads_since(here, back=back)
    expected = {team: (then[team], now[team], now[team] - then[team]) for team in now}
    yield from differs("teams", expected, {row[0]: row[1:] for row in exhibit.table.rows})
    yield from says(exhibit, [*_live_since(here, back), total(here)])


def _live_since(here: Here, back: int) -> list[str]:
    then, now = (sum(r.live(m) for r in here.records) for m in (here.month - back, here.month))
    return [f"Live actions: {then or 'none'} in ", f", {now or 'none'} in "]


def same_months(here: Here, exhibit: Exhibit) -> Iterator[str]:
    own, others = sentences.ahead_together(here)
    expected = {month: (own[month], others[month]) for month in own}
    got = {
        number(row[0]): tuple([label.split()[0] for label in cell] for cell in row[1:])
        for row in exhibit.table.rows
    }
    yield from differs("months", expected, got)


def team_lanes(here: Here, exhibit: Exhibit) -> Iterator[str]:
    """A lane each that has not ended, the soonest end first, over what is live month by month."""
    running = sorted(sentences.not_ended(here), key=lambda r: (r.end, r.start))
    ends = [(r.action_id, len(r.leads) - 1) for r in running]
    others = {"alone": 0, "with 2 others": 2, "with 3 others": 3}
    names = {f"with {lead}" for record in running for lead in record.leads}
    got = [(row[0], 1 if row[2] in names else others[row[2]]) for row in exhibit.table.rows]
    yield from differs("lanes", sorted(ends), sorted(got))
    dates = {r.action_id: (r.end, r.start) for r in running}
    yield from differs("order", sorted(dates.values()), [dates[each] for each, _ in got])
    ended = len(here.records) - len(running)
    more = f"; {ended} more {'has' if ended == 1 else 'have'} ended" if ended else ""
    if running:
        yield from says(exhibit, [sentences.count(len(running), "action"), more])
    load = exhibit.picture.load
    layers = [series.values for series in load.series]
    for month, *drawn in zip(load.months, *layers, strict=True):
        own = [r for r in here.records if r.live(number(month))]
        ongoing = sum(r.end == sentences.NO_END for r in own)
        yield from differs(f"live in {month}", [ongoing, len(own) - ongoing], drawn)


def shared_partners(here: Here, exhibit: Exhibit) -> Iterator[str]:
    got = {row[0]: set(row[2]) for row in exhibit.table.rows}
    yield from differs("asked by", sentences.also_asking(here), got)
    ours = counted_by(name for r in sentences.not_ended(here) for name in r.partners)
    yield from differs("our actions", ours, {row[0]: row[1] for row in exhibit.table.rows})
    years = [year * 12 + 4 for year in PRINTED_YEARS if year * 12 + 15 >= here.month]
    shown = years or [PRINTED_YEARS[-1] * 12 + 4]
    for first, name in zip(shown, exhibit.table.columns[3:], strict=True):
        asking = {name: len(sentences.teams_with(name, first, first + 11)) for name in ours}
        yield from differs(name, asking, _pairs(exhibit, "Partner", name))
    for cell in exhibit.picture.cells:
        year, partner = exhibit.picture.columns[cell.column], exhibit.picture.rows[cell.row]
        teams = sentences.teams_with(partner, number(year.first), number(year.last))
        expected = (len(teams), here.team in teams)
        yield from differs(cell.spot.words, expected, (cell.value, cell.mine))


def shared_leads(here: Here, exhibit: Exhibit) -> Iterator[str]:
    expected = counted_by(
        team for r in sentences.not_ended(here) for team in r.leads if team != here.team
    )
    yield from differs("leads", expected, _pairs(exhibit, "Lead team", "Actions"))


def asking(here: Here, exhibit: Exhibit) -> Iterator[str]:
    """A row a partner here: the teams that ask it in the month, and in each quarter."""
    quarters = sentences.periods("quarter")
    expected = {
        name: [
            len(sentences.teams_with(name, first, last))
            for first, last in [(here.month, here.month), *((q.first, q.last) for q in quarters)]
        ]
        for name in sentences.partners_here(here)
    }
    yield from differs("teams", expected, {row[0]: list(row[1:]) for row in exhibit.table.rows})
    assert isinstance(exhibit.picture, Cells)
    for cell in exhibit.picture.cells:
        partner, quarter = exhibit.picture.rows[cell.row], quarters[cell.column]
        asks = here.team in sentences.teams_with(partner, quarter.first, quarter.last)
        yield from differs(f"{cell.spot.words}, mine", bool(here.team) and asks, cell.mine)
        live = _asking_in(partner, quarter.first, quarter.last)
        yield from differs(f"{cell.spot.words}, behind it", live, list(cell.spot.action_ids))
    drawn = sum(len([r for r in records() if name in r.partners]) > 1 for name in expected)
    yield from differs("rows", drawn or len(expected), len(exhibit.picture.rows))


@cache
def _asking_in(partner: str, first: int, last: int) -> list[str]:
    """The ids of what is live in these months, names the partner and has a lead."""
    return [
        record.action_id
        for record in records()
        if partner in record.partners and record.leads and record.live_between(first, last)
    ]
