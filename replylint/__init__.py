"""replylint: a linter for customer-service email."""

__version__ = "0.1.0"
