"""A folder of files that are each there whole or not at all, whoever is stopped in the middle and whoever reads meanwhile."""

from pathlib import Path
from typing import Any
from uuid import uuid4

from django.core.files.storage import FileSystemStorage


class WholeFiles(FileSystemStorage):
    """Writes a file beside its place and moves it there: half of it never bears its name."""

    def save(self, name: str | None, content: Any, max_length: int | None = None) -> str:
        """Keep the content under this very name; whoever writes the same name at once leaves it as whole."""
        beside = f"{name}.{uuid4().hex}.part"
        try:
            super().save(beside, content, max_length)
            Path(self.path(beside)).replace(self.path(str(name)))
        except BaseException:
            self.delete(beside)
            raise
        return str(name)
