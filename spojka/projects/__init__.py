"""Projects: who pays for the work, for what and until when, and how far what was promised is done.

A project is a dated grant to the house for some of its services, perhaps for a territory only. Shifts and indirect
work say which project pays (encounters, work); here projects are looked after and their fulfilment is counted.

- Who heads all services of a project looks after it, and so does the manager of the house; workers see its name.
- Nothing of a project is deleted: an ended one keeps its shifts, work and figures.
- What is done is counted by the same figures as in reports, of the reader's own services alone.
"""
