"""One picture a module: a finished table in, a figure out."""
