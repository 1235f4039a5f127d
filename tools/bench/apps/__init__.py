"""The pages that the dashboard is measured beside."""
