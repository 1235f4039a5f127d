"""The plan files that the dashboard serves, read once for each state they are in."""

import gc
import hashlib
import os
from pathlib import Path

import pandas as pd
import streamlit as st

from netzero.plan import Plan, read_plan
from netzero.plan.provenance import COLUMNS, read_provenance
from netzero.plan.reading import DATA

FOLDER = "NETZERO_DATA"
FILES = ("actions.csv", "organisations.csv", "notes.csv", "plans.csv")


def data_folder() -> Path:
    """Return the folder that holds the plan files: ``NETZERO_DATA``, or the project's ``data``."""
    return Path(os.environ.get(FOLDER) or DATA)


def load_plan() -> Plan:
    """Return the plan of the data folder; raise ``PlanError`` or ``OSError`` as reading does."""
    folder = data_folder()
    plan = _plan(folder, "".join(_digest(folder / name) for name in FILES))
    _last_good()[folder] = plan
    return plan


def last_good_plan() -> Plan | None:
    """Return the last plan of the data folder that could be read, if this process read one."""
    return _last_good().get(data_folder())


@st.cache_resource(show_spinner=False)
def _last_good() -> dict[Path, Plan]:
    return {}


@st.cache_resource(max_entries=4, show_spinner="Reading the plan")
def _plan(folder: Path, digests: str) -> Plan:
    """Read the plan; ``digests`` is the key that a changed file changes."""
    notes, plans = (folder / name for name in FILES[2:])
    return read_plan(
        folder / "actions.csv",
        organisations_csv=folder / "organisations.csv",
        notes_csv=notes if notes.exists() else None,
        plans_csv=plans if plans.exists() else None,
    )


@st.cache_resource(show_spinner=False)
def settle() -> None:
    """Set what is loaded apart from the garbage collector, once for the process.

    Streamlit collects after every run, and going through all its modules takes longer than a page.
    """
    gc.collect()
    gc.freeze()


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""


def provenance() -> pd.DataFrame:
    """Return where the published tables come from; no rows where the data folder does not say."""
    path = data_folder() / "plans.csv"
    return read_provenance(path) if path.exists() else pd.DataFrame(columns=list(COLUMNS))
