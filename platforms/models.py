"""What is published: platforms, their documents, and the archive of what was received and read."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, HashIndex, OpClass
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Lower, Now, Upper
from django.urls import reverse

# Begins the address of a document that we hold from an import and know no address of (RFC 6761: it never resolves).
NOWHERE = "https://archive.invalid/"
WITHOUT_ADDRESS = models.Q(urls__0__startswith=NOWHERE)
# Dots occur in names that are addresses, such as booking.com.
SLUG = RegexValidator(r"^[a-z0-9]+(?:[.-][a-z0-9]+)*$", "Use small letters, digits, dots and hyphens.")


class Platform(models.Model):
    """Somebody who publishes documents about themselves, such as a social network or a bank."""

    slug = models.CharField(max_length=80, unique=True, validators=[SLUG])
    name = models.CharField(max_length=120)
    sector = models.CharField(max_length=60, db_index=True)
    description = models.CharField(max_length=300, blank=True)
    home_url = models.URLField(max_length=500, blank=True)
    country = models.CharField(max_length=2, blank=True, help_text="ISO 3166 code of the seat, where known")
    invented = models.BooleanField(default=False, help_text="made up for the demo")
    listed = models.BooleanField(
        default=True, help_text="on public pages; what a customer added waits for an editor"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = [Lower("name")]
        indexes = [GinIndex(OpClass(Upper("name"), name="gin_trgm_ops"), name="platform_name_trigrams")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("platform", args=[self.slug])


class Document(models.Model):
    """One published document of a platform, in one language, at one or more addresses read in order as one."""

    platform = models.ForeignKey(Platform, on_delete=models.PROTECT, related_name="documents")
    slug = models.CharField(max_length=80, validators=[SLUG])
    type = models.CharField(max_length=60, db_index=True, help_text="such as Privacy Policy")
    urls = ArrayField(models.CharField(max_length=2000), help_text="the pages, in reading order")
    language = models.CharField(max_length=12, default="en", help_text="BCP 47 tag of the text expected")
    region = models.CharField(max_length=12, blank=True)
    needs_browser = models.BooleanField(default=False)
    selector = models.CharField(
        max_length=300, blank=True, help_text="CSS selector of the text; normally empty"
    )
    exclude = ArrayField(models.CharField(max_length=300), default=list, blank=True)
    retired = models.BooleanField(default=False, help_text="no longer looked at; the archive stays")
    listed = models.BooleanField(
        default=True,
        help_text="on public pages; one that a customer added is seen by those who added it only",
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["platform__name", "type"]
        constraints = [models.UniqueConstraint(fields=["platform", "slug"], name="one_document_per_slug")]
        indexes = [
            GinIndex(OpClass("type", name="gin_trgm_ops"), name="document_type_trigrams"),
            models.Index(fields=["platform"], condition=models.Q(listed=False), name="unlisted_documents"),
        ]

    def __str__(self) -> str:
        return f"{self.platform.name} · {self.type}"

    def get_absolute_url(self) -> str:
        return reverse("document", args=[self.platform.slug, self.slug])

    @property
    def url(self) -> str:
        """The first page's address: where the document is published."""
        return self.urls[0]

    @property
    def on_the_web(self) -> bool:
        """Whether we know where it is published; if not it comes from an import and is never looked at."""
        return not self.url.startswith(NOWHERE)


class FormerSlug(models.Model):
    """A slug that a platform had, or a document in its platform: it leads to where they are now, and never elsewhere.

    Written by a trigger where a slug changes; another trigger refuses it to whoever had it not.
    """

    platform = models.ForeignKey(Platform, on_delete=models.PROTECT, related_name="former_slugs")
    document = models.ForeignKey(
        Document,
        null=True,
        on_delete=models.PROTECT,
        related_name="former_slugs",
        help_text="none: the platform's own",
    )
    slug = models.CharField(max_length=80)
    until = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["slug"], condition=models.Q(document=None), name="one_platform_per_former_slug"
            ),
            models.UniqueConstraint(
                fields=["platform", "slug"],
                condition=models.Q(document__isnull=False),
                name="one_document_per_former_slug",
            ),
        ]

    def __str__(self) -> str:
        return self.slug


class Snapshot(models.Model):
    """The bytes as received at one moment. Write-once, held by a trigger in the database.

    `pages` has one entry for each page of the document: request_url, final_url, status, headers, content_type,
    sha256 and size (bytes) of the body. The bodies are in the `snapshots` storage, named by their SHA-256.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="snapshots")
    taken_at = models.DateTimeField(help_text="UTC")
    sha256 = models.CharField(
        max_length=64, db_index=True, help_text="of the body, or of the pages' hashes in order"
    )
    method = models.CharField(max_length=12, help_text="http, browser or import")
    locale = models.CharField(max_length=40, blank=True, help_text="the Accept-Language sent")
    pages = models.JSONField()
    source = models.CharField(max_length=500, blank=True, help_text="where an imported capture comes from")

    class Meta:
        ordering = ["taken_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "taken_at", "sha256"], name="one_snapshot_of_the_bytes_of_a_moment"
            )
        ]

    def __str__(self) -> str:
        return f"{self.sha256[:12]} at {self.taken_at:%Y-%m-%d %H:%M}"


class Version(models.Model):
    """The text as read from a snapshot, numbered from 1 in its document. Write-once, held by a trigger."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="versions")
    snapshot = models.ForeignKey(Snapshot, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    taken_at = models.DateTimeField(help_text="when the snapshot was taken, UTC")
    title = models.CharField(max_length=300, blank=True)
    text = models.TextField()
    sha256 = models.CharField(max_length=64, help_text="of the text in UTF-8")
    words = models.PositiveIntegerField()
    language = models.CharField(max_length=12, blank=True)
    recipe = models.JSONField(help_text="the parser's number and the settings that read the snapshot")
    updated_on = models.DateField(null=True, help_text="the date of the last update that the text states")
    effective_on = models.DateField(null=True, help_text="the date from which the text says it applies")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["document", "number"], name="one_version_per_number")]
        indexes = [models.Index(fields=["document", "-taken_at"], name="version_of_document")]

    def __str__(self) -> str:
        return f"version {self.number} of {self.taken_at:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        document = self.document
        return reverse("version", args=[document.platform.slug, document.slug, self.number])


class ErrorReport(models.Model):
    """What a reader says is wrong with a page; an editor decides. Seen by editors only."""

    class About(models.TextChoices):
        EXPLANATION = "explanation", "An explanation, type or severity does not fit the words"
        READING = "reading", "The text was read wrongly or not completely"
        CHANGE = "change", "A change that was none, or one that was missed"
        MISSING = "missing", "A document or address is missing or out of date"
        OTHER = "other", "Something else"

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting"
        CORRECTED = "corrected", "Corrected"
        DECLINED = "declined", "Nothing to correct"

    page = models.CharField(max_length=500, help_text="the path of the page")
    about = models.CharField(max_length=12, choices=About)
    quote = models.TextField(blank=True, help_text="the passage meant")
    message = models.TextField(blank=True)
    email = models.EmailField(blank=True, help_text="where an answer is wished; forgotten when it is decided")
    reported_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    note = models.TextField(blank=True, help_text="the editor's, for editors")
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-reported_at", "-id"]
        indexes = [models.Index(fields=["state", "reported_at"], name="reports_to_decide")]

    def __str__(self) -> str:
        return f"{self.get_about_display()}: {self.page}"


class Correction(models.Model):
    """What was wrong on a page and is right now, said in public. Write-once, held by a trigger; a leaf of the log."""

    page = models.CharField(max_length=500, help_text="the path of the page, such as /platform/x/terms/")
    what = models.TextField(help_text="what was corrected and why, for everybody to read")
    before = models.TextField(blank=True, help_text="as the page said it")
    after = models.TextField(blank=True, help_text="as it says it now")
    published_at = models.DateTimeField()
    report = models.ForeignKey(
        ErrorReport, null=True, blank=True, on_delete=models.PROTECT, related_name="corrections"
    )

    class Meta:
        ordering = ["-published_at", "-id"]

    def __str__(self) -> str:
        return f"{self.published_at:%Y-%m-%d} {self.page}"


class LogEntry(models.Model):
    """A leaf of the transparency log. Write-once and without gaps, held by triggers.

    What it is about is named once more by a key, so that nothing is logged twice and everything finds its leaf.
    """

    class Kind(models.TextChoices):
        SNAPSHOT = "snapshot", "Page as received"
        VERSION = "version", "Text as read"
        CORRECTION = "correction", "Correction"

    index = models.BigIntegerField(primary_key=True, help_text="its place in the tree, from 0")
    kind = models.CharField(max_length=10, choices=Kind)
    leaf = models.TextField(help_text="the content: canonical JSON (RFC 8785)")
    leaf_hash = models.BinaryField(help_text="SHA-256 of a zero byte and the content in UTF-8")
    # The archive is write-once: what a key names cannot go away, so the database need not lock it entry by entry.
    snapshot = models.OneToOneField(
        Snapshot,
        null=True,
        on_delete=models.PROTECT,
        related_name="log_entry",
        editable=False,
        db_constraint=False,
    )
    version = models.OneToOneField(
        Version,
        null=True,
        on_delete=models.PROTECT,
        related_name="log_entry",
        editable=False,
        db_constraint=False,
    )
    correction = models.OneToOneField(
        Correction,
        null=True,
        on_delete=models.PROTECT,
        related_name="log_entry",
        editable=False,
        db_constraint=False,
    )
    logged_at = models.DateTimeField()

    class Meta:
        ordering = ["index"]
        verbose_name_plural = "log entries"
        indexes = [HashIndex(fields=["leaf_hash"], name="log_entry_by_hash")]

    def __str__(self) -> str:
        return f"entry {self.index}"


class Unlogged(models.Model):
    """Something the archive holds that is not in the log yet: put here by a trigger, in the transaction that kept it."""

    kind = models.CharField(max_length=10, choices=LogEntry.Kind)
    object_id = models.BigIntegerField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"


class LogTile(models.Model):
    """Up to 256 hashes of one level of the tree, in order; level n has one hash for each full tile of level n - 1.

    The database lets a tile only grow, and only at its end.
    """

    level = models.PositiveSmallIntegerField()
    index = models.BigIntegerField()
    hashes = models.BinaryField()

    class Meta:
        ordering = ["level", "index"]
        constraints = [models.UniqueConstraint(fields=["level", "index"], name="one_tile_per_place")]

    def __str__(self) -> str:
        return f"tile {self.index} of level {self.level}"


class LogKey(models.Model):
    """A public key that the log's heads have been signed with. Kept for good, so that old heads stay checkable."""

    key_id = models.CharField(
        max_length=8, primary_key=True, help_text="hexadecimal, as signed notes name keys"
    )
    name = models.CharField(max_length=200, help_text="of the log")
    public_key = models.CharField(max_length=44, help_text="Ed25519, in base64")
    first_used_at = models.DateTimeField()

    class Meta:
        ordering = ["first_used_at"]

    def __str__(self) -> str:
        return self.key_id


class LogHead(models.Model):
    """A signed tree head: what the log held at a moment. Write-once."""

    size = models.BigIntegerField(help_text="number of leaves")
    root = models.CharField(max_length=64, help_text="hash of the tree, hexadecimal")
    at = models.DateTimeField()
    note = models.TextField(help_text="name, size, root, time and signature: a checkpoint as a signed note")
    key = models.ForeignKey(LogKey, on_delete=models.PROTECT, related_name="heads")

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["size", "id"], name="log_head_by_size")]

    def __str__(self) -> str:
        return f"head of {self.size} leaves"


class LogStamp(models.Model):
    """What an authority says of when a head's note was there, as RFC 3161 has it. Checked when it came; write-once."""

    head = models.OneToOneField(LogHead, on_delete=models.PROTECT, related_name="stamp", primary_key=True)
    at = models.DateTimeField(help_text="as the authority states it")
    authority = models.CharField(max_length=500, help_text="the address that was asked")
    token = models.BinaryField(help_text="the TimeStampToken, over the SHA-256 of the note")

    def __str__(self) -> str:
        return f"stamp of {self.at:%Y-%m-%d %H:%M}"
