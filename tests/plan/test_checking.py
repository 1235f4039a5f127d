from dataclasses import replace

import pytest

from netzero.plan import PlanError, checking, read_plan
from netzero.plan.columns import ORGANISATIONS_FILE, names_of
from tests.builders import as_csv, plan_files, small_plan, written

GOOD = "A1 | Red Team | Schools | Apr-25 | Mar-26"
NAMES = as_csv(
    names_of(ORGANISATIONS_FILE),
    [["Red Team", "council team", "", ""], ["Schools", "education", "", ""]],
)
ACCEPTED_DATES = (
    "Accepted: Apr-25, Apr 2025, April 2025, 2025-04, 2025-04-01, 01/04/2025 (day first), "
    "Q3 2026/27, Summer 2026, 2026/27, 2027, 2025 to 2027, Ongoing, TBC or blank, with a year from "
    "2015 to 2060."
)


def refused(*rows):
    """Return the error that reading rows in short raises."""
    with pytest.raises(PlanError) as caught:
        read_plan(replace(plan_files(*rows), organisations=NAMES))
    return caught.value


def sentences(*rows):
    return str(refused(*rows)).splitlines()


def changed(**cells):
    """Return the sentences on one good row with some of its cells changed."""
    row = written(GOOD) | cells
    files = replace(plan_files(GOOD), actions=as_csv(list(row), [list(row.values())]))
    with pytest.raises(PlanError) as caught:
        read_plan(files)
    return str(caught.value).splitlines()


@pytest.mark.parametrize("column", ["action_id", "plan", "action", "leads"])
def test_a_cell_that_must_be_given_is_named(column):
    assert changed(**{column: " "}) == [f"Row 2, {column}: a blank is given. Accepted: some text."]


def test_a_title_has_at_most_48_characters():
    assert changed(title="t" * 49) == [
        f"Row 2, title: “{'t' * 49}” is too long. Accepted: at most 48 characters."
    ]


def test_an_id_that_stands_twice_is_named_where_it_stands_again():
    assert sentences(GOOD, GOOD) == ["Row 3, action_id: “A1” stands twice. Accepted: each id once."]


@pytest.mark.parametrize("twin", ["a1", "A1\u200b", "A\u00ad1", "\ufeffA1", "A\u20601"])
def test_an_id_that_looks_like_another_is_named(twin):
    assert sentences(GOOD, GOOD.replace("A1", twin)) == [
        f"Row 3, action_id: “{twin}” differs from “A1” only in case or in signs that cannot be "
        "seen. Accepted: each id once."
    ]


@pytest.mark.parametrize(("one", "other"), [("A1", "A 1"), ("A1", "A.1"), ("E1", "É1")])
def test_ids_that_look_different_are_different(one, other):
    plan = small_plan(GOOD.replace("A1", one), GOOD.replace("A1", other))
    assert plan.actions["action_id"].tolist() == [one, other]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("26-Mar", ""),
        ("Dec-61", ": 2061-12 is not a month from 2015 to 2060"),
        ("31/02/2025", ": February 2025 has no day 31"),
        ("Foo-25", ": “Foo” is not the name of a month"),
    ],
)
def test_a_date_that_is_none_is_refused_with_the_reason_and_the_forms_accepted(text, reason):
    assert sentences(f"A1 | Red Team | | {text} | Ongoing") == [
        f"Row 2, start: “{text}” is not a date that a plan may hold{reason}. {ACCEPTED_DATES}"
    ]


def test_an_end_before_the_start_is_refused():
    assert sentences("A1 | Red Team | | Apr-26 | Mar-26") == [
        "Row 2, end: “Mar-26” is before the start. Accepted: an end in or after the start month."
    ]


def test_an_end_in_the_month_of_the_start_is_accepted():
    actions = small_plan("A1 | Red Team | | 30/04/2025 | 01/04/2025").actions
    assert actions["first"].eq(actions["last"]).all()


@pytest.mark.parametrize("leads", [";", "; \u00a0;"])
def test_a_leads_cell_that_names_nobody_is_refused(leads):
    assert sentences(f"A1 | {leads} | | Apr-25 | Mar-26") == [
        f"Row 2, leads: “{leads}” names nobody. Accepted: names separated by semicolons."
    ]


def test_an_unknown_name_is_refused_and_the_nearest_is_offered():
    assert sentences("A1 | Red Teem; Red Team | Dragons | Apr-25 | Mar-26") == [
        "Row 2, leads: “Red Teem” is not in the reviewed list of names. Accepted: names and "
        "aliases in organisations.csv, separated by semicolons; the nearest is “Red Team”.",
        "Row 2, partners: “Dragons” is not in the reviewed list of names. Accepted: names and "
        "aliases in organisations.csv, separated by semicolons.",
    ]


def test_several_faults_are_listed_in_the_order_of_the_rows():
    found = sentences(
        "A1 | Red Team | | 26-Mar | Dec-61",
        "A1 | Nobody; No one | | Apr-26 | Mar-26",
        " | Red Team | | Apr-25 | Mar-26",
    )
    assert [sentence.split(":")[0] for sentence in found] == [
        "Row 2, start",
        "Row 2, end",
        "Row 3, action_id",
        "Row 3, end",
        "Row 3, leads",
        "Row 3, leads",
        "Row 4, action_id",
    ]


def test_a_long_value_is_shown_in_80_characters():
    [sentence] = sentences(f"A1 | Red Team | | {'x' * 200} | Mar-26")
    assert f"“{'x' * 79}…” is not a date" in sentence


@pytest.mark.parametrize(("rows", "listed", "more"), [(25, 50, 0), (26, 50, 2)])
def test_50_problems_are_listed_and_the_rest_is_counted(rows, listed, more):
    error = refused(*(f"A{n} | Red Team | | x | y" for n in range(rows)))
    assert (len(error.problems), error.more) == (listed, more)
    assert [problem.row for problem in error.problems[:4]] == [2, 2, 3, 3]
    assert str(error).endswith("2 more.") == bool(more)


def test_the_nearest_name_is_looked_for_where_it_is_listed_alone(monkeypatch):
    asked = []
    monkeypatch.setattr(checking, "closest", lambda name, known: asked.append(name) or "")
    error = refused(*(f"A{n} | Stranger {n % 70} | | Ongoing | Ongoing" for n in range(1000)))
    assert error.more == 950
    assert asked == [f"Stranger {n}" for n in range(50)]
