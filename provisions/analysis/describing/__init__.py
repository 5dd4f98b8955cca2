"""The parts of what is said of a provision: facts, topics, remarks, and the text's own words in the third person."""
