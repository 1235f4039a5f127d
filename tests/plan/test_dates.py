import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netzero.plan.dates import DATED, NOT_GIVEN, ONGOING, TO_BE_CONFIRMED
from netzero.plan.plan_dates import (
    bound,
    date_fault,
    read_plan_date,
    read_plan_dates,
)
from tests.builders import month


@pytest.mark.parametrize(
    "text",
    [
        "Apr-25",
        "Apr 25",
        "Apr 2025",
        "April 2025",
        "april-2025",
        "APR-25",
        "2025-04",
        "2025-04-01",
        "2025-04-30",
        "01/04/2025",
        "30/04/2025",
        "  Apr-25  ",
        "April  2025",
    ],
)
def test_every_accepted_spelling_names_the_same_month(text):
    found = read_plan_date(text)
    assert found[:3] == (DATED, month("2025-04"), month("2025-04"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sept-25", "2025-09"),
        ("Sep-25", "2025-09"),
        ("September 2025", "2025-09"),
        ("May-25", "2025-05"),
        ("Dec-31", "2031-12"),
        ("Jan-26", "2026-01"),
    ],
)
def test_a_month_name_may_be_short_or_whole(text, expected):
    assert read_plan_date(text).first == month(expected)


def test_a_british_date_has_its_day_first():
    assert read_plan_date("03/04/2025").first == month("2025-04")


@pytest.mark.parametrize("text", ["29/02/2024", "2024-02-29"])
def test_a_leap_day_is_a_day(text):
    assert read_plan_date(text).first == month("2024-02")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ongoing", ONGOING),
        ("ongoing", ONGOING),
        (" ONGOING ", ONGOING),
        ("TBC", TO_BE_CONFIRMED),
        ("tbc", TO_BE_CONFIRMED),
        ("", NOT_GIVEN),
        ("   ", NOT_GIVEN),
    ],
)
def test_a_word_is_its_own_state_and_never_a_month(text, kind):
    found = read_plan_date(text)
    assert found.kind == kind
    assert found.first is pd.NaT


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jan-15", "2015-01"),
        ("2015-01-01", "2015-01"),
        ("Dec-60", "2060-12"),
        ("31/12/2060", "2060-12"),
    ],
)
def test_the_first_and_last_year_are_accepted(text, expected):
    assert read_plan_date(text).first == month(expected)


@pytest.mark.parametrize(
    "text",
    ["Dec-14", "Dec 2014", "31/12/2014", "2014-12", "Jan-61", "Jan 2061", "2061-01", "0000-01"],
)
def test_a_year_outside_2015_to_2060_is_refused(text):
    with pytest.raises(ValueError, match=r"2015|0000|year"):
        read_plan_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "26-Mar",
        "31/02/2025",
        "29/02/2025",
        "2025-02-29",
        "00/04/2025",
        "01/13/2025",
        "2025-13",
        "2025-00",
        "2025-4",
        "1/4/2025",
        "01/04/25",
        "Mar",
        "Foo-25",
        "Ap-25",
        "Sepr-25",
        "Mar-026",
        "Mar-26 or later",
        "spring",
        "12/2025 to 03/2026",
        "2070",
        "45748",
        "N/A",
        "On going",
    ],
)
def test_anything_else_is_refused_and_never_guessed(text):
    with pytest.raises(ValueError, match=r"\S"):
        read_plan_date(text)


@pytest.mark.parametrize(
    "text", ["Apr-\u0662\u0665", "\uff12\uff10\uff12\uff15-04", "01/04/202\uff15"]
)
def test_only_the_digits_0_to_9_are_digits(text):
    with pytest.raises(ValueError, match=r"\S"):
        read_plan_date(text)


@given(year=st.integers(2015, 2060), number=st.integers(1, 12))
@settings(deadline=None, max_examples=40)
def test_a_month_written_in_any_form_is_read_back(year, number):
    written = pd.Period(year=year, month=number, freq="M")
    for pattern in ("%b-%y", "%b %Y", "%B %Y", "%Y-%m", "%Y-%m-28", "28/%m/%Y"):
        assert read_plan_date(written.strftime(pattern)).first == written


@pytest.mark.parametrize(
    ("text", "first", "last", "edtf"),
    [
        ("2027", "2027-01", "2027-12", "2027"),
        ("by 2030", "2030-01", "2030-12", "2030"),
        ("2026-27", "2026-04", "2027-03", "2026-04/2027-03"),
        ("Q3 2026/27", "2026-10", "2026-12", "2026-10/2026-12"),
        ("Summer 2026", "2026-06", "2026-08", "2026-22"),
        ("2025 to 2027", "2025-01", "2027-12", "2025/2027"),
        ("Mar-26", "2026-03", "2026-03", "2026-03"),
        ("15/03/2026", "2026-03", "2026-03", "2026-03-15"),
    ],
)
def test_a_date_is_no_more_exact_than_it_is_written(text, first, last, edtf):
    assert read_plan_date(text) == (DATED, month(first), month(last), edtf)


@pytest.mark.parametrize(
    ("ongoing", "counted", "other"), [(-math.inf, 24325, 24336), (math.inf, 24336, 24325)]
)
def test_a_start_counts_from_the_first_month_of_a_year_and_an_end_to_the_last(
    ongoing, counted, other
):
    read = read_plan_dates(pd.Series(["2027"], dtype="str"), ongoing=ongoing)
    assert read[["bound", "other", "span"]].to_numpy().tolist() == [[counted, other, "2027"]]


def test_a_column_of_dates_is_read_as_each_of_its_cells_is():
    texts = pd.Series(["Mar-26", "Ongoing", "Foo", "2026-03"], index=[2, 3, 5, 6], dtype="str")
    read = read_plan_dates(texts, ongoing=math.inf)
    assert read["kind"].to_dict() == {2: DATED, 3: ONGOING, 5: "", 6: DATED}
    assert read["month"].tolist() == [month("2026-03"), pd.NaT, pd.NaT, month("2026-03")]
    assert read["bound"].fillna(0).tolist() == [24315, math.inf, 0, 24315]


@pytest.mark.parametrize(("text", "number"), [("Mar-26", 24315), ("Ongoing", math.inf)])
def test_a_bound_is_a_month_number_or_what_stands_for_ongoing(text, number):
    assert bound(read_plan_date(text), ongoing=math.inf) == number


@pytest.mark.parametrize("text", ["TBC", ""])
def test_a_date_that_is_not_known_bounds_nothing(text):
    assert math.isnan(bound(read_plan_date(text), ongoing=math.inf))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Apr-25", ""),
        ("Ongoing", ""),
        ("spring", "is not a date that a plan may hold"),
        ("2025-13", "is not a date that a plan may hold: 2025-13 is not a month from 2015 to 2060"),
        ("29/02/2025", "is not a date that a plan may hold: February 2025 has no day 29"),
        ("00/04/2025", "is not a date that a plan may hold: April 2025 has no day 0"),
    ],
)
def test_a_fault_says_why_a_date_is_refused(text, fault):
    assert date_fault(text) == fault
