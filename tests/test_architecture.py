"""The floor plan and the house rules, held by reading the code itself."""

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FLOORS = ["billing", "platforms", "provisions", "monitoring", "conductatlas"]
LONGEST = 350
# Data as code, and what is read one declaration at a time.
TABLES = {
    "models",
    "clause_types",
    "phrasing",
    "topics",
    "fact_words",
    "attributes",
    "proofs",
    "paraphrase",
    "settings",
    "schemas",
}
TENANT_OWNED = {
    found
    for models in (*ROOT.glob("*/models.py"), *ROOT.glob("*/*/models.py"))
    for found in re.findall(r"^class (\w+)\(TenantOwned\b", models.read_text(), re.MULTILINE)
}
PURE = {"selectolax", "rapidfuzz", "markdown_it", "webencodings"}
IMPURE_STANDARD = {
    "os",
    "time",
    "random",
    "socket",
    "subprocess",
    "pathlib",
    "urllib.request",
    "io",
    "threading",
    "secrets",
}
OUTGOING = {"requests", "urllib3", "urllib.request", "http.client", "aiohttp", "httpx", "httpcore"}
# The client and the checkers are other programs, run on other machines: they may connect, and import nothing of ours
# but themselves. What else each may import.
OTHER_PROGRAMS = {"conductatlas/client": {"httpx"}, "conductatlas/checker": set()}
# httpx and httpcore are the guarded door's own material; nobody else connects to anything.
THE_DOOR = {
    "monitoring/fetching/http.py",
    "monitoring/fetching/connections.py",
    "monitoring/fetching/transport.py",
}


def sources(*folders: str) -> list[Path]:
    found = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    return [path for path in found if "migrations" not in path.parts]


@cache
def parsed(path: Path) -> ast.Module:
    """The file's syntax tree; every rule below reads it."""
    return ast.parse(path.read_text())


@cache
def imports_of(path: Path) -> frozenset[str]:
    """Every module named in an import, in functions too; `from a import b` gives `a` and `a.b`."""
    return frozenset(_imported(path))


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", sources(*FLOORS), ids=name)
def test_imports_go_only_downward(path: Path) -> None:
    floor = FLOORS.index(path.relative_to(ROOT).parts[0])
    above = set(FLOORS[floor + 1 :])
    assert not {module for module in imports_of(path) if module.split(".")[0] in above}


@pytest.mark.parametrize("path", sources("provisions/analysis"), ids=name)
def test_the_reading_core_is_pure(path: Path) -> None:
    for module in imports_of(path):
        top = module.split(".")[0]
        ours = module.startswith("provisions.analysis")
        assert ours or top in PURE or top in sys.stdlib_module_names, f"{module} is not pure"
        assert module not in IMPURE_STANDARD, f"{module} touches the world"
    code = path.read_text()
    assert not re.search(r"\b(open|input|print)\(|\.now\(|\.today\(", code)


@pytest.mark.parametrize("path", sources(*FLOORS), ids=name)
def test_outgoing_http_goes_through_one_door(path: Path) -> None:
    if name(path) in THE_DOOR or name(path.parent) in OTHER_PROGRAMS:
        return
    assert not OUTGOING & imports_of(path)


@pytest.mark.parametrize("path", sources(*OTHER_PROGRAMS), ids=name)
def test_what_others_run_is_a_program_of_its_own(path: Path) -> None:
    folder = name(path.parent)
    itself = folder.replace("/", ".")
    beside = {each.stem for each in path.parent.glob("*.py")}
    for module in imports_of(path):
        own = module == itself or module.startswith(f"{itself}.") or module.split(".")[0] in beside
        assert own or module.split(".")[0] in OTHER_PROGRAMS[folder] | sys.stdlib_module_names, module


def test_stripe_is_imported_in_one_module_at_most() -> None:
    users = [name(path) for path in sources(*FLOORS) if "stripe" in imports_of(path)]
    assert set(users) <= {"billing/gateway.py"}


@pytest.mark.parametrize(
    "path",
    [
        p
        for p in sources(*FLOORS)
        if re.search(r"views|/pages/|forms|api", name(p)) and "analysis" not in p.parts
    ],
    ids=name,
)
def test_no_view_names_a_tenant_owned_model(path: Path) -> None:
    imported = {module.split(".")[-1] for module in imports_of(path)}
    assert not TENANT_OWNED & imported


@pytest.mark.parametrize("path", sources("platforms", "provisions", "monitoring", "conductatlas"), ids=name)
def test_the_subscription_is_read_only_in_billing(path: Path) -> None:
    assert "billing.models.Subscription" not in imports_of(path)
    assert ".subscription" not in path.read_text()


@pytest.mark.parametrize("path", sources(*FLOORS), ids=name)
def test_no_production_code_knows_that_it_is_tested(path: Path) -> None:
    assert not re.search(r"PYTEST|TEST_SUITE|\bif testing\b|sys\.modules\[.pytest|IN_TEST", path.read_text())


@pytest.mark.parametrize("path", sources(*FLOORS), ids=name)
def test_a_file_begins_by_saying_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(parsed(path)) or not path.read_text().strip()


@pytest.mark.parametrize("path", sources(*FLOORS), ids=name)
def test_a_file_can_be_held_in_mind(path: Path) -> None:
    if "lexicon" in path.parts or path.stem in TABLES:
        return
    assert len(path.read_text().splitlines()) <= LONGEST


@pytest.mark.parametrize("path", sorted((ROOT / "templates").rglob("*.html")), ids=name)
def test_no_template_has_inline_script_or_style(path: Path) -> None:
    if "emails" in path.parts or "email" in path.parts:
        return  # mail programs strip stylesheets
    markup = path.read_text()
    assert not re.search(r"<style|\sstyle=|\son\w+=\"|javascript:", markup)
    assert all("src=" in tag or "application/ld+json" in tag for tag in re.findall(r"<script[^>]*>", markup))
