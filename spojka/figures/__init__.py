"""What is counted and how: the registry of metrics, their units, and the protection of small numbers.

Terms: metric = one definition of a figure (code, words, unit, which rows of which table, how much each adds); grain =
what one row is; store = the tables of one report, in memory, alone; dimension = by what a figure is broken down;
rate = one figure of another, told with both; line = one of the indicators of a final report, which packages add;
dated value = a threshold that law, method or we may change, with its source, in data/*.toml.

- A package registers its figures in its own `metrics.py`, which is found by itself when Spojka starts.
- Number, breakdown and the rows behind come from one predicate and one amount, so they can't drift apart.
- Metrics are Ibis expressions without SQL text: DuckDB here, the same on a cluster.
- The store holds only rows that `allowed` gave; DuckDB reaches no file, network or extension.
- What leaves the organisation goes through `protect`.
"""
