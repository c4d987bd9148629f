"""Early warning: what workers notice, drawn together into a warning for those whom it may save.

Terms: signal = one sighting of a change (a substance, spiked drinks, hunger), never of a person; drawn = taken into a
warning; audience = who may hear of a warning; in force = verified, within its days, not withdrawn.

- It lies above encounters, for a signal may come from a shift; the stand page asks what we have (encounters/standing).
- A signal is its service's, and the whole house's if its writer says so; nobody outside of the house sees it.
- A warning leaves its service by a grant alone, made by verifying, for its days; withdrawing ends it.
- What leaves the house is what the warning says, and no place finer than a municipality.
"""
