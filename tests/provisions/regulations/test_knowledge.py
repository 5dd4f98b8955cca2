"""The laws: what is shipped is valid and official, and each kind of mistake is named with file, line and remedy."""

from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from provisions.regulations.knowledge import LAWS, read_regulation, read_regulations, regulations
from provisions.regulations.toml_reading import KnowledgeError

# Sites of legislatures, governments, regulators and courts.
OFFICIAL = {
    "eur-lex.europa.eu",
    "www.legislation.gov.uk",
    "leginfo.legislature.ca.gov",
    "law.lis.virginia.gov",
    "coag.gov",
    "portal.ct.gov",
    "le.utah.gov",
    "statutes.capitol.texas.gov",
    "www.oregonlegislature.gov",
    "archive.legmt.gov",
    "delcode.delaware.gov",
    "www.legis.iowa.gov",
    "nebraskalegislature.gov",
    "www.doj.nh.gov",
    "www.njconsumeraffairs.gov",
    "www.revisor.mn.gov",
    "apps.legislature.ky.gov",
    "iga.in.gov",
    "app.leg.wa.gov",
    "mgaleg.maryland.gov",
    "publications.tnsosfiles.com",
    "webserver.rilegislature.gov",
    "www.ecfr.gov",
    "uscode.house.gov",
    "www.ilga.gov",
    "www.ca9.uscourts.gov",
    "www.planalto.gov.br",
    "laws-lois.justice.gc.ca",
    "www.legislation.gov.au",
}
ASKED_FOR = (
    "gdpr uk-gdpr eprivacy eu-ai-act dsa dma p2b unfair-terms digital-content ccpa virginia colorado connecticut utah "
    "texas oregon coppa ftc-act negative-option rosca hipaa glba bipa cubi faa online-assent efaa cda-230 dmca-512 lgpd "
    "pipeda acl-unfair-terms"
).split()
SOUND = """\
name = "Harbour Act"
title = "Harbour Act of 2020"
jurisdiction = "Harbour"
region = "HB"
regulators = ["Harbour master"]
since = 2020-01-01
penalty = "Up to 10 EUR (section 2)."
link = "https://harbour.gov/act"
summary = "Ships keep to the right."

[[provision]]
number = "Section 1"
heading = "Right"
asks = "Ships keep to the right."
"""


def problems_in(folder: Path, text: str, name: str = "harbour-act.toml") -> list[str]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        read_regulation(path)
    return [str(problem) for problem in caught.value.problems]


def test_every_shipped_file_is_valid_and_what_was_asked_for_is_there() -> None:
    assert len(regulations()) == len(list(LAWS.glob("*.toml")))
    assert set(ASKED_FOR) <= set(regulations())


def test_every_link_is_on_an_official_site() -> None:
    hosts = {law.slug: urlsplit(law.link) for law in regulations().values()}
    assert all(link.scheme == "https" for link in hosts.values())
    assert {slug: link.netloc for slug, link in hosts.items() if link.netloc not in OFFICIAL} == {}


def test_names_are_unique_and_dates_are_past() -> None:
    names = [law.name for law in regulations().values()]
    assert len(set(names)) == len(names)
    assert all(date(1900, 1, 1) < law.since < date(2026, 11, 1) for law in regulations().values())


def test_what_was_vacated_annulled_or_repealed_says_so() -> None:
    laws = regulations()
    assert "vacated" in laws["negative-option"].status
    assert "Repealed" in laws["odr"].status
    assert "annulled on 16 July 2020" in laws["gdpr"].article("Article 45(1)").asks


def test_laws_are_loaded_once() -> None:
    assert regulations() is regulations()


def test_no_text_says_that_a_platform_breaks_the_law() -> None:
    for law in regulations().values():
        assert "illegal clause" not in law.summary.lower()
        assert "—" not in law.summary + law.status


def test_a_sound_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "harbour-act.toml").write_text(SOUND)
    law = read_regulations(tmp_path)["harbour-act"]
    assert (law.name, law.since, law.audience) == ("Harbour Act", date(2020, 1, 1), "everyone")
    assert law.article("Section 1").heading == "Right"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('name = "Harbour Act"\n', "", "name: It is missing."),
        ("since = 2020-01-01", 'since = "2020"', ":6: since: This must be a date."),
        ("https://harbour.gov/act", "http://harbour.gov/act", ":8: link: This is no https address."),
        ("penalty", "penality", 'Did you mean "penalty"?'),
        ('number = "Section 1"', 'nummer = "Section 1"', ":12: nummer: There is no such key."),
        ('region = "HB"', 'region = "hb"', ':4: region: "hb" is not a region.'),
        ('["Harbour master"]', "[]", ":5: regulators: The list is empty"),
        ("penalty = ", "penalty == ", ":7: The file cannot be read"),
        ("[[provision]]", 'audience = "sailors"\n\n[[provision]]', 'audience: "sailors" is not an audience.'),
    ],
)
def test_a_mistake_is_named_with_its_line_and_remedy(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert any(said in problem for problem in problems_in(tmp_path, SOUND.replace(old, new)))


def test_an_article_twice_is_a_mistake(tmp_path: Path) -> None:
    again = SOUND + '\n[[provision]]\nnumber = "Section 1"\nheading = "Left"\nasks = "Or not."\n'
    assert problems_in(tmp_path, again) == [
        f'{"/".join(tmp_path.parts[-2:])}/harbour-act.toml:17: number: "Section 1" stands twice. Join the two.'
    ]


def test_a_file_that_is_not_utf8_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "harbour-act.toml").write_bytes(b'name = "caf\xe9"')
    with pytest.raises(KnowledgeError, match="not UTF-8"):
        read_regulations(tmp_path)


def test_all_wrong_files_are_named_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("name = 1")
    (tmp_path / "b.toml").write_text("name = 1")
    with pytest.raises(KnowledgeError) as caught:
        read_regulations(tmp_path)
    assert {problem.path.name for problem in caught.value.problems} == {"a.toml", "b.toml"}
