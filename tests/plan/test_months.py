import pytest

from netzero.plan.months import (
    delivery_year,
    financial_quarter,
    first_month,
    month_from_number,
    month_label,
    month_name,
    month_number,
    month_of,
    months_between,
    months_of,
    read_month,
    years_between,
)
from tests.builders import month, months


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2026-03", "2025-26"),
        ("2026-04", "2026-27"),
        ("2026-12", "2026-27"),
        ("2027-01", "2026-27"),
        ("2027-03", "2026-27"),
        ("2027-04", "2027-28"),
        ("2029-12", "2029-30"),
    ],
)
def test_a_delivery_year_runs_from_april_to_march(text, year):
    assert delivery_year(month(text)) == year


@pytest.mark.parametrize(
    ("text", "quarter"),
    [
        ("2026-03", "Q4"),
        ("2026-04", "Q1"),
        ("2026-06", "Q1"),
        ("2026-07", "Q2"),
        ("2026-09", "Q2"),
        ("2026-10", "Q3"),
        ("2026-12", "Q3"),
        ("2027-01", "Q4"),
    ],
)
def test_the_first_financial_quarter_is_april_to_june(text, quarter):
    assert financial_quarter(month(text)) == quarter


def test_a_delivery_year_opens_in_april():
    assert first_month("2026-27") == month("2026-04")


def test_the_months_of_years_run_from_the_first_april_to_the_last_march():
    found = months_of(["2026-27", "2025-26"])
    assert (len(found), found[0], found[-1]) == (24, *months("2025-04", "2027-03"))


def test_months_between_holds_both_ends_and_crosses_new_year():
    expected = months("2025-11", "2025-12", "2026-01", "2026-02")
    assert list(months_between(month("2025-11"), month("2026-02"))) == expected


def test_months_between_a_month_and_itself_is_that_month():
    assert list(months_between(month("2026-03"), month("2026-03"))) == months("2026-03")


def test_years_between_march_and_april_are_two():
    assert years_between(month("2026-03"), month("2026-04")) == ("2025-26", "2026-27")


def test_years_between_april_and_march_are_one():
    assert years_between(month("2026-04"), month("2027-03")) == ("2026-27",)


@pytest.mark.parametrize(
    ("text", "label", "name"),
    [("2026-03", "Mar 2026", "March 2026"), ("2025-09", "Sep 2025", "September 2025")],
)
def test_a_month_is_short_in_a_table_and_whole_in_a_sentence(text, label, name):
    assert (month_label(month(text)), month_name(month(text))) == (label, name)


def test_read_month_reads_the_form_of_the_url():
    assert read_month("2026-11") == month("2026-11")


@pytest.mark.parametrize(
    "text",
    ["", "2026", "2026-1", "26-11", "2026-13", "2026-00", "2014-12", "2061-01", "2026-11-01",
     "Nov 2026", "2026_11", "202\u0666-11", "-202-11"],
)  # fmt: skip
def test_read_month_refuses_every_other_form(text):
    with pytest.raises(ValueError, match="is not a month"):
        read_month(text)


@pytest.mark.parametrize(("year", "number"), [(2015, 1), (2060, 12)])
def test_month_of_accepts_the_first_and_last_month(year, number):
    assert month_of(year, number) == month(f"{year}-{number:02d}")


@pytest.mark.parametrize(("year", "number"), [(2014, 12), (2061, 1), (2025, 0), (2025, 13)])
def test_month_of_refuses_what_lies_outside(year, number):
    with pytest.raises(ValueError, match="is not a month from 2015 to 2060"):
        month_of(year, number)


@pytest.mark.parametrize(
    ("text", "number"), [("2015-01", 24181), ("2025-12", 24312), ("2026-01", 24313)]
)
def test_a_month_and_its_number_name_each_other(text, number):
    assert month_number(month(text)) == number
    assert month_from_number(number) == month(text)


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_month_number_names_no_month(number):
    with pytest.raises((ValueError, OverflowError)):
        month_from_number(number)
