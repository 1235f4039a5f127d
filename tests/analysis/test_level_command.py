"""``python -m netzero level``: what it prints, and what it says of options that make no sense."""

import json

import pytest

from netzero.__main__ import main
from tests.builders import plan_files

PUBLISHED = ["level", "--most", "1", "--per", "quarter", "--as-at", "2026-11"]


def record(capsys, *options: str) -> dict:
    assert main([*PUBLISHED, "--json", *options]) == 0
    found: dict = json.loads(capsys.readouterr().out)
    return found


def test_one_object_holds_the_moves_of_the_published_plan(capsys):
    found = record(capsys)
    moves = [(each["action"], each["from"], each["to"]) for each in found["moves"]]
    assert moves == [
        ("LCC.5", "2027-03", "2027-06"),
        ("LCC.7", "2027-09", "2027-12"),
        ("LCC.8", "2029-03", "2029-06"),
        ("E1", "2030-03", "2030-06"),
    ]
    assert (found["moved"], found["months"], found["optimal"], found["others"]) == (4, 12, True, 15)


def test_the_solver_prints_nothing_of_its_own(capfd):
    main([*PUBLISHED, "--json"])
    assert capfd.readouterr().out.startswith('{\n  "moves"')


def test_what_is_held_is_named_by_ids_and_teams_with_commas_between(capsys):
    found = record(capsys, "--hold", "LCC.5,LCC.8", "--hold", "LCC.7, E2")
    assert [each["action"] for each in found["moves"]] == ["LCC.9", "LCC.10", "E1", "E5"]


def test_either_way_and_any_month_are_switched_on(capsys):
    moves = record(capsys, "--either-way", "--any-month")["moves"]
    assert {abs(each["months"]) for each in moves} == {1}


def test_sentences_say_it_to_readers(capsys):
    assert main(PUBLISHED) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == [
        "Four moves: no team has two deadlines in a quarter.",
        "Quarters with over one deadline of one team, from Nov 2026: 4; 12 months of moving in "
        "all; proven fewest; 15 other answers are as short.",
        "LCC.5 from Mar 2027 to Jun 2027, 3 months later. Falls with E5 in Q4 2026-27 of "
        "Carbon Reduction Team; E5 has two lead teams.",
    ]
    assert lines[6] == (
        "As short: LCC.9 from Sep 2027 to Dec 2027, 3 months later, instead of LCC.7."
    )
    assert lines[7].endswith(
        "It suggests, it does not recommend; the plan holds no effort, so it knows none."
    )


def test_no_answer_is_printed_and_is_no_success(capsys):
    assert main([*PUBLISHED, "--json", "--within", "2"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert (found["moves"], found["optimal"]) == ([], False)
    assert found["none_because"] == (
        "Carbon Reduction Team has two deadlines that can fall only in Q4 2026-27, and one a "
        "quarter leaves room for one. So it is with two more teams."
    )


def test_a_folder_and_a_file_are_read_as_plans(capsys, tmp_path):
    rows = ["A1 | Red Team | | Apr-25 | Mar-27", "A2 | Red Team | | Apr-25 | Mar-27"]
    plan_files(*rows).write(tmp_path)
    for data in (tmp_path, tmp_path / "actions.csv"):
        found = record(capsys, "--data", str(data))
        assert [each["action"] for each in found["moves"]] == ["A1"]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--hold", "X9"], "“X9” is no action and no lead team of this plan."),
        (["--most", "0"], "A team may have 1 to 50 deadlines at most, not 0."),
        (["--within", "0"], "A deadline moves by 1 to 60 months, not 0."),
        (["--data", "/nowhere"], "/nowhere: No such file or directory"),
    ],
)
def test_an_option_that_makes_no_sense_gets_a_sentence(capsys, options, sentence):
    assert main([*PUBLISHED, *options]) == 1
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--as-at", "2026-13"], "2026-13 is not a month from 2015 to 2060"),
        (["--as-at", "soon"], "'soon' is not a month such as 2026-11"),
        (["--per", "week"], "invalid choice: 'week'"),
        (["--most", "some"], "invalid int value: 'some'"),
    ],
)
def test_an_option_that_cannot_be_read_gets_a_sentence(capsys, options, sentence):
    with pytest.raises(SystemExit):
        main([*PUBLISHED, *options])
    assert sentence in capsys.readouterr().err
