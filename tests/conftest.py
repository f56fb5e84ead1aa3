"""What all tests share: no window on the screen, hypothesis's profiles, the evaluation data."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parents[1]

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# the first example of a property pays for loading the analyser, so no example has a deadline
settings.register_profile(
    "default", deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("ci", settings.get_profile("default"), derandomize=True)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE", "ci" if "CI" in os.environ else "default")
)


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's top folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of evaluation data beside the checkout; skips the test where there is none."""
    folder = ROOT.parent / "shared"
    if not (folder / "bench" / "data").is_dir():
        pytest.skip("the evaluation data is not there: no folder ../shared/bench/data")
    return folder


@pytest.fixture(scope="session")
def seed_article(shared: Path) -> str:
    """The article that the project was started from."""
    return (shared / "seed" / "article.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def sample_article(root: Path) -> str:
    """Our own article, which shows every category, voice and type of correction."""
    return (root / "resources" / "samples" / "harbour-bridge.txt").read_text(encoding="utf-8")
