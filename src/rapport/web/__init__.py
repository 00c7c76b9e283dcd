"""The review page ("granskningssidan"): a local web application over the pipeline."""
