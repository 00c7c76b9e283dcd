"""Files and databases become domain values and problems; no other floor opens them."""
