"""Measurements: `make bench`, or `make bench BENCH="record"`. Prints a table and writes bench/results.json."""
