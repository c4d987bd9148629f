"""Tools for those who work on Spojka. None of them runs in production."""
