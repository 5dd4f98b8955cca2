"""What the tagger knows about words: concepts, and the cues of every clause type by group."""

from provisions.analysis.lexicon import account, conduct, disputes, privacy
from provisions.analysis.lexicon.concepts import CONCEPTS
from provisions.analysis.lexicon.cues import Cues

CUES: dict[str, Cues] = {**privacy.CUES, **conduct.CUES, **account.CUES, **disputes.CUES}

__all__ = ["CONCEPTS", "CUES", "Cues"]
