"""A Streamlit page with one choice and one sentence: the least that a run can be."""

import streamlit as st

from tools.bench.apps.months import MONTHS

month = st.selectbox("As at", MONTHS, key="as_at", bind="query-params")
st.write(f"As at {month}")
