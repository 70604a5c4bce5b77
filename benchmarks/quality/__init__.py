"""How good the score is, beside everything else: ``python benchmarks/quality`` runs all of it."""
