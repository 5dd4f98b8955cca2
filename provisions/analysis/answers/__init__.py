"""Sentences that answer the questions people ask first of a platform."""
