#!/usr/bin/env python3
"""The least that a look can cost: the same pages by plain httpx, with nothing done to them or parsed and no more.

usage: bench/floor.py [--parse] < addresses, one a line; then an empty line for each round

Tells for each round, in one line, the seconds by the clock and of CPU; starting and loading are not among them.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from typing import IO

import httpx
from selectolax.lexbor import LexborHTMLParser


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--parse", action="store_true", help="parse each page by selectolax")
    arguments = parser.parse_args()
    urls = list(iter(lambda: sys.stdin.readline().strip(), ""))
    with httpx.Client(trust_env=False, timeout=30) as client:
        while sys.stdin.readline():
            clock, cpu = time.monotonic(), time.process_time()
            for url in urls:
                answer = client.get(url)
                if arguments.parse:
                    LexborHTMLParser(answer.content)
            print(json.dumps([time.monotonic() - clock, time.process_time() - cpu]), flush=True)


def start_floor(urls: Sequence[str], *, processes: int, parse: bool) -> Callable[[], tuple[float, float]]:
    """Starts processes that share the addresses; gives a call that runs one round: seconds by the clock, of CPU."""
    call = [sys.executable, __file__, *(["--parse"] if parse else [])]
    crew = [
        subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(processes)
    ]
    for number, one in enumerate(crew):
        _say(one.stdin, "\n".join(urls[number::processes]) + "\n\n")

    def run() -> tuple[float, float]:
        for one in crew:
            _say(one.stdin, "\n")
        told = [json.loads(one.stdout.readline()) for one in crew if one.stdout]
        return max(seconds for seconds, _ in told), sum(cpu for _, cpu in told)

    return run


def _say(pipe: IO[str] | None, words: str) -> None:
    assert pipe is not None
    pipe.write(words)
    pipe.flush()


if __name__ == "__main__":
    main()
