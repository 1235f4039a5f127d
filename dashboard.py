"""What ``streamlit run`` starts: the app as it is served, and in it a run for each reader."""

import streamlit as st

from netzero import server
from netzero.ui import frame

# The server imports this file for the app; a reader's run is the main module.
if __name__ == "__main__":
    frame.show()
else:
    app = st.App(
        __file__,
        routes=server.routes(),
        middleware=server.middleware(),
        lifespan=server.warmed,
    )
