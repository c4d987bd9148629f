"""Events and who holds them: a festival weekend, a club night.

An event has an organiser, a venue (a place) and days, the first and the last. Shifts belong to it.
"""
