"""What a plan is: months, organisations, reading, checking, importing."""

from netzero.plan.faults import PlanError, Problem
from netzero.plan.files import PlanFiles
from netzero.plan.model import Plan
from netzero.plan.reading import read_plan

__all__ = ["Plan", "PlanError", "PlanFiles", "Problem", "read_plan"]
