"""Keeping what was written: backup, restore and check, on both databases.

A backup is one encrypted file that fits SQLite and PostgreSQL alike: every row as a line of JSON, the uploaded
files, and a manifest with counts and hashes. A restore is one transaction: all of it or nothing.
Knows no domain; it walks the registry of models, and what packages erase in time (`tidying.py`).
Commands: backup, restore, check, tidy.
"""
