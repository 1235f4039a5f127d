"""Present the plan live, and hand it out after."""

from netzero.ui import frame
from netzero.ui.briefing_editor import show_editor
from netzero.ui.order_address import asked_order, slides_of
from netzero.ui.room import present
from netzero.ui.room_bar import is_presenting

at = frame.current()
order, notice = asked_order()
slides = slides_of(at, order)
if is_presenting():
    present(at, [slide.exhibit for slide in slides if slide.is_presented], notice=notice)
else:
    show_editor(at, slides, notice=notice)
