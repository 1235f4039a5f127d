"""What is set up once for the whole process, whoever reads."""

import gc
from threading import BoundedSemaphore

import streamlit as st

# More at once only make each slower: they share one interpreter.
SCRIPTS_AT_ONCE = 2
turns = BoundedSemaphore(SCRIPTS_AT_ONCE)


@st.cache_resource(show_spinner=False)
def spare_the_collector() -> None:
    """Set what is loaded by now apart from the garbage collector, at the first call only.

    Streamlit collects after every run, and going through all its modules takes longer than a page.
    """
    gc.collect()
    gc.freeze()
