"""The months that every app of the benchmark offers."""

MONTHS = [f"{year}-{month:02d}" for year in range(2024, 2032) for month in range(1, 13)]
