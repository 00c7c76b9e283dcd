"""Forms ("blanketter"): the Excel workbooks that offices fill in and send back."""
