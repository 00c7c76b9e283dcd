"""What the plans and their follow-up consist of: frozen values, standard library only."""
