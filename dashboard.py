"""What ``streamlit run`` starts."""

from netzero.ui import frame

frame.show()
