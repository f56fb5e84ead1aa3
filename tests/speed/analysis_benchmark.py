"""Measures the whole analysis of a large text against one pass of TextBlob in the same run.

    uv run python tests/speed/analysis_benchmark.py [TEXT-FILE]

Prints one JSON object. The ratios can be compared between machines, the seconds cannot:

    cpu_ratio           CPU of the analysis of 1 MB over one TextBlob(text).sentiment_assessments
    growth              CPU of 2 MB over CPU of 1 MB
    peak_mib            peak memory of the process that analyses 2 MB
    article_seconds     wall-clock time for an article of about 600 words in a warm analyser

The text is TEXT-FILE, else the news beside the checkout, else the sample article, again and again.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
NEWS = ROOT.parent / "shared" / "bench" / "data" / "outlets.dev.jsonl"
SAMPLE = ROOT / "resources" / "samples" / "harbour-bridge.txt"
MEGABYTE = 1_000_000

# each is measured in a process of its own, so that none pays for another's memory or warm-up
MEASUREMENTS = ("textblob", "one", "two", "article")


def main() -> None:
    """Measure everything and print it, or measure one thing for the process that asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("file", nargs="?", type=Path, metavar="TEXT-FILE")
    parser.add_argument("--only", choices=MEASUREMENTS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.only:
        sys.stdout.write(json.dumps(measure(options.only, text_of(options.file))))
        return
    figures = {name: _in_a_process(name, options.file) for name in MEASUREMENTS}
    sys.stdout.write(json.dumps(summary(figures), indent=1) + "\n")


def summary(figures: dict[str, dict[str, float]]) -> dict[str, float]:
    """Return what to print, given the figures of every measurement."""
    return {
        "textblob_cpu_seconds": round(figures["textblob"]["cpu"], 2),
        "analysis_cpu_seconds": round(figures["one"]["cpu"], 2),
        "cpu_ratio": round(figures["one"]["cpu"] / figures["textblob"]["cpu"], 2),
        "growth": round(figures["two"]["cpu"] / figures["one"]["cpu"], 2),
        "peak_mib": round(figures["two"]["peak_mib"]),
        "article_seconds": round(figures["article"]["wall"], 3),
    }


def text_of(file: Path | None) -> str:
    """Return at least 2 MB of text."""
    if file:
        text = file.read_text(encoding="utf-8")
    elif NEWS.is_file():
        with NEWS.open(encoding="utf-8") as lines:
            text = "\n\n".join(json.loads(line)["text"] for line in lines)
    else:
        text = SAMPLE.read_text(encoding="utf-8")
    return (text + "\n\n") * (2 * MEGABYTE // len(text) + 1)


def measure(name: str, text: str) -> dict[str, float]:
    """Measure one thing in this process."""
    if name == "textblob":
        return _textblob(text[:MEGABYTE])
    return _analysis(name, text)


def _textblob(text: str) -> dict[str, float]:
    from textblob import TextBlob  # noqa: PLC0415 - what is not measured is not loaded

    _ = TextBlob("Warm up.").sentiment_assessments
    started = time.process_time()
    _ = TextBlob(text).sentiment_assessments
    return {"cpu": time.process_time() - started}


def _analysis(name: str, text: str) -> dict[str, float]:
    from reader.analysis.pipeline import Analyser  # noqa: PLC0415 - as above
    from reader.cli.collecting import collect_rarely  # noqa: PLC0415 - as above

    article = SAMPLE.read_text(encoding="utf-8")
    size = {"one": MEGABYTE, "two": 2 * MEGABYTE, "article": len(article)}[name]
    collect_rarely()
    analyser = Analyser()
    analyser.analyse(article[:1500])
    started, started_wall = time.process_time(), time.perf_counter()
    analyser.analyse(article if name == "article" else text[:size])
    return {
        "cpu": time.process_time() - started,
        "wall": time.perf_counter() - started_wall,
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def _in_a_process(name: str, file: Path | None) -> dict[str, float]:
    command = [sys.executable, __file__, "--only", name, *([str(file)] if file else [])]
    # the same strings hash alike in all of them
    environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONPATH": str(ROOT)}
    figures: dict[str, float] = json.loads(subprocess.check_output(command, env=environment))
    return figures


if __name__ == "__main__":
    main()
