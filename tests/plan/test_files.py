from dataclasses import replace

import pytest

from netzero.plan import PlanFiles
from tests.builders import write_csv

FILES = PlanFiles(actions=b"ab", organisations=b"c", notes=b"d", plans=b"e")


@pytest.fixture
def folder(tmp_path):
    for name in ("actions", "organisations", "notes", "plans"):
        write_csv(tmp_path / f"{name}.csv", [name], [])
    return tmp_path


def test_the_files_of_a_folder_are_its_four_csv_files(folder):
    assert PlanFiles.of(folder) == PlanFiles(
        actions=b"actions\r\n",
        organisations=b"organisations\r\n",
        notes=b"notes\r\n",
        plans=b"plans\r\n",
    )


def test_notes_and_plans_may_be_missing(folder):
    (folder / "notes.csv").unlink()
    (folder / "plans.csv").unlink()
    files = PlanFiles.of(folder)
    assert (files.notes, files.plans) == (None, None)


@pytest.mark.parametrize("name", ["actions.csv", "organisations.csv"])
def test_actions_and_organisations_may_not(folder, name):
    (folder / name).unlink()
    with pytest.raises(FileNotFoundError, match=name):
        PlanFiles.of(folder)


def test_a_file_that_cannot_be_read_is_no_missing_file(folder):
    (folder / "notes.csv").unlink()
    (folder / "notes.csv").mkdir()
    with pytest.raises(OSError, match=r"notes\.csv"):
        PlanFiles.of(folder)


def test_the_same_bytes_have_the_same_digest():
    assert replace(FILES).digest == FILES.digest
    assert len(FILES.digest) == 64


@pytest.mark.parametrize(
    "others",
    [
        replace(FILES, actions=b"a", organisations=b"bc"),
        replace(FILES, plans=b"f"),
        replace(FILES, notes=None),
        replace(FILES, notes=b""),
        replace(FILES, notes=b"e", plans=b"d"),
        replace(FILES, notes=None, plans=b"d"),
    ],
)
def test_other_bytes_or_the_same_in_other_files_have_another_digest(others):
    assert others.digest != FILES.digest


def test_no_content_is_printed():
    assert repr(FILES) == "PlanFiles()"
