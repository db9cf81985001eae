"""Words in four bits: near the floats that they come from, and a mean of two runs leaves them alone."""

import pytest

torch = pytest.importorskip("torch", reason="training only: make .venv/.training")

from training.average import mean_of  # noqa: E402
from training.words import MIDDLE, rounded  # noqa: E402


@pytest.fixture
def table():
    torch.manual_seed(1)
    return torch.randn(50, 64) * torch.logspace(-3, 1, 50)[:, None]


def test_a_word_is_near_the_one_that_it_comes_from(table):
    words = rounded(table)
    near = words(torch.arange(50))
    assert near.shape == table.shape
    assert ((near - table).norm(dim=1) / table.norm(dim=1)).max() < 0.15
    assert words.pairs.nbytes + words.scales.nbytes < table.nbytes / 7


def test_ids_of_any_shape(table):
    words = rounded(table)
    ids = torch.tensor([[3, 1], [49, 3]])
    assert torch.equal(words(ids)[1, 1], words(torch.tensor([3]))[0])
    assert words(ids).shape == (2, 2, 64)


def test_steps_lie_around_zero():
    words = rounded(torch.tensor([[-1.0, 1.0] * 16]))
    assert torch.allclose(words(torch.tensor([0]))[0].abs(), torch.ones(32), rtol=1 / MIDDLE)


def test_a_mean_keeps_what_is_alike(table):
    words = rounded(table).state_dict()
    one, two = words | {"tags.weight": torch.zeros(3)}, words | {"tags.weight": torch.ones(3)}
    mean = mean_of([one, two], [0.4, 0.6])
    assert torch.equal(mean["pairs"], words["pairs"])
    assert torch.equal(mean["scales"], words["scales"])
    assert torch.allclose(mean["tags.weight"], torch.full((3,), 0.6))
