"""Links that open one thing once, for a time: an invitation, later a sheet or a pass for a day.

A link's token has 256 random bits and stands in the letter alone; we keep its hash, so who reads our tables opens
nothing. A link has a purpose, an end, and is used or taken back at most once; two who use it at the same moment are
told apart by the database. Whoever issues one keeps the row that it leads to. Knows no domain and no rights, so it
lies below `access`, whose link holder is named by a link's id.
"""
