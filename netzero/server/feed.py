"""A calendar to subscribe to: the deadlines of a scope, which follow the plan file."""

from datetime import date
from functools import partial
from hashlib import sha256

import pandas as pd
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from netzero.analysis.plan_at import PlanAt
from netzero.analysis.scope import LONGEST_QUERY, Scope
from netzero.analysis.wording import listing
from netzero.exports.calendar import calendar_file
from netzero.plan import Plan
from netzero.ui import address, sign_in
from netzero.ui.asked import FILTERS, filter_options
from netzero.ui.loading import read_at, read_served_plan
from netzero.ui.text import quoted

MIME = "text/calendar; charset=utf-8"
FRESH = "private, max-age=3600"
SWITCHES = (address.STARTS, address.PAST)


def deadlines(request: Request) -> Response:
    """Answer with the calendar that the query asks for, or with a sentence on what it cannot.

    Whoever has it already is told so.
    """
    if sign_in.is_configured():
        return _refused("Readers sign in to this dashboard, so it has no open calendar.", 403)
    plan = read_served_plan().plan
    if plan is None:
        return _refused("The plan cannot be read at the moment.", 503)
    try:
        scope = _scope(plan, request.query_params)
    except ValueError as error:
        return _refused(str(error), 400)
    calendar = _calendar(plan, scope, request)
    tag = f'"{sha256(calendar).hexdigest()[:32]}"'
    headers = {"Cache-Control": FRESH, "ETag": tag}
    held = request.headers.get("if-none-match", "").replace("W/", "").split(",")
    if tag in map(str.strip, held):
        return Response(status_code=304, headers=headers)
    return Response(calendar, media_type=MIME, headers=headers)


def _calendar(plan: Plan, scope: Scope, request: Request) -> bytes:
    starts, past = (request.query_params.get(name) == "1" for name in SWITCHES)
    root = str(request.url.replace(query="")).removesuffix(address.FEED)
    at = PlanAt(plan, pd.Period(date.today(), freq="M"), scope)
    return calendar_file(
        at,
        stamp=read_at(),
        starts=starts,
        past=past,
        link=partial(address.to_action, under=root),
    )


def _scope(plan: Plan, query: QueryParams) -> Scope:
    """Return the scope that a query asks for; raise ``ValueError`` with a sentence if it cannot."""
    known = (*(each.name for each in address.FED), *SWITCHES)
    if unknown := [name for name in dict.fromkeys(query) if name not in known]:
        named = listing([quoted(name) for name in unknown], most=5)
        raise ValueError(f"Not known here: {named}. Accepted: {listing(known, joined_by='or')}.")
    if any(query.get(name, "0") not in ("0", "1") for name in SWITCHES):
        raise ValueError(f"Accepted for {listing(SWITCHES)}: 0 or 1.")
    chosen = {each.name: tuple(dict.fromkeys(query.getlist(each.name))) for each in FILTERS}
    for parameter, accepted in filter_options(plan).items():
        if none := [value for value in chosen[parameter.name] if value not in accepted]:
            named = listing([quoted(value) for value in none], most=5)
            raise ValueError(f"This plan has no {parameter.name} {named}.")
    words = query.get(address.SEARCH.name, "").strip()
    if len(words) > LONGEST_QUERY:
        raise ValueError(f"The search is longer than {LONGEST_QUERY} characters.")
    return Scope(**chosen, q=words)


def _refused(sentence: str, status: int) -> Response:
    return PlainTextResponse(f"{sentence}\n", status_code=status)
