"""The whole story: read, judge, narrate, compose, draw, render, write; and the questions."""
