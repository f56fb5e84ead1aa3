"""Document to results: one file per kind of result, run in order by the pipeline."""
