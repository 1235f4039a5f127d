"""One question a module: tables in, tables out."""
