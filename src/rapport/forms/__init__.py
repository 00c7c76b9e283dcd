"""Forms ("blanketter"): the Excel workbooks that owners fill in and send back."""
