"""Reports for those to whom the work is owed: the page, the paper, the table and the command give the same numbers.

Terms: scope = period and filters; audience = who will hold the paper (us, a partner, the public); figure = a metric
with its number; line = one row of a breakdown; behind = the records that a figure counts.

- Numbers come from `figures` alone; here they are only arranged, named and protected.
- A period is made of shifts' days: what happened at two in the morning belongs to the evening before.
- What leaves the house is made for a partner or the public: small numbers hidden, workers' names left out.
- Every number leads to its records, through the audited doors.
"""
