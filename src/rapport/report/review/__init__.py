"""What the review page ("granskningssidan") says: finished words, in no format."""
