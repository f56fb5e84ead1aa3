"""What the encoder says of a document: numbers for every word and sentence, not yet findings."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]

# the sentences among which a corrective one's claim is looked for; of those in the development
# data, 97 % lie within (folds 1-4)
LINKS_BACK, LINKS_AHEAD = 40, 2


@dataclass(frozen=True, slots=True)
class Reading:
    """One pass of the encoder over a document of n words and m sentences.

    Attributes:
        loaded: (n,) log-odds that annotators mark the word as loaded, not yet calibrated.
        bias: (m,) probability that annotators call the sentence biased, calibrated.
        source: (n, 3) log-probabilities of O, B, I: is the word part of an attribution's source?
        cue: (n, 3) the same for its cue ("said").
        content: (n, 3) the same for what is attributed.
        vectors: (m, d) the mean of the encoder's last layer over the sentence.
    """

    loaded: Array
    bias: Array
    source: Array
    cue: Array
    content: Array
    vectors: Array
