"""Reads a net zero action plan, counts it, draws it and shows it."""
