"""A page of Streamlit with a month to choose and a line of words."""

import streamlit as st

MONTHS = [f"{year}-{month:02d}" for year in range(2024, 2034) for month in range(1, 13)]

month = st.selectbox("As at", MONTHS, key="as_at")
st.write(f"As at {month}")
