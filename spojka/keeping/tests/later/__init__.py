"""The migrations of places as a later Spojka might have them."""
