"""Indirect work: what workers do for people without meeting them, in minutes.

Preparation, travel, documentation, meetings, supervision: a line says on which day, who, what and how long, and
perhaps for which project. Hours with people come from shifts and acts, never from here, so nothing counts twice.
A line is put right by another one that stands instead of it; the old one stays, voided.
"""
