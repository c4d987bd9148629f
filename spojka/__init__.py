"""Spojka: one record of help, from the festival stand to the city council."""
