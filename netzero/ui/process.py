"""What is set up once for the whole process, whoever reads."""

import gc
from threading import BoundedSemaphore

import streamlit as st

# More at once only make each slower: they share one interpreter.
SCRIPTS_AT_ONCE = 2
turns = BoundedSemaphore(SCRIPTS_AT_ONCE)


def spare_the_collector() -> None:
    """Set what is held by now apart from the garbage collector.

    Streamlit collects after every run, and going through all that is kept takes longer than a page.
    What is let go is still freed: only circles of it would not be, and answers hold none.
    """
    gc.collect()
    gc.freeze()


@st.cache_resource(show_spinner=False)
def spare_what_is_loaded() -> None:
    """Do so for the modules, at the first call only."""
    spare_the_collector()
