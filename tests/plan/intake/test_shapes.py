"""Tables in the shapes of other councils' plans and registers, small and counted by hand."""

import pytest

from netzero.plan.intake.edition import summary
from tests.plan.intake.test_edition import edition_of

BOROUGH = """Climate Emergency Action Plan 2023

Ref|Action|Lead Officer|Resources|Timescale|Progress
1. Buildings
1.1|Survey every building|Head of Property / Head of Finance|Officer time|Short term|Green
1.2|Replace gas boilers|Head of Property|£2m|2024 - 2027|Amber
2. Transport
2.1|Electrify the fleet|Fleet Manager|tbc|By 2030|Amber
2.2|Review parking|Parking Manager / Planning|Officer time|Ongoing|Green"""
CITY = """Action #|Action Title|Description|Lead Department|Supporting Departments|Target Date
TR-1|Bike lanes|Build 20 miles of bike lanes|Public Works|Planning, Police|12/31/2027
TR-2|Electric buses|Buy 40 buses|Transit|Public Works|06/30/2026
EN-1|Solar roofs|Put solar on schools|Facilities||03/04/2028"""
HOSPITAL = """Workstream|What we will do|Who|By when
Estates|Fit LED lights|Estates Team|Q4 2025/26
Medicines|Stop the use of desflurane|Anaesthetics; Pharmacy|Complete
Travel|Publish a travel plan|Sustainability Manager|Autumn 2026
Travel|Survey staff|Sustainability Manager|"""
REGISTER = """Project Name|Department|Start Date|End Date|Whole Life Cost
Flood wall|Environment|01/04/2019|31/03/2028|£40m
Data centre|Digital|01/10/2021|Exempt|£12m
Rail link|Transport|13/05/2020|30/11/2031|£2bn
Heat fund|Energy|TBC|N/A|£90m"""
NUMBERED = """No.|Objective|Proposed action|Responsible|Partners|Start|Finish
1|Waste less|Collect food waste|Waste Team|Parish councils|2025/26|2026/27
|||Waste Team||2025/26|
2|Waste less|Repair cafes|Libraries|Volunteers, WI|Spring 2026|Ongoing
3|Grow more|Plant an orchard|Parks|Schools, WI|Nov-26|Mar 27"""
REVISED = """ID|Activity|Owner|Planned start|Planned end|Revised end|Notes
A|Map the grid|Planning|Apr-25|Mar-26|Sep-26|slipped
B|Model demand|Planning, Energy|Apr-26|2027||none"""


@pytest.mark.parametrize(
    ("table", "expected", "ends"),
    [
        (BOROUGH, (4, 0, 5, 6, 0), ["in words", "2027", "2030", "ongoing"]),
        (CITY, (3, 0, 3, 3, 3), ["2027-12-31", "2026-06-30", "2028-03-04"]),
        (HOSPITAL, (4, 0, 4, 5, 0), ["2026-01/2026-03", "complete", "2026-23", "not given"]),
        (REGISTER, (4, 0, 4, 4, 0), ["2028-03-31", "withheld", "2031-11-30", "not applicable"]),
        (NUMBERED, (3, 1, 3, 3, 4), ["2026-04/2027-03", "ongoing", "2027-03"]),
        (REVISED, (2, 0, 2, 3, 0), ["2026-03", "2027"]),
    ],
    ids=["borough", "city", "hospital", "register", "numbered", "revised"],
)
def test_a_plan_of_another_shape_is_read_whole(table, expected, ends):
    edition = edition_of(table)
    found = summary(edition)
    counts = ("kept", "set_aside", "leads", "assignments", "partners")
    assert tuple(found[name] for name in counts) == expected
    assert [action.end.edtf or action.end.kind for action in edition.actions] == ends


def test_what_a_shape_has_besides_is_said():
    borough = edition_of(BOROUGH)
    assert borough.left_out == ["Resources", "Progress"]
    assert [action.theme for action in borough.actions] == [
        "1. Buildings", "1. Buildings", "2. Transport", "2. Transport",
    ]  # fmt: skip
    assert {action.plan for action in borough.actions} == {"Climate Emergency Action Plan 2023"}
    assert edition_of(REVISED).left_out == ["Revised end", "Notes"]
    city = edition_of(CITY).actions[2]
    assert (city.title, city.action) == ("Solar roofs", "Put solar on schools")
    assert [finding.code for finding in edition_of(NUMBERED).findings] == ["no action"]
