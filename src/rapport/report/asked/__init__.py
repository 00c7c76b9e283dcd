"""What each office is asked for before a report ("underlag"): questions with what is known."""
