"""The proof: who may see what, told a second time, and held against what Spojka gives, over random worlds."""
