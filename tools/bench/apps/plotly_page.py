"""A page of Streamlit with a month to choose and one small chart that follows it."""

import plotly.graph_objects as go
import streamlit as st

MONTHS = [f"{year}-{month:02d}" for year in range(2024, 2034) for month in range(1, 13)]

month = st.selectbox("As at", MONTHS, key="as_at")
first = MONTHS.index(month)
heights = [(first + place) % 12 + 1 for place in range(24)]
st.plotly_chart(go.Figure(go.Bar(x=MONTHS[:24], y=heights)))
