"""A finished document becomes PDF, HTML and Word; nothing is computed or worded here."""
