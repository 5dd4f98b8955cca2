"""What the tagger knows about words: concepts, and the cues of every clause type by group."""

from . import account, conduct, disputes, privacy
from .concepts import CONCEPTS
from .cues import Cues

CUES: dict[str, Cues] = {**privacy.CUES, **conduct.CUES, **account.CUES, **disputes.CUES}

__all__ = ["CONCEPTS", "CUES", "Cues"]
