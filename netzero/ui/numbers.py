"""The few numbers that matter, large."""

from collections.abc import Mapping

import streamlit as st

from netzero.ui.text import escaped


def show_numbers(numbers: Mapping[str, int]) -> None:
    """Show each number over its name."""
    pairs = "".join(
        f"<div><dt>{escaped(name)}</dt><dd>{number:,}</dd></div>"
        for name, number in numbers.items()
    )
    st.html(f'<dl class="nz-numbers">{pairs}</dl>')
