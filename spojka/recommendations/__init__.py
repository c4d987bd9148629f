"""Recommendations and measures of groups: what was asked of whom, how it stands, and what came of it.

Terms: recommendation (doporučení) = what a group asks of a body of the town (rada, zastupitelstvo, výbor, komise,
úřad): of one sort, which is a row of the list `recommendation_sort`; step = what happened to it on a day, by which
document and why; vote with ballots = who was for it, and whose interest kept them from voting; zone = where a measure
holds; call and funding project = money asked for the work of a group; media output = what was said of it outside.

- A recommendation is a row of the service that proposed it; whoever sits in its group reads it. Steps, votes and what
  is public are written by the service that supports the group.
- Steps are only added, each after the newest one; a mistaken one is taken back and stays to be seen.
- What one body rejected may be brought to another one: a new row that leads back to the old one.
- A step may say until when an answer is due. Until the next step is written, it waits on Today and in the calendar.
- Everybody may read a copy that a person checked, and nothing else: see PublicRecommendation.
"""
