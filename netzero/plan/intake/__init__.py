"""Reading any council's plan: a file to tables of text, to columns, to actions and faults."""
