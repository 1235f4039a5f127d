"""The timeline of the dashboard alone on a Streamlit page, by ``st.plotly_chart``."""

import streamlit as st

from tools.bench.apps.figure import timeline_at
from tools.bench.apps.months import MONTHS

month = st.selectbox("As at", MONTHS, key="as_at", bind="query-params")
st.plotly_chart(timeline_at(month), theme=None, key="timeline")
