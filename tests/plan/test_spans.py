from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netzero.plan import spans
from netzero.plan.spans import RULES, read_span, read_timescale, says_month_first


@pytest.mark.parametrize(
    ("text", "edtf", "precision", "first", "last"),
    [
        ("Apr-25", "2025-04", "month", "2025-04-01", "2025-04-30"),
        ("March 2027", "2027-03", "month", "2027-03-01", "2027-03-31"),
        ("end of March 2027", "2027-03", "month", "2027-03-01", "2027-03-31"),
        ("Feb 2028", "2028-02", "month", "2028-02-01", "2028-02-29"),
        ("Q3 2026/27", "2026-10/2026-12", "quarter", "2026-10-01", "2026-12-31"),
        ("2026-27 Q4", "2027-01/2027-03", "quarter", "2027-01-01", "2027-03-31"),
        ("Q3 2026", "2026-35", "quarter", "2026-07-01", "2026-09-30"),
        ("Summer 2026", "2026-22", "season", "2026-06-01", "2026-08-31"),
        ("Winter 2026/27", "2026-24", "season", "2026-12-01", "2027-02-28"),
        ("2027", "2027", "year", "2027-01-01", "2027-12-31"),
        ("by 2030", "2030", "year", "2030-01-01", "2030-12-31"),
        ("2025/26", "2025-04/2026-03", "year", "2025-04-01", "2026-03-31"),
        ("2025-26", "2025-04/2026-03", "year", "2025-04-01", "2026-03-31"),
        ("FY2025/26", "2025-04/2026-03", "year", "2025-04-01", "2026-03-31"),
        ("2022–2025", "2022/2025", "years", "2022-01-01", "2025-12-31"),
        ("2022-25", "2022/2025", "years", "2022-01-01", "2025-12-31"),
        ("31/12/2027", "2027-12-31", "day", "2027-12-31", "2027-12-31"),
        ("31.12.27", "2027-12-31", "day", "2027-12-31", "2027-12-31"),
        ("3rd of March 2027", "2027-03-03", "day", "2027-03-03", "2027-03-03"),
        ("2027-12-31 00:00:00", "2027-12-31", "day", "2027-12-31", "2027-12-31"),
        ("46112", "2026-03-31", "day", "2026-03-31", "2026-03-31"),
    ],
)
def test_a_date_is_the_span_that_it_may_mean(text, edtf, precision, first, last):
    found = read_span(text)
    assert (found.kind, found.edtf, found.precision) == ("dated", edtf, precision)
    assert (found.first, found.last) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ongoing", spans.ONGOING), ("on-going.", spans.ONGOING), ("TBC", spans.TO_BE_CONFIRMED),
        ("", spans.NOT_GIVEN), ("–", spans.NOT_GIVEN), ("N/A", spans.NOT_APPLICABLE),
        ("Completed", spans.COMPLETE), ("withheld", spans.WITHHELD), ("Short term", spans.IN_WORDS),
        ("medium to long-term", spans.IN_WORDS),
    ],
)  # fmt: skip
def test_what_is_no_date_is_a_state_of_its_own(text, kind):
    assert read_span(text) == spans.Span(kind)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("sometime", "is not a date"), ("31/02/2027", "is not a day of any calendar"),
        ("2070", "is a date outside 2015 to 2060"), ("Q5 2026", "is not a date"),
        ("Q3 2026/28", "names two years that do not follow each other"),
        ("2027–2025", "ends before it starts"), ("12 buildings", "is not a date"),
    ],
)  # fmt: skip
def test_anything_else_is_refused_with_a_reason(text, reason):
    with pytest.raises(ValueError, match=reason):
        read_span(text)


def test_a_day_that_can_be_read_two_ways_says_how_it_was_read():
    assert read_span("03/04/2027").edtf == "2027-04-03"
    assert read_span("03/04/2027").note == "read as 3 April"
    assert read_span("03/04/2027", day_first=False).edtf == "2027-03-04"
    assert read_span("31/12/2027").note == ""


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["03/25/2027", "03/04/2027"], True),
        (["25/03/2027", "03/04/2027"], False),
        (["03/04/2027"], False),
        (["03/25/2027", "25/03/2027"], False),
        (["Apr-25"], False),
    ],
)
def test_months_come_first_only_where_every_row_says_so(texts, expected):
    assert says_month_first(texts) is expected


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2022–2025", "2022", "2025"), ("2022-25", "2022", "2025"),
        ("2025/26", "2025-04/2026-03", "2025-04/2026-03"),
        ("2025/26 to 2027/28", "2025-04/2026-03", "2027-04/2028-03"),
        ("Apr - Jun 2026", "2026-04", "2026-06"),
        ("April 2025 – March 2027", "2025-04", "2027-03"),
        ("2021-ongoing", "2021", "ongoing"), ("2026 onwards", "2026", "ongoing"),
        ("by 2030", "not given", "2030"), ("from April 2026", "2026-04", "not given"),
        ("Ongoing", "ongoing", "ongoing"), ("Short term", "in words", "in words"),
        ("TBC", "to be confirmed", "to be confirmed"),
    ],
)  # fmt: skip
def test_one_cell_says_a_start_and_an_end(text, start, end):
    assert [span.edtf or span.kind for span in read_timescale(text)] == [start, end]


def test_the_example_of_every_rule_is_read_by_it():
    for rule in RULES:
        assert rule.pattern.fullmatch(rule.example.lower().replace("–", "-")), rule.example
        assert read_span(rule.example).kind == "dated"


@given(day=st.dates(date(2015, 1, 1), date(2060, 12, 31)))
@settings(deadline=None, max_examples=60)
def test_a_day_printed_in_any_form_is_read_back_and_never_more_exact_than_printed(day):
    for form in ("%d/%m/%Y", "%Y-%m-%d", "%d %B %Y", "%d-%b-%y", "%B %d, %Y", "%d.%m.%y"):
        assert read_span(day.strftime(form))[1:3] == (day, day)
    for form in ("%b-%y", "%B %Y", "%Y-%m", "%m/%Y", "%b %y"):
        found = read_span(day.strftime(form))
        assert found.precision == "month"
        assert found.first <= day <= found.last
        assert (found.first.day, found.last.month) == (1, day.month)
    assert read_span(str(day.year))[1:3] == (date(day.year, 1, 1), date(day.year, 12, 31))
