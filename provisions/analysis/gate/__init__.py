"""What the quality gate looks at: walls, language, subject, broken-off texts, how much of the earlier text is left."""
