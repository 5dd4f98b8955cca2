"""A mail server for tests, at the address of Django's mail backend: keeps what it takes, refuses on request."""

import contextlib
import socket
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage


@dataclass
class Sink:
    """Mails taken, in order; `answers` are given to RCPT, one each, before it says 250 again.

    No address is refused more often than `most_refusals`. The first `together` connections are greeted together.
    """

    port: int = 0
    taken: list[EmailMessage] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    hang_up_after: int | None = None
    most_refusals: int | None = None
    together: threading.Barrier | None = None
    connections: int = 0
    refused: Counter[bytes] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def answer_to(self, recipient: bytes) -> str:
        """The next answer; 250 where there is none, or where the address has been refused often enough."""
        with self.lock:
            answer = self.answers.pop(0) if self.answers else "250 ok"
            if answer.startswith("250") or self.refused[recipient] == self.most_refusals:
                return "250 ok"
            self.refused[recipient] += 1
            return answer

    @property
    def message_ids(self) -> list[str]:
        return [str(mail["Message-ID"]) for mail in self.taken]


@contextlib.contextmanager
def mail_sink() -> Iterator[Sink]:
    """A server on a free port of this machine, for the duration of the block."""
    sink = Sink()
    with socket.create_server(("127.0.0.1", 0)) as server:
        sink.port = server.getsockname()[1]
        thread = threading.Thread(target=_serve, args=(server, sink), daemon=True)
        thread.start()
        try:
            yield sink
        finally:
            server.shutdown(socket.SHUT_RDWR)
            thread.join()


def _serve(server: socket.socket, sink: Sink) -> None:
    while True:
        try:
            client, _ = server.accept()
        except OSError:
            return
        threading.Thread(target=_take, args=(client, sink), daemon=True).start()


def _take(client: socket.socket, sink: Sink) -> None:
    with client, client.makefile("rb") as lines, contextlib.suppress(OSError):
        with sink.lock:
            sink.connections += 1
            early = sink.together is not None and sink.connections <= sink.together.parties
        if early and sink.together is not None:
            sink.together.wait(120)
        _converse(client, lines, sink)


def _converse(client: socket.socket, lines, sink: Sink) -> None:
    def say(answer: str) -> None:
        client.sendall(f"{answer}\r\n".encode())

    say("220 sink")
    for line in lines:
        verb = line[:4].upper()
        if verb == b"RCPT":
            say(sink.answer_to(line))
        elif verb == b"DATA":
            say("354 go on")
            body = b""
            for part in lines:
                if part == b".\r\n":
                    break
                body += part.removeprefix(b".")
            sink.taken.append(message_from_bytes(body, policy=policy.default))
            if sink.hang_up_after is not None and len(sink.taken) >= sink.hang_up_after:
                return
            say("250 taken")
        elif verb == b"QUIT":
            say("221 bye")
            return
        else:
            say("250 ok")
