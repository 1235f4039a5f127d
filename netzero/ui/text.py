"""Text on the page. What comes from a plan is shown letter for letter, never as markup."""

import re
from collections.abc import Mapping

import streamlit as st

from netzero.exports.markup import escaped

LONGEST_QUOTED = 80
_MARKDOWN = re.compile(r"([!-/:-@\[-`{-~])")


def literal(text: str) -> str:
    r"""Return text so that a Markdown label shows it as it stands.

    >>> literal("**T1** & more")
    '\\*\\*T1\\*\\* \\& more'
    """
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def quoted(text: str) -> str:
    """Return what somebody wrote, in quotation marks and cut where it is long.

    >>> quoted("soon"), len(quoted("x" * 5000))
    ('“soon”', 82)
    """
    whole = len(text) <= LONGEST_QUOTED
    return f"“{text if whole else text[: LONGEST_QUOTED - 1] + '…'}”"


def heading(
    words: str,
    beneath: str = "",
    *,
    level: int = 2,
    anchor: str = "",
    where: str = "",
    button: str = "",
) -> None:
    """Write a heading that ``contents`` may lead to, and under it a line in smaller type.

    The line ends with ``where`` it holds, which a sheet of paper says once for all, and a
    ``button`` as HTML.
    """
    scope = f' <span class="nz-where">{escaped(where)}</span>' if where else ""
    line = f'<p class="nz-counted">{escaped(beneath)}{scope} {button}</p>' if beneath else ""
    named = f' id="nz-{escaped(anchor)}"' if anchor else ""
    st.html(f'<h{level} class="nz-finding"{named}>{escaped(words)}</h{level}>{line}')


def contents(parts: Mapping[str, str]) -> None:
    """Write links to headings of the page, by their anchors, under the words given."""
    links = "".join(
        f'<li><a href="#nz-{escaped(anchor)}">{escaped(words)}</a></li>'
        for anchor, words in parts.items()
    )
    st.html(f'<nav class="nz-contents" aria-label="On this page"><ul>{links}</ul></nav>')


def paragraph(text: str, *, style: str = "nz-note") -> None:
    """Write plain text, with one of the product's own styles."""
    st.html(f'<p class="{style}">{escaped(text)}</p>')
