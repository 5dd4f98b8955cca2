"""Regulation: a knowledge base of laws as data, rules that map a provision to them, and the engine that applies them."""
