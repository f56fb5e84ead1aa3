"""Has a corrective sentence read beside each of its likeliest claims."""

from collections.abc import Callable, Sequence

from reader.analysis.corrective.chains import Sums
from reader.analysis.encoder.close_reading import Line, beside_claim
from reader.analysis.reading import Array

# the claims per sentence that are read beside it, and what the linker's sums count there: measured
# on fold 1 with a close reader that had not learned from it (2026-11)
CLAIMS_READ = 4
LINKER_SHARE = 1.0
# what is behind the likeliest by more than this hardly ever comes out first, so it is not read: a
# fifth of the lines less, and the share of right claims did not fall on fold 0 (2026-11)
_BEHIND = 2.0

ReadClosely = Callable[[Sequence[Line]], Array]


def compare(
    read_closely: ReadClosely, sentences: Sequence[int], sums: Sequence[Sums]
) -> list[dict[int, float]]:
    """Return new sums for the likeliest claims of each of `sentences`, read beside them."""
    pairs = [
        (row, number, place)
        for row, number in enumerate(sentences)
        for place in likeliest(sums[row])
    ]
    scores = read_closely([beside_claim(number, place) for _, number, place in pairs])
    found: list[dict[int, float]] = [{} for _ in sentences]
    for (row, _, place), score in zip(pairs, scores.tolist(), strict=True):
        found[row][place] = LINKER_SHARE * sums[row][place] + score
    return found


def likeliest(sums: Sums, most: int = CLAIMS_READ) -> list[int]:
    """Return the places with the largest sums that are close to each other, the largest first."""
    order = sorted(sums, key=lambda place: -sums[place])[:most]
    return [place for place in order if sums[place] >= sums[order[0]] - _BEHIND]
