"""How Swedish is written: numbers, dates, prose and the terms of the field."""
