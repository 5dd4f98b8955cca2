"""The parts of a comparison: pieces aligned, words compared, what a clause became, how much it means."""
