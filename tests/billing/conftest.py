"""The three people, for every test of billing."""

from tests.people import *
