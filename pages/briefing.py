"""Present the plan live, and hand it out after."""

from netzero.ui import frame
from netzero.ui.briefing import show_editor
from netzero.ui.presenting import is_presenting, present
from netzero.ui.running import running_order

view = frame.current()
order = running_order()
if is_presenting():
    present(view, order)
else:
    show_editor(view, order)
