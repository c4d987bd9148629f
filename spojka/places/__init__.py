"""Where work happens: venues, premises, localities.

A place belongs to the service that wrote it down. Shifts happen at places; figures are cut by them.
"""
