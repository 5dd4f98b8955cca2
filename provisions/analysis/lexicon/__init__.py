"""What the tagger knows about words: concepts, the cues of every clause type by group, and what proves a type."""

from provisions.analysis.lexicon import account, conduct, disputes, privacy
from provisions.analysis.lexicon.concepts import CONCEPTS
from provisions.analysis.lexicon.cues import Cues
from provisions.analysis.lexicon.proofs import ACTS, PROOFS, PROOFS_BESIDE

CUES: dict[str, Cues] = {**privacy.CUES, **conduct.CUES, **account.CUES, **disputes.CUES}

__all__ = ["ACTS", "CONCEPTS", "CUES", "PROOFS", "PROOFS_BESIDE", "Cues"]
