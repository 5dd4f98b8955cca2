"""What the archived texts say: provisions with their history, and changes clause by clause."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.urls import reverse

from platforms.models import Document, Version


class Severity(models.TextChoices):
    LOW = "low", "Low"
    MEDIUM = "medium", "Medium"
    HIGH = "high", "High"
    CRITICAL = "critical", "Critical"


class Direction(models.TextChoices):
    FOR_USER = "for_user", "For the user"
    AGAINST_USER = "against_user", "Against the user"
    NEUTRAL = "neutral", "Neutral"


class Stance(models.TextChoices):
    PERMITS = "permits", "Permits"
    RESERVES = "reserves", "Reserves"
    REQUIRES = "requires", "Requires of the user"
    PROHIBITS = "prohibits", "Prohibits"
    PROMISES = "promises", "Promises"
    GRANTS = "grants", "Grants the user a right"


STANDING = models.Q(removed_at=None)


class Provision(models.Model):
    """A clause of one or more clause types, followed through the versions under one stable address.

    `quote` is exactly `version.text[start:end]`; `version` is the last one in which the provision stood.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="provisions")
    slug = models.SlugField(max_length=100, db_index=False)
    title = models.CharField(max_length=200)
    type = models.CharField(max_length=40, help_text="slug of the foremost clause type")
    types = ArrayField(models.CharField(max_length=40), help_text="all clause types, foremost first")
    confidence = models.FloatField()
    stance = models.CharField(max_length=12, choices=Stance)
    direction = models.CharField(max_length=12, choices=Direction)
    severity = models.CharField(max_length=8, choices=Severity)
    severity_points = models.SmallIntegerField()
    severity_reasons = models.JSONField(default=list)
    says = models.TextField()
    why_it_matters = models.TextField(blank=True)
    means_for_you = models.TextField(blank=True)
    note = models.TextField(blank=True, help_text="where the text is silent, conditional or vague")
    written_by = models.JSONField(
        default=dict,
        blank=True,
        help_text="who wrote a text of these, where it was not our rules: model or editor",
    )
    regulations = ArrayField(
        models.CharField(max_length=40), default=list, help_text="slugs of the regulations its words engage"
    )
    attributes = models.JSONField(default=list)
    taxonomy = models.PositiveSmallIntegerField(help_text="number of the taxonomy")
    tagger = models.PositiveSmallIntegerField(help_text="number of the tagger")

    # Not indexed: it moves on with every version, and an index on it would make each move rewrite all the others.
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="provisions", db_index=False)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    trail = models.JSONField(default=list, help_text="the headings it stands under")
    lead_in = models.TextField(
        blank=True, help_text="the sentence that the quote completes as an item of a list"
    )
    introduced_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)
    lexemes = models.GeneratedField(
        expression=SearchVector("title", weight="A", config="english")
        + SearchVector("says", "quote", weight="B", config="english"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        ordering = ["start"]
        constraints = [
            models.UniqueConstraint(fields=["document", "slug"], name="one_provision_per_slug"),
            models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="quote_is_not_empty"),
        ]
        indexes = [
            models.Index(fields=["type", "document"], name="provision_by_type"),
            GinIndex(fields=["types"], name="provision_types"),
            # Lists and numbers are of what stands; what they sort, narrow and count by is in the index itself.
            GinIndex(fields=["lexemes"], name="standing_words", condition=STANDING),
            GinIndex(fields=["regulations"], name="standing_regulations", condition=STANDING),
            models.Index(
                fields=["-severity_points", "-changed_at", "id"], name="standing_weightiest", condition=STANDING,
                include=["document", "types", "severity", "direction"],
            ),
            models.Index(
                fields=["document"], name="standing_of_document", condition=STANDING,
                include=["types", "severity", "direction"],
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        document = self.document
        return reverse("provision", args=[document.platform.slug, document.slug, self.slug])

    @property
    def removed(self) -> bool:
        return self.removed_at is not None


class AnsweringClause(models.Model):
    """A clause of the version that stands which answers some of the first questions, and is asked as no provision.

    `quote` is exactly `version.text[start:end]`. Made anew with every reading: what it said before is in the versions.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="answering_clauses")
    questions = ArrayField(models.CharField(max_length=40), help_text="slugs of the questions it answers")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+", db_index=False)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    place = models.PositiveIntegerField(
        help_text="where its passage starts: its address on the version's page"
    )
    quote = models.TextField()
    trail = models.JSONField(default=list, help_text="the headings it stands under")
    lead_in = models.TextField(blank=True, help_text="the sentence that it completes as an item of a list")
    attributes = models.JSONField(default=list)
    since = models.DateTimeField(help_text="when the first version with these words was taken")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="answer_is_not_empty")
        ]

    def __str__(self) -> str:
        return self.quote[:80]

    def get_absolute_url(self) -> str:
        return f"{self.version.get_absolute_url()}#c{self.place}"


class FirstReading(models.Model):
    """A document whose first version is archived and whose provisions are not introduced yet; gone when they are."""

    document = models.OneToOneField(
        Document, on_delete=models.CASCADE, related_name="first_reading", primary_key=True
    )
    due_at = models.DateTimeField(help_text="when it is tried next; later than now only after a failure")

    class Meta:
        indexes = [models.Index(fields=["due_at"], name="first_readings_due")]

    def __str__(self) -> str:
        return str(self.document)


class Wording(models.Model):
    """A text on a provision that an editor or a language model wrote, or the model's answer that was refused.

    Only added to: what stood before and who wrote it can be looked up.
    """

    class Author(models.TextChoices):
        MODEL = "model", "Language model"
        EDITOR = "editor", "Editor"

    provision = models.ForeignKey(Provision, on_delete=models.PROTECT, related_name="wordings")
    author = models.CharField(max_length=6, choices=Author)
    by = models.CharField(max_length=200, help_text="the editor's e-mail address, or the model's name")
    part = models.CharField(max_length=20, help_text="the field of the provision")
    text = models.TextField(blank=True)
    refused = models.CharField(max_length=300, blank=True, help_text="why the answer was not used")
    quote_sha256 = models.CharField(max_length=64, help_text="of the words it was written for")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["provision", "-at"], name="wordings_of_provision")]

    def __str__(self) -> str:
        return f"{self.part} by {self.by}"


class ProvisionEvent(models.Model):
    """Something that happened to a provision in one version, with the words as they were then."""

    class Kind(models.TextChoices):
        INTRODUCED = "introduced", "Introduced"
        REWORDED = "reworded", "Reworded"
        MOVED = "moved", "Moved"
        REMOVED = "removed", "Removed"
        RESTORED = "restored", "Restored"

    provision = models.ForeignKey(Provision, on_delete=models.PROTECT, related_name="events")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="provision_events")
    kind = models.CharField(max_length=12, choices=Kind)
    at = models.DateTimeField()
    quote = models.TextField(help_text="the words in this version; for a removal, the words that went")

    class Meta:
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["provision", "at"], name="events_of_provision")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.at:%Y-%m-%d}"


class Change(models.Model):
    """From one version of a document to the next."""

    class Class(models.TextChoices):
        SUBSTANTIVE = "substantive", "Substantive"
        MINOR = "minor", "Minor"
        DATE_ONLY = "date_only", "Dates only"
        MARKUP_ONLY = "markup_only", "Layout or typography only"
        REVERTED = "reverted", "Reverted"

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="changes")
    before = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    after = models.OneToOneField(Version, on_delete=models.PROTECT, related_name="change")
    change_class = models.CharField(max_length=12, choices=Class)
    alarmed = models.BooleanField(help_text="substantive or minor: what people are told of")
    severity = models.CharField(max_length=8, choices=Severity)
    direction = models.CharField(max_length=12, choices=Direction)
    summary = models.TextField(help_text="one sentence on the whole")
    points = models.JSONField(default=list, help_text="the structured change summary, one sentence a line")
    words_added = models.PositiveIntegerField()
    words_removed = models.PositiveIntegerField()
    found_at = models.DateTimeField()
    reverts = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="reverted_by"
    )

    class Meta:
        ordering = ["-found_at", "-id"]
        indexes = [
            models.Index(fields=["-found_at", "-id"], name="changes_newest_first"),
            models.Index(fields=["document", "-found_at"], name="changes_of_document"),
        ]

    def __str__(self) -> str:
        return f"{self.document}, {self.found_at:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        document = self.document
        return reverse(
            "change", args=[f"{self.found_at:%Y-%m-%d}", document.platform.slug, document.slug, self.pk]
        )


class ClauseChange(models.Model):
    """One clause that a change added, removed, reworded or moved; `edits` are [op, text] pairs, word by word."""

    class Kind(models.TextChoices):
        ADDED = "added", "Added"
        REMOVED = "removed", "Removed"
        REWORDED = "reworded", "Reworded"
        MOVED = "moved", "Moved"

    change = models.ForeignKey(Change, on_delete=models.CASCADE, related_name="clause_changes")
    order = models.PositiveIntegerField()
    kind = models.CharField(max_length=8, choices=Kind)
    types = ArrayField(models.CharField(max_length=40), default=list)
    provision = models.ForeignKey(
        Provision, null=True, on_delete=models.PROTECT, related_name="clause_changes"
    )
    trail = models.JSONField(default=list)
    edits = models.JSONField()
    before_start = models.PositiveIntegerField(null=True)
    after_start = models.PositiveIntegerField(null=True)
    severity = models.CharField(max_length=8, choices=Severity)
    severity_points = models.SmallIntegerField(default=0)
    direction = models.CharField(max_length=12, choices=Direction)
    summary = models.TextField(blank=True)

    class Meta:
        ordering = ["order"]
        indexes = [GinIndex(fields=["types"], name="clause_change_types")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} clause"
