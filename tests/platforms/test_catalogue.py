"""The catalogue: what is shipped is valid, and each kind of mistake is named with file, line and remedy."""

import json
from collections import Counter
from pathlib import Path

import pytest

from platforms.catalogue import DOCUMENT_TYPES, SECTORS, PlatformDeclaration, read_catalogue
from platforms.toml_files import Problem

CHECKOUT = Path(__file__).parents[2]
DECLARATIONS = CHECKOUT / "platforms" / "declarations"
REAL_DATA = CHECKOUT.parent / "shared" / "data"

SOUND = """\
name = "Harbour"
sector = "Social"
home = "https://harbour.com/"
description = "Letters between sailors."

[[document]]
slug = "privacy-policy"
type = "Privacy Policy"
url = "https://harbour.com/privacy"
language = "en"

[[document]]
slug = "terms-of-service"
type = "Terms of Service"
urls = [
    "https://harbour.com/terms",
    "https://harbour.com/terms/more",
]
language = "en"
browser = true
"""


def problems_in(folder: Path, text: str, name: str = "harbour.toml") -> list[Problem]:
    (folder / name).write_text(text, encoding="utf-8")
    return read_catalogue(folder)[1]


@pytest.fixture(scope="module")
def shipped() -> list[PlatformDeclaration]:
    platforms, problems = read_catalogue(DECLARATIONS)
    assert [str(problem) for problem in problems] == []
    return platforms


def test_every_shipped_file_is_valid_and_there_are_enough_of_them(shipped: list[PlatformDeclaration]) -> None:
    assert len(shipped) == len(list(DECLARATIONS.glob("*.toml"))) >= 220
    assert {platform.sector for platform in shipped} == set(SECTORS)


def test_no_two_shipped_descriptions_are_the_same(shipped: list[PlatformDeclaration]) -> None:
    repeated = [text for text, times in Counter(each.description for each in shipped).items() if times > 1]
    assert repeated == []


def test_no_shipped_document_is_of_more_pages_than_a_daily_look_can_read(
    shipped: list[PlatformDeclaration],
) -> None:
    longest = {(p.slug, d.slug): len(d.urls) for p in shipped for d in p.documents if len(d.urls) > 31}
    assert longest == {}


def test_the_slugs_of_document_types_are_distinct() -> None:
    assert len(set(DOCUMENT_TYPES.values())) == len(DOCUMENT_TYPES)


def test_every_real_history_has_a_document_to_be_replayed_onto(shipped: list[PlatformDeclaration]) -> None:
    index = REAL_DATA / "histories" / "index.jsonl"
    if not index.is_file():
        pytest.skip("the shared real histories are not beside the checkout")
    rows = [json.loads(line) for line in index.read_text(encoding="utf-8").splitlines()]
    declared = {(platform.slug, document.slug) for platform in shipped for document in platform.documents}
    assert {(row["service_slug"], row["doc_slug"]) for row in rows} - declared == set()


def test_every_real_capture_has_a_document_to_be_replayed_onto(shipped: list[PlatformDeclaration]) -> None:
    index = REAL_DATA / "html" / "index.jsonl"
    if not index.is_file():
        pytest.skip("the shared real captures are not beside the checkout")
    paths = [json.loads(line)["path"].split("/") for line in index.read_text(encoding="utf-8").splitlines()]
    declared = {(platform.slug, document.slug) for platform in shipped for document in platform.documents}
    assert {(path[0], path[1]) for path in paths} - declared == set()


def test_a_sound_file_gives_its_platform_and_documents(tmp_path: Path) -> None:
    assert problems_in(tmp_path, SOUND) == []
    (platform,) = read_catalogue(tmp_path)[0]
    assert (platform.slug, platform.name, platform.country) == ("harbour", "Harbour", "")
    privacy, terms = platform.documents
    assert privacy.urls == ("https://harbour.com/privacy",)
    assert (privacy.browser, privacy.format, privacy.region) == (False, "html", "")
    assert terms.urls == ("https://harbour.com/terms", "https://harbour.com/terms/more")
    assert terms.browser is True


HOME = '"https://harbour.com/"'
MISTAKES = [
    # old text, new text, line, field, part of the message, part of the remedy
    ('"Social"', '"Socail"', 2, "sector", '"Socail" is not a sector', 'Did you mean "Social"?'),
    ('sector = "Social"', 'sectr = "Social"', 2, "sectr", "no such key", 'Did you mean "sector"?'),
    ('sector = "Social"\n', "", 1, "sector", "missing", "Add it at the top of the file"),
    ('"Harbour"', '""', 1, "name", "one line of text", "Write a few words"),
    ('"Harbour"', "7", 1, "name", "must be text", "between quotes"),
    (HOME, '"harbour.com"', 3, "home", "http://", "Copy the address"),
    (HOME, '"https://me:pw@harbour.com/"', 3, "home", "password", "Remove"),
    (HOME, '"https://localhost/"', 3, "home", "public host", "Copy the address"),
    (HOME, '"https://wiki.corp/"', 3, "home", "public host", "Copy the address"),
    (HOME, '"https://192.168.0.1/"', 3, "home", "public host", "Copy the address"),
    (HOME, '"https://10.0.0.0x1/"', 3, "home", "public host", "Copy the address"),
    (HOME, '"https://2130706433/"', 3, "home", "public host", "Copy the address"),
    (HOME, '"https://[::1]/"', 3, "home", "public host", "Copy the address"),
    (HOME, '"https://[::1/"', 3, "home", "not an address", "Copy the address"),
    (HOME, '"https://harbour.com:0x50/"', 3, "home", "not an address", "Copy"),
    ("between sailors.", "between sailors", 4, "description", "not a sentence", "full stop"),
    ("Letters", "Letters " * 20, 4, "description", "characters", "Shorten it to 140"),
    ('"Harbour"', f'"{"H" * 121}"', 1, "name", "has 121 characters", "Shorten it to 120"),
    ('"Harbour"', '"Har\\u0000bour"', 1, "name", "one line of text", "few words"),
    ('"privacy-policy"', f'"{"p" * 81}"', 7, "slug", "has 81 characters", "Shorten it to 80"),
    ("/privacy", f"/{'p' * 2000}", 9, "url", "characters", "Shorten it to 2000"),
    ("/privacy", "/\\u0000", 9, "url", "not an address", "Copy the address"),
    (
        "browser = true",
        f'selector = "{"p" * 301}"',
        20,
        "selector",
        "has 301 characters",
        "Shorten it to 300",
    ),
    ("\n\n[[document]]", '\ncountry = "UK"\n\n[[document]]', 5, "country", '"UK"', '"GB"'),
    ("[[document]]", "[[documents]]", 6, "documents", "no such key", 'Did you mean "document"?'),
    ("[[document]]", "[document]", 12, "", "cannot be read", "[[document]]"),
    ('type = "Privacy Policy"', 'type = "Privacy"', 8, "type", "not a type of document", "Privacy Policy"),
    ('type = "Privacy Policy"\n', "", 6, "type", "missing", "to this [[document]]"),
    ('"privacy-policy"', '"Privacy Policy"', 7, "slug", "part of an address", "small letters"),
    ('"privacy-policy"', '"timeline"', 7, "slug", "another page", "another slug"),
    ('"terms-of-service"', '"privacy-policy"', 13, "slug", "already used in line 7", "of its own"),
    ("/terms/more", "/privacy", 17, "urls", "already used in line 9", "Remove one"),
    ('/terms",\n', '/privacy",\n', 16, "urls", "already used in line 9", "Remove one"),
    ('/terms",\n', '/terms/more",\n', 17, "urls", "already used in line 16", "Remove one"),
    ("https://harbour.com/terms/more", "ftp://harbour.com", 17, "urls", "http://", "Copy the address"),
    ('url = "https://harbour.com/privacy"\n', "", 6, "url", "no address", 'Write url = "https://…"'),
    ('url = "https', 'urls = []\nurl = "https', 9, "urls", "empty", "Fill it or remove it"),
    ('language = "en"\nbrowser', 'language = "English"\nbrowser', 19, "language", "tag", '"pt-BR"'),
    ("browser = true", 'browser = "yes"', 20, "browser", "true or false", "without quotes"),
    ("browser = true", 'format = "PDF"', 20, "format", "not a format", "html, pdf"),
    ("browser = true", 'region = "Europe"', 20, "region", "not a region", '"EU"'),
    ("browser = true", "exclude = [1]", 20, "exclude", "one line of text", "few words"),
    ("browser = true", "browsr = true", 20, "browsr", "no such key", 'Did you mean "browser"?'),
    ('slug = "privacy-policy"', 'slug = "privacy-policy', 7, "", "cannot be read", "missing quote"),
    ('sector = "Social"', 'sector = "Social"\nsector = "AI"', 3, "", "cannot be read", "repeated key"),
]


@pytest.mark.parametrize(("old", "new", "line", "field", "message", "remedy"), MISTAKES)
def test_a_mistake_is_named_with_its_file_line_and_remedy(
    tmp_path: Path, old: str, new: str, line: int, field: str, message: str, remedy: str
) -> None:
    assert old in SOUND
    problems = problems_in(tmp_path, SOUND.replace(old, new, 1))
    named = [
        each for each in problems if (each.path.name, each.line, each.field) == ("harbour.toml", line, field)
    ]
    assert named, [str(problem) for problem in problems]
    assert any(message in each.message and remedy in each.remedy for each in named), [
        str(each) for each in named
    ]


def test_a_document_written_as_a_single_table_is_named_at_its_line(tmp_path: Path) -> None:
    text = SOUND[: SOUND.rindex("[[document]]")].replace("[[document]]", "[document]")
    (problem,) = problems_in(tmp_path, text)
    assert (problem.line, problem.field) == (6, "document")
    assert "[[document]]" in problem.remedy


def test_a_problem_reads_as_one_line_that_begins_with_its_place(tmp_path: Path) -> None:
    folder = tmp_path / "platforms" / "declarations"
    folder.mkdir(parents=True)
    (problem,) = problems_in(folder, SOUND.replace('"Social"', '"Shipping"'))
    expected = (
        'platforms/declarations/harbour.toml:2: sector: "Shipping" is not a sector. Use one of: Social, '
    )
    assert str(problem).startswith(expected)
    assert "\n" not in str(problem)


def test_all_mistakes_of_a_file_are_named_at_once_in_order_of_line(tmp_path: Path) -> None:
    text = SOUND.replace('"Social"', '"Socail"').replace("browser = true", "browser = 1")
    assert [problem.line for problem in problems_in(tmp_path, text)] == [2, 20]


def test_a_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "anchor.toml").write_bytes(b'name = "\xff"')
    (tmp_path / "broken.toml").write_text("name =")
    (tmp_path / "deep.toml").write_text("name = " + "[" * 100_000)
    (tmp_path / "notes.txt").write_text("not a declaration")
    (tmp_path / "Upper.toml").write_text(SOUND.replace("Harbour", "Upper"))
    (tmp_path / "a-vs-b.toml").write_text(SOUND.replace("Harbour", "Versus"))
    problems = problems_in(tmp_path, SOUND)
    assert [platform.slug for platform in read_catalogue(tmp_path)[0]] == ["harbour"]
    assert {problem.path.name: problem.line for problem in problems} == {
        "anchor.toml": 1,
        "broken.toml": 1,
        "deep.toml": 1,
        "notes.txt": 1,
        "Upper.toml": 1,
        "a-vs-b.toml": 1,
    }


def test_a_name_that_is_taken_is_named_and_the_first_file_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "dock.toml").write_text("# The same platform again.\n" + SOUND.replace("Harbour", "HARBOUR"))
    (problem,) = problems_in(tmp_path, SOUND)
    assert (problem.path.name, problem.line, problem.field) == ("harbour.toml", 1, "name")
    assert "dock.toml" in problem.message
    assert [platform.slug for platform in read_catalogue(tmp_path)[0]] == ["dock"]


def test_the_same_address_may_stand_in_two_platforms(tmp_path: Path) -> None:
    (tmp_path / "dock.toml").write_text(SOUND.replace("Harbour", "Dock"))
    assert problems_in(tmp_path, SOUND) == []


def test_a_folder_that_is_not_there_is_a_problem_not_an_empty_catalogue(tmp_path: Path) -> None:
    platforms, problems = read_catalogue(tmp_path / "nowhere")
    assert platforms == []
    assert "no such folder" in problems[0].message


def test_the_readme_of_the_folder_shows_a_file_that_is_valid(tmp_path: Path) -> None:
    readme = (DECLARATIONS / "README.md").read_text(encoding="utf-8")
    example = readme.split("```toml\n")[1].split("```")[0]
    assert problems_in(tmp_path, example, "discord.toml") == []
