"""An edition as plan files: what the pages count, and what is printed, side by side."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netzero.analysis.plan_at import PlanAt
from netzero.analysis.timeline import timeline
from netzero.plan import read_plan
from netzero.plan.intake.doubles import likely_doubles
from netzero.plan.intake.edition import Choices, summary
from netzero.plan.intake.writing import plan_files
from tests.builders import month, records
from tests.plan.intake.test_edition import edition_of

PLAN = """ID|Action|Lead|Partner|Start|End
A|Buy solar|Estates|Schools; schools|2026/27|Summer 2028
B|Plan heat|Estates||Short term|by 2030
b|Run buses|||Ongoing|31/12/2027
C|Plant trees|Parks|TBC|Apr-27|Mar-26"""


def test_a_plan_that_comes_of_any_file_is_read_and_says_what_is_printed():
    plan = read_plan(plan_files(edition_of(PLAN)))
    actions = plan.actions.set_index("action_id")
    assert list(actions.index) == ["A", "B", "b (2)", "C"]
    assert [str(month) for month in actions["start"]] == ["2026-04", "NaT", "NaT", "2027-04"]
    assert [str(month) for month in actions["end"]] == ["2028-08", "2030-12", "2027-12", "NaT"]
    assert actions["start_kind"].tolist() == ["dated", "not given", "ongoing", "dated"]
    assert actions["partners_kind"].tolist()[-1] == "to be confirmed"
    notes = set(zip(plan.notes["action_id"], plan.notes["note"], strict=True))
    assert notes >= {
        ("A", "“2026/27” names no month: it counts from the first that it may mean, April 2026."),
        ("A", "“Summer 2028” names no month: it counts to the last that it may mean, August 2028."),
        ("B", "“by 2030” names no month: it counts to the last that it may mean, December 2030."),
        ("B", "“Short term” is printed, which is no date."),
        ("C", "“Mar-26” is printed as the end, which is before the start."),
    }
    assert not any(note == "Left blank in the plan." for _, note in notes)
    assert plan.organisations["name"].tolist() == ["Estates", "Parks", "Schools"]
    assert plan.organisations["aliases"].tolist() == ["", "", "schools"]


PRINTED = (
    "Apr-25", "31 December 2027", "December 31, 2027", "3/4/2027", "46112", "Q3 2026", "Q3 2026/27",
    "2026/27 Q3", "Summer 2026", "Winter 2026/27", "2027", "by 2030", "end of 2028", "2025/26",
    "FY26/27", "2022–2025", "03/2027", "2027-03", "early 2026", "Sept 2027",
)  # fmt: skip


@pytest.mark.parametrize("printed", PRINTED)
@pytest.mark.parametrize("column", ["Start", "End"])
def test_a_plan_file_holds_a_date_as_precise_as_it_is_printed(printed, column):
    edition = edition_of(f"Action|Lead|{column}\nBuy solar|Estates|{printed}")
    actions = read_plan(plan_files(edition)).actions
    side = column.lower()
    assert actions[f"{side}_span"][0] == getattr(edition.actions[0], side).edtf != ""


@pytest.mark.parametrize(
    ("printed", "start", "end", "notes"),
    [
        ("2022–2025", "2022", "2025", {"“2022–2025” is printed."}),
        ("Apr - Jun 2026", "Apr 2026", "Jun 2026", set()),  # both say all of it
        ("2021-ongoing", "2021", "Ongoing", {"“2021-ongoing” is printed: ongoing."}),
        ("Annually", "Ongoing", "Ongoing", {"“Annually” is printed: ongoing."}),
        ("Short term", "", "", {"“Short term” is printed, which is no date."}),
        ("2025/26", "2025/26", "2025/26", set()),
        ("Ongoing", "Ongoing", "Ongoing", set()),
    ],
)  # fmt: skip
def test_what_a_plan_file_cannot_hold_as_it_is_printed_stands_in_a_note(printed, start, end, notes):
    plan = read_plan(plan_files(edition_of(f"Action|Lead|Timescale\nBuy solar|Estates|{printed}")))
    [row] = records(plan.actions, "start_published", "end_published")
    assert row == (start, end)
    assert notes <= set(plan.notes["note"])


@given(first=st.dates(date(2015, 1, 1), date(2060, 12, 31)))
@settings(deadline=None, max_examples=40)
def test_a_day_of_any_form_comes_through_a_plan_file_as_that_day(first):
    forms = ("%d/%m/%Y", "%Y-%m-%d", "%d %B %Y", "%d-%b-%y", "%B %d, %Y", "%d.%m.%y")
    rows = "\n".join(f"Do {at}|Estates|{first.strftime(form)}" for at, form in enumerate(forms))
    plan = read_plan(plan_files(edition_of(f"Action|Lead|End\n{rows}")))
    assert set(plan.actions["end_span"]) == {first.isoformat()}


SPELLINGS = """Action|Lead|Partner
Buy solar|Estates Team|District Councils
Plan heat|Estates team|District Council
Run buses|Fleet|Health partners"""


def test_names_that_may_be_one_are_suggested_and_merged_only_when_it_is_chosen():
    apart = summary(edition_of(SPELLINGS))
    assert (apart["leads"], apart["partners"]) == (3, 3)
    assert [pair[:2] for pair in apart["likely_doubles"]] == [
        ("Estates Team", "Estates team"),
        ("District Councils", "District Council"),
    ]
    names = {"District Council": "District Councils", "Estates team": "Estates Team"}
    merged = edition_of(SPELLINGS, choices=Choices({}, {}, names=names))
    assert (summary(merged)["leads"], summary(merged)["partners"]) == (2, 2)
    plan = read_plan(plan_files(merged))
    assert plan.partnerships["partner"].tolist()[:2] == ["District Councils"] * 2
    assert plan.partnerships["published"].tolist()[:2] == ["District Councils", "District Council"]


def test_names_that_only_begin_alike_are_no_doubles():
    assert (
        likely_doubles(["Transport Projects", "Transport Strategy", "Fleet", "Fleet Roads"]) == []
    )


def test_a_lead_that_is_not_printed_is_none_named_and_one_to_be_confirmed_is_that():
    rows = "1|Buy solar|\n2|Plan heat|tbc\n3|Run buses|Fleet"
    plan = read_plan(plan_files(edition_of(f"Ref|Action|Lead\n{rows}")))
    assert plan.actions["leads"].tolist() == ["None named", "TBC", "Fleet"]
    assert plan.assignments["lead"].tolist() == ["Fleet"]
    said = records(plan.notes[plan.notes["column"].eq("leads")], "row", "note")
    assert said == [(3, "Printed as TBC: to be confirmed.")]
    at = PlanAt(plan, month("2026-11"))
    assert [lane.leads for lane in timeline(at).picture.lanes] == [
        ("No lead named",), ("Lead to be confirmed",), ("Fleet",),
    ]  # fmt: skip


def test_names_too_many_to_compare_each_with_each_are_counted():
    rows = "\n".join(f"{number}|Do it|Body {number:04}" for number in range(1_501))
    found = summary(edition_of(f"Ref|Action|Lead\n{rows}"))
    assert found["notes"] == [
        "only the 500 likest pairs of names are listed as likely doubles",
        "only the first 1,500 of 1,501 names were compared for likely doubles",
    ]
    assert (found["leads"], len(found["likely_doubles"])) == (1_501, 500)


def test_who_published_a_plan_comes_with_it_and_its_years_with_its_dates():
    rows = "1|Buy solar|Estates|Apr-25|2027\n2|Plan heat|Estates||by 2030"
    table = f"Ref|Action|Lead|Start|End\n{rows}"
    chosen = Choices({}, {}, plan="Our plan", publisher="Anytown Council")
    provenance = read_plan(plan_files(edition_of(table, choices=chosen))).provenance
    assert records(provenance) == [
        (
            "Our plan", "Anytown Council", "2025-26", "2030-31", "",
            "The years are those that its dates span.",
        )
    ]  # fmt: skip
    assert plan_files(edition_of(table)).plans is None
    undated = edition_of("Action|Lead\nBuy solar|Estates", choices=chosen)
    assert plan_files(undated).plans is None
