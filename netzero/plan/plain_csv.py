"""The quick way through a CSV file in which nothing is odd, for plans of very many actions."""

import io

import numpy as np
import pandas as pd

_QUOTE, _COMMA, _FEED, _RETURN = b'",\n\r'


def read_plain(content: bytes, *, width: int) -> pd.DataFrame | None:
    """Return the cells of a table as texts, its columns numbered, on the rows of a spreadsheet.

    Rows in which nothing stands are left out. None comes back where anything is odd: marks of
    quotation other than around a whole cell, blank lines, rows of another ``width``, old line ends.
    To say what is wrong with it, or nothing, is for a reader that takes its time. ``content`` is
    UTF-8 without a byte order mark, its first row the header.
    """
    if not _is_plain(content):
        return None
    try:
        # Of the readers that pandas has this is the fast one; it refuses rows of several lengths.
        table = pd.read_csv(
            io.BytesIO(content), engine="pyarrow", dtype="str", keep_default_na=False
        )
    except (ImportError, ValueError):
        return None
    if table.shape[1] != width:
        return None
    table = table.set_axis(range(width), axis="columns").set_axis(range(2, len(table) + 2))
    empty = table[table[0].str.strip().eq("")].map(str.strip).eq("").all(axis="columns")
    return table.drop(index=empty.index[empty]).rename_axis(index="row")


def _is_plain(content: bytes) -> bool:
    # A line end before it and one after, so that each sign has a neighbour on both sides.
    end = b"" if content.endswith(b"\n") else b"\n"
    signs = np.frombuffer(b"\n" + content + end, dtype="uint8")
    return b"\0" not in content and _has_plain_lines(signs) and _has_plain_quotes(signs)


def _has_plain_lines(signs: np.ndarray) -> bool:
    """Return whether every line holds something and ends as lines do now."""
    ends = np.flatnonzero(signs == _FEED)[1:]
    last = ends - 1 - (signs[ends - 1] == _RETURN)
    returns = np.flatnonzero(signs == _RETURN)
    return bool((signs[last] != _FEED).all() and (signs[returns + 1] == _FEED).all())


def _has_plain_quotes(signs: np.ndarray) -> bool:
    """Return whether each mark of quotation opens or closes a cell, or is one of two in a cell."""
    quotes = np.flatnonzero(signs == _QUOTE)
    if len(quotes) % 2:
        return False
    before, after = signs[quotes[0::2] - 1], signs[quotes[1::2] + 1]
    opens = np.isin(before, (_COMMA, _FEED, _QUOTE))
    closes = np.isin(after, (_COMMA, _FEED, _RETURN, _QUOTE))
    return bool(opens.all() and closes.all())
