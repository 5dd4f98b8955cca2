"""The production set-up agrees with the code: compose file, image, lock files, example environment, Makefile."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SETTINGS = (ROOT / "conductatlas/settings.py").read_text()


def test_every_variable_of_the_example_is_read_by_something() -> None:
    named = set(re.findall(r"^#?([A-Z][A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))
    read = set(re.findall(r'env(?:_\w+)?\("([A-Z_]+)"', SETTINGS))
    in_compose = set(re.findall(r"\$\{([A-Z_]+)", (ROOT / "docker-compose.yml").read_text()))
    assert named <= read | in_compose
    assert {"SECRET_KEY", "SITE_URL", "DATABASE_URL", "REDIS_URL", "EMAIL_HOST"} <= named


def test_web_worker_and_beat_are_one_image_with_a_health_check_each() -> None:
    services = COMPOSE["services"]
    ours = [services[name] for name in ("web", "worker", "beat")]
    assert {service["image"] for service in ours} == {"conductatlas"}
    assert {service["build"]["dockerfile"] for service in ours} == {"docker/Dockerfile"}
    assert all("healthcheck" in service for service in (*ours, services["postgres"], services["redis"]))


def test_services_wait_for_what_they_need() -> None:
    for name in ("web", "worker", "beat"):
        waits = COMPOSE["services"][name]["depends_on"]
        assert waits["postgres"]["condition"] == waits["redis"]["condition"] == "service_healthy"
        assert waits["migrate"]["condition"] == "service_completed_successfully"


@pytest.mark.parametrize("service", ["worker", "beat"])
def test_the_commands_of_workers_exist(service: str) -> None:
    command = COMPOSE["services"][service]["command"]
    answer = subprocess.run(
        [sys.executable, "-m", *command[:4], "--help"], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert answer.returncode == 0, answer.stderr
    assert all(option in answer.stdout for option in command if option.startswith("--"))


def test_the_healthy_page_of_the_web_service_answers(client, db) -> None:
    probe = " ".join(COMPOSE["services"]["web"]["healthcheck"]["test"])
    path = re.search(r"8000(/\w+)", probe)
    assert path is not None
    assert client.get(path[1]).status_code == 200


@pytest.mark.parametrize("lock", ["requirements.lock", "docker/requirements.lock"])
def test_locks_hold_versions_and_hashes_and_no_addresses(lock: str) -> None:
    text = (ROOT / lock).read_text()
    assert "://" not in text
    pinned = re.findall(r"^([a-z0-9.-]+)(?:\[[a-z0-9,-]+\])?==", text, re.MULTILINE)
    assert text.count("--hash=sha256:") >= len(pinned) > 30


def test_what_the_project_asks_for_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    pinned = set(re.findall(r"^([a-z0-9.-]+)", (ROOT / "docker/requirements.lock").read_text(), re.MULTILINE))
    asked = {re.split(r"[\[<>=; ]", line)[0].lower() for line in project["dependencies"]}
    assert asked <= pinned


def test_make_help_names_every_target() -> None:
    told = subprocess.run(["make", "help"], capture_output=True, text=True, cwd=ROOT, check=True).stdout
    for target in ("setup", "run", "test", "bench-replay", "bench-monitor"):
        assert target in told
