"""What the dashboard costs beside bare pages: ``make bench``."""
