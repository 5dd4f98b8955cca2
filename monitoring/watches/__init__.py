"""What a team wants to be told of: watches of every kind, and which of them a change matches."""
