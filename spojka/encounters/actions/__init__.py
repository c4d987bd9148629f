"""What can be done: shifts, encounters, refusals. Each function is one verb of access.Permission."""
