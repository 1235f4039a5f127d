"""Which action of one edition is which of another: by id, by text, in doubt, or none."""

import random

import pytest

from netzero.analysis.matching import likeness, matched, words_of
from tests.editions import edition

FLEET = "Replace the diesel vans of the fleet with electric ones by the end of the lease"
FLEET_AGAIN = "Replace the diesel vans of our fleet with electric ones by the end of the lease"
TREES = "Plant trees along every new road and look after them for thirty years"
HEAT = "Write a heat strategy for schools together with the district councils"


def ids(*given):
    return [f"{each} | Red Team | | Apr-25 | Mar-27" for each in given]


def found(before, after):
    matching = matched(before, after)
    names = [plan.actions["action_id"].tolist() for plan in (before, after)]
    pairs = [(names[0][p.before], names[1][p.after], p.by, p.doubtful) for p in matching.pairs]
    dropped = [names[0][place] for place in matching.dropped]
    return pairs, dropped, [names[1][place] for place in matching.added]


def test_an_id_is_enough_where_the_text_is_the_same_or_much_the_same():
    before, after = edition(*ids("A1"), A1=FLEET), edition(*ids("A1"), A1=FLEET_AGAIN)
    assert found(before, after) == ([("A1", "A1", "id", False)], [], [])


def test_a_text_under_another_id_is_found_again():
    before = edition(*ids("A1", "A2"), A1=FLEET, A2=TREES)
    after = edition(*ids("B7", "A2"), B7=FLEET, A2=TREES)
    pairs, dropped, added = found(before, after)
    assert pairs == [("A1", "B7", "text", False), ("A2", "A2", "id", False)]
    assert (dropped, added) == ([], [])


def test_ids_that_were_handed_on_do_not_mislead():
    before = edition(*ids("A1", "A2"), A1=FLEET, A2=TREES)
    after = edition(*ids("A1", "A2", "A3"), A1=HEAT, A2=FLEET, A3=TREES)
    pairs, dropped, added = found(before, after)
    assert pairs == [("A1", "A2", "text", False), ("A2", "A3", "text", False)]
    assert (dropped, added) == ([], ["A1"])


def test_one_id_with_two_texts_that_have_little_in_common_is_doubtful():
    before, after = edition(*ids("A1"), A1=FLEET), edition(*ids("A1"), A1=TREES)
    assert found(before, after) == ([("A1", "A1", "id", True)], [], [])


def test_a_text_that_is_rather_like_under_another_id_is_doubtful():
    rather = "Replace the diesel vans of the fleet with cargo bikes before the lease ends"
    before, after = edition(*ids("A1"), A1=FLEET), edition(*ids("B1"), B1=rather)
    assert 60 <= likeness(words_of(FLEET), words_of(rather)) < 85
    assert found(before, after) == ([("A1", "B1", "text", True)], [], [])


def test_texts_that_have_little_in_common_are_two_actions():
    before, after = edition(*ids("A1"), A1=FLEET), edition(*ids("B1"), B1=TREES)
    assert found(before, after) == ([], ["A1"], ["B1"])


@pytest.mark.parametrize(
    ("table", "by"), [("The plan", "id"), ("The other", "text")], ids=["same table", "another"]
)
def test_an_id_counts_within_its_published_table(table, by):
    row = "A1 | Red Team | | Apr-25 | Mar-27 | The theme |"
    other = "B1 | Red Team | | Apr-25 | Mar-27 | The theme |"
    before = edition(f"{row} The plan", f"{other} The other", A1=FLEET, B1=HEAT)
    after = edition(f"{row} {table}", f"{other} The other", A1=FLEET, B1=HEAT)
    assert found(before, after)[0][0] == ("A1", "A1", by, False)


def test_a_table_that_was_renamed_keeps_its_ids():
    row = "A1 | Red Team | | Apr-25 | Mar-27 | The theme |"
    before, after = edition(f"{row} Plan 2025", A1=FLEET), edition(f"{row} Plan 2026", A1=FLEET)
    assert found(before, after)[0] == [("A1", "A1", "id", False)]
    another = edition(f"{row} Another council", A1=TREES)
    assert found(before, another) == ([], ["A1"], ["A1"])


def test_likeness_goes_by_words_and_their_order():
    one = ["cut", "carbon", "from", "the", "fleet"]
    assert likeness(one, one) == 100
    assert likeness(one, one[::-1]) < 50
    assert likeness(one, ["plant", "many", "trees"]) == 0
    assert words_of("Cut “carbon”, now.") == ("cut", "carbon", "now")


def test_a_long_plan_with_every_id_changed_is_matched_by_its_texts():
    draw = random.Random(7)
    words = [f"word{number}" for number in range(400)]
    texts = [" ".join(draw.choices(words, k=25)) for _ in range(600)]
    then = {f"A{place}": text for place, text in enumerate(texts)}
    now = {f"B{place}": text for place, text in enumerate(texts)}
    matching = matched(edition(*ids(*then), **then), edition(*ids(*now), **now))
    assert [(pair.before, pair.after) for pair in matching.pairs] == [(n, n) for n in range(600)]


def test_actions_of_one_text_are_matched_in_their_order_within_their_table():
    row = "{} | Red Team | | Apr-25 | Mar-27 | The theme | {}"
    before = edition(row.format("A1", "One"), row.format("A2", "Two"), A1=FLEET, A2=FLEET)
    after = edition(row.format("B1", "Two"), row.format("B2", "One"), B1=FLEET, B2=FLEET)
    assert [pair[:2] for pair in found(before, after)[0]] == [("A2", "B1"), ("A1", "B2")]
