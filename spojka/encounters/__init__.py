"""What happens at the stand, in the street and in the centre.

A shift is one stretch of work of a crew at a place; over midnight it belongs to its starting day. An encounter
is one contact in a shift: with nobody known (anonymous), with a client under a code, or a tally of many people
(which is no contact; of nobody, it is a find: what lay there was collected). It carries acts, handouts, what was
taken back, themes, substances and perhaps what was measured. Corrections and voiding leave a trace. A service
refusal says what could not be given, why, and what was offered instead.
"""
