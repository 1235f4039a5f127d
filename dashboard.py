"""What ``streamlit run`` starts: the app with its routes, and in it a run for each reader."""

import streamlit as st

from netzero.ui import frame, plotly_file

# The server imports this file for its routes; a reader's run is the main module.
if __name__ == "__main__":
    frame.show()
else:
    app = st.App(__file__, routes=plotly_file.routes())
