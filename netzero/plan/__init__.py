"""What a plan is: months, organisations, reading, checking, importing."""

from netzero.plan.checking import PlanError, Problem
from netzero.plan.model import Plan
from netzero.plan.reading import read_plan

__all__ = ["Plan", "PlanError", "Problem", "read_plan"]
