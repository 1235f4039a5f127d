import numbers

import pytest

from netzero.analysis.partners import around, partner_links, partner_network
from netzero.charts.network import network_figure
from tests.builders import HOSTILE, MARKUP, drawn_words, left_alone, real_plan, small_plan

ROWS = (
    "A1 | Red Team; Blue Team | Schools | Apr-25 | Mar-26",
    "A2 | Red Team | Schools; Residents | Apr-25 | Ongoing",
    "A3 | Green Team | Residents | Apr-27 | Mar-28",
)
BOTH_SIDES = (
    "A1 | Red Team | Blue Team; Red Team | Apr-25 | Mar-26",
    "A2 | Blue Team | Schools | Apr-25 | Mar-26",
)


def network_of(plan, *, focus=""):
    links = partner_links(plan)
    kinds = plan.organisations.set_index("name")["kind"]
    return partner_network(around(links, name=focus) if focus else links, kinds)


def nodes(figure):
    """Return the names on each side (0 for teams, 1 for partners), from the top."""
    sides = {}
    for trace in figure.select_traces("scatter"):
        if trace.customdata is not None:
            placed = sorted(zip(trace.y, map(tuple, trace.customdata), strict=True))
            sides[int(trace.x[0])] = [name for _, (_, name) in placed]
    return sides


def heights(figure):
    """Return the height of each node by side and name."""
    return {
        (int(x), name): y
        for trace in figure.select_traces("scatter")
        if trace.customdata is not None
        for x, y, (_, name) in zip(trace.x, trace.y, trace.customdata, strict=True)
    }


def lines(figure):
    """Return (from, to, width) of each line: the heights at which it begins and ends."""
    found = []
    for trace in figure.select_traces("scatter"):
        if trace.mode == "lines":
            for place in range(0, len(trace.y), 16):
                found.append((trace.y[place], trace.y[place + 14], trace.line.width))
    return found


def test_teams_stand_on_the_left_and_partners_on_the_right(tmp_path):
    sides = nodes(network_figure(network_of(small_plan(tmp_path, *ROWS))))
    assert sorted(sides[0]) == ["Blue Team", "Green Team", "Red Team"]
    assert sorted(sides[1]) == ["Residents", "Schools"]


def test_a_line_joins_each_pair_and_more_shared_actions_make_it_thicker(tmp_path):
    network = network_of(small_plan(tmp_path, *ROWS))
    figure = network_figure(network)
    at = heights(figure)
    widths = {
        (team, partner): width
        for (left, team), begin in at.items()
        for (right, partner), end in at.items()
        for first, last, width in lines(figure)
        if (left, right, first, last) == (0, 1, pytest.approx(begin), pytest.approx(end))
    }
    assert widths == {
        ("Red Team", "Schools"): 2.2,
        ("Red Team", "Residents"): 1,
        ("Blue Team", "Schools"): 1,
        ("Green Team", "Residents"): 1,
    }


@pytest.mark.parametrize("rows", [ROWS, BOTH_SIDES])
def test_every_line_is_made_of_numbers_and_gaps(tmp_path, rows):
    figure = network_figure(network_of(small_plan(tmp_path, *rows)))
    for trace in figure.select_traces("scatter"):
        assert all(y is None or isinstance(y, numbers.Real) for y in trace.y)


def test_every_published_line_is_made_of_numbers_and_gaps():
    figure = network_figure(network_of(real_plan()))
    drawn = [y for trace in figure.select_traces("scatter") for y in trace.y]
    assert [y for y in drawn if not (y is None or isinstance(y, numbers.Real))] == []


def test_a_name_on_both_sides_is_drawn_on_both(tmp_path):
    figure = network_figure(network_of(small_plan(tmp_path, *BOTH_SIDES)))
    sides = nodes(figure)
    assert sorted(sides[0]) == ["Blue Team", "Red Team"]
    assert sorted(sides[1]) == ["Blue Team", "Red Team", "Schools"]


def test_every_node_says_how_many_actions_it_shares(tmp_path):
    words = [word.strip() for word in drawn_words(network_figure(network_of(
        small_plan(tmp_path, *ROWS)
    )))]  # fmt: skip
    assert {"Red Team <b>2</b>", "Green Team <b>1</b>", "Residents <b>2</b>"} <= set(words)


def test_around_a_name_only_its_neighbours_are_drawn(tmp_path):
    sides = nodes(network_figure(network_of(small_plan(tmp_path, *ROWS), focus="Residents")))
    assert (sorted(sides[0]), sides[1]) == (["Green Team", "Red Team"], ["Residents"])


def test_the_same_plan_is_drawn_the_same_each_time():
    first, second = (network_figure(network_of(real_plan())) for _ in range(2))
    assert nodes(first) == nodes(second)
    # Of the 22 lead teams 17 name partners: not the five that lead in the 2035 table alone.
    assert len(nodes(first)[0]) == 17


def test_hostile_names_are_escaped_wherever_they_are_drawn(tmp_path):
    row = f"A1 | {HOSTILE} | {HOSTILE} and more | Apr-25 | Mar-26"
    words = "\n".join(drawn_words(network_figure(network_of(small_plan(tmp_path, row)))))
    assert "&lt;b&gt;x&lt;/b&gt;&lt;a" in words
    assert not any(mark in words for mark in MARKUP)


def test_the_figure_leaves_its_tables_alone():
    network = network_of(real_plan())
    with left_alone(network.nodes, network.links):
        network_figure(network)
