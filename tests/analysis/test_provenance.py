"""What Plan data shows: about the whole plan, whatever the filters."""

from netzero.analysis.provenance import columns, names, notes, sources
from tests.at import published

NARROW = published(team=("Special Projects",))


def test_the_sources_count_the_whole_plan_and_give_the_fingerprint_of_the_file():
    found = sources(NARROW)
    assert found.finding == "52 actions from 2 published tables"
    assert found.scope == "Whole plan"
    fingerprint = f"fingerprint of the file (SHA-256) {NARROW.plan.digest}"
    assert found.counted == f"22 lead teams, 52 partners; {fingerprint}"
    assert [row[2:4] for row in found.table.rows] == [("2025-26", "2029-30")] * 2


def test_a_note_leads_to_each_action_that_it_touches():
    found = notes(NARROW)
    assert {row[1] for row in found.table.rows if "Environment and Waste" in row[3]} >= {"B2", "C4"}
    assert found.picture.row_spots[0].action_ids == (found.table.rows[0][1],)


def test_every_reviewed_name_is_listed():
    assert len(names(NARROW).table) == len(NARROW.plan.organisations)


def test_every_column_of_the_plan_files_is_explained():
    found = columns(NARROW)
    assert [row[:2] for row in found.table.rows[:2]] == [
        ("actions.csv", "action_id"), ("actions.csv", "plan"),
    ]  # fmt: skip
    assert {row[0] for row in found.table.rows} == {
        "actions.csv", "organisations.csv", "notes.csv", "plans.csv",
    }  # fmt: skip
    assert all(all(row) for row in found.table.rows)
