"""``python -m netzero changes``: two editions in, counts and sentences or one object out."""

import json

import pytest

from netzero.__main__ import main
from netzero.plan.files import DATA
from tests.builders import plan_files

ROWS = (
    "A1 | Red Team | | Apr-25 | Mar-27",
    "A2 | Red Team | | Apr-25 | Mar-28",
    "A3 | Blue Team | | Apr-25 | Ongoing",
)


@pytest.fixture
def editions(tmp_path):
    before, after = tmp_path / "before", tmp_path / "after"
    plan_files(*ROWS).write(before)
    plan_files(ROWS[0].replace("Mar-27", "Sep-27"), ROWS[2]).write(after)
    return str(before), str(after)


def test_it_prints_counts_by_kind_and_the_list(editions, capsys):
    assert main(["changes", *editions]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "3 actions before, 2 after.",
        "Dropped: 1",
        "Moved later: 1",
        "A2 Do A2: dropped; its end was Mar 2028.",
        "A1 Do A1: end Mar 2027 to Sep 2027, 6 months later.",
    ]


def test_it_prints_one_object_for_programs(editions, capsys):
    assert main(["changes", *editions, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {kind: number for kind, number in found["counts"].items() if number} == {
        "dropped": 1,
        "moved later": 1,
    }
    dropped, later = found["changes"]
    assert (dropped["kind"], dropped["action"], dropped["from"]) == ("dropped", "A2", "2028-03")
    assert [later[name] for name in ("kind", "action", "what", "from", "to", "months")] == [
        "moved later", "A1", "end", "2027-03", "2027-09", 6,
    ]  # fmt: skip
    assert (found["matched_by_text"], found["doubtful"]) == ([], [])


def test_an_edition_against_itself(editions, capsys):
    assert main(["changes", editions[0], editions[0]]) == 0
    assert capsys.readouterr().out == "Nothing differs: 3 actions the same.\n"


def test_a_file_of_any_council_is_an_edition_too(editions, tmp_path, capsys):
    table = tmp_path / "plan.csv"
    table.write_text("Ref,Action,Lead,Start,End\nA1,Do A1,Red Team,Apr-25,2027\n", encoding="utf-8")
    assert main(["changes", str(table), str(table), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["changes"] == []


@pytest.mark.parametrize("place", [0, 1])
def test_a_plan_that_cannot_be_read_gets_a_sentence(editions, tmp_path, capsys, place):
    asked = list(editions)
    asked[place] = str(tmp_path / "none")
    assert main(["changes", *asked]) == 1
    said = capsys.readouterr().err
    assert said.endswith("none: No such file or directory. Accepted: a readable file.\n")


def test_a_damaged_plan_gets_a_sentence(editions, tmp_path, capsys):
    (tmp_path / "after" / "actions.csv").write_bytes(b"\xff\xfe\x00")
    assert main(["changes", *editions]) == 1
    assert "Accepted:" in capsys.readouterr().err


def test_the_published_text_says_what_the_plan_files_say(capsys):
    published = DATA / "published" / "net-zero-action-plans.txt"
    assert main(["changes", str(published), str(DATA)]) == 0
    assert main(["changes", str(DATA), str(published)]) == 0
    assert capsys.readouterr().out == "Nothing differs: 52 actions the same.\n" * 2
