"""The words by which minutes are read: what to add when a new manner of writing turns up."""
