"""Account facts: what the exchange's own system has on file of the account that is claimed. Optional."""
