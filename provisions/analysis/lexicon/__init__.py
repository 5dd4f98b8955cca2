"""What the tagger knows about words: concepts, the cues of every clause type by group, and what proves a type."""

from provisions.analysis.lexicon import account, concepts, conduct, disputes, plain, plain_terms, privacy
from provisions.analysis.lexicon.cues import NO_CUES, Cues
from provisions.analysis.lexicon.proofs import ACTS, PROOFS, PROOFS_BESIDE

CONCEPTS: dict[str, str] = {**concepts.CONCEPTS, **plain.CONCEPTS}
CUES: dict[str, Cues] = {**privacy.CUES, **conduct.CUES, **account.CUES, **disputes.CUES}
PLAIN_CUES: dict[str, Cues] = {**plain.CUES, **plain_terms.CUES}

__all__ = ["ACTS", "CONCEPTS", "CUES", "NO_CUES", "PLAIN_CUES", "PROOFS", "PROOFS_BESIDE", "Cues"]
