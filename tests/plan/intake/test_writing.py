"""An edition as plan files: what the pages count, and what is printed, side by side."""

from netzero.plan import read_plan
from netzero.plan.intake.doubles import likely_doubles
from netzero.plan.intake.edition import Choices, summary
from netzero.plan.intake.writing import plan_files
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
        ("A", "Printed as “2026/27”: counted in its first month, April 2026."),
        ("A", "Printed as “Summer 2028”: counted in its last month, August 2028."),
        ("B", "Printed as “by 2030”: counted in its last month, December 2030."),
        ("B", "“Short term” is printed, which is no date."),
        ("C", "“Mar-26” is printed as the end, which is before the start."),
    }
    assert not any(note == "Left blank in the plan." for _, note in notes)
    assert plan.organisations["name"].tolist() == ["Estates", "Parks", "Schools"]
    assert plan.organisations["aliases"].tolist() == ["", "", "schools"]


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
