"""A worker that starts at once and marks a handful of words, for tests of the window.

It speaks the protocol of `reader.cli.worker`, which has tests of its own.
"""

import json
import re
import sys
from collections.abc import Iterator
from typing import Any

WORDS = {"bizarre": "loaded-adjective", "falsely": "loaded-adverb", "very": "intensifier"}
SAID = re.compile("“[^”]*”")


def main() -> None:
    """Answer every job."""
    for line in sys.stdin:
        message = json.loads(line)
        if "job" in message:
            for answer in answers(message["text"]):
                sys.stdout.write(json.dumps({"job": message["job"], **answer}) + "\n")
            sys.stdout.flush()


def answers(text: str) -> Iterator[dict[str, Any]]:
    """Yield what the analyser would say of `text`."""
    yield {"event": "outline", "paragraphs": 1, "sentences": 1, "words": len(text.split())}
    found = [finding(match) for match in re.finditer("|".join(WORDS), text)]
    yield {"event": "part", "done": len(text), "findings": found, "quotes": [], "sentences": []}
    corrections = [correction(match) for match in re.finditer("falsely[^.]*", text)]
    engine = {"version": "1", "model": "quick"}
    yield {"event": "closing", "corrections": corrections, "claims": [], "engine": engine}
    yield {"event": "done", "seconds": 0.25}


def finding(match: re.Match[str]) -> dict[str, Any]:
    """Return a finding for a word of the list."""
    return {
        "start": match.start(),
        "end": match.end(),
        "text": match[0],
        "category": WORDS[match[0]],
        "score": 0.8,
        "voice": "writer",
        "speaker": None,
        "explanation": f"“{match[0]}” judges.",
        "alternatives": ["unusual"],
    }


def correction(match: re.Match[str]) -> dict[str, Any]:
    """Return a correction for a verdict."""
    return {
        "start": match.start(),
        "end": match.end(),
        "type": "label",
        "claim": None,
        "claimant": None,
        "score": 0.9,
        "explanation": "The article says that it is false.",
    }


if __name__ == "__main__":
    main()
