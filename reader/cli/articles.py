"""Analyses one plain-text article and prints the results for people or as one JSON object."""

import sys

from reader.analysis.pipeline import Analyser
from reader.cli.output import Progress, Tally, complain, write_json, write_text
from reader.cli.report import report
from reader.model.article import Article
from reader.model.codec import analysis_to_json
from reader.sources.opening import LARGEST_FILE, open_article, read_article


def analyse_article(
    path: str, analyser: Analyser, threshold: float, tally: Tally, *, as_json: bool
) -> None:
    """Print what is found in the article at `path` (`-`: standard input).

    Raises:
        SourceError: the article cannot be read.
    """
    article = _article(path)
    for note in article.notes:
        complain(f"{path}: {note}")
    progress = Progress()
    progress.show(f"{path}: {len(article.text):,} characters …")
    analysis = analyser.analyse(article.text, threshold)
    progress.clear()
    tally.add(analysis)
    if as_json:
        write_json({"id": path, **analysis_to_json(analysis)}, indent=2)
    else:
        write_text(report(path, article.text, analysis, coloured=sys.stdout.isatty()))


def _article(path: str) -> Article:
    if path == "-":
        data = sys.stdin.buffer.read(LARGEST_FILE + 1)
        return read_article(data, "Standard input")
    return open_article(path)
