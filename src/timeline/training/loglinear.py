"""Log-linear models: features in, probabilities out; fitted with SciPy, with a penalty on large weights."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from attrs import field, mutable
from scipy import sparse
from scipy.optimize import minimize

__all__ = ["Columns", "fit_answers", "fit_candidates"]

Array = Any
"""A NumPy array, or a sparse matrix of SciPy."""


@mutable(eq=False)
class Columns:
    """The columns of a matrix, by the name of the feature."""

    names: dict[str, int] = field(factory=dict)

    def matrix(self, rows: Iterable[Iterable[tuple[str, float]]]) -> Array:
        """Return a matrix of rows of features with their values; new names get new columns."""
        ends, columns, values = [0], list[int](), list[float]()
        for row in rows:
            for name, value in row:
                columns.append(self.names.setdefault(name, len(self.names)))
                values.append(value)
            ends.append(len(columns))
        shape = (len(ends) - 1, len(self.names))
        return sparse.csr_matrix((np.array(values), np.array(columns, dtype=np.int32), np.array(ends)), shape=shape)


def often(matrix: Array, least: int) -> Array:
    """Return the columns that are non-empty in at least some rows."""
    return np.asarray((matrix != 0).sum(axis=0)).ravel() >= least


def fit_answers(matrix: Array, answers: Sequence[int], count: int, penalty: float, weights: Array = None) -> Array:
    """Fit one of `count` answers to each row; return one column of weights for each answer."""
    rows, columns = matrix.shape
    wanted = np.zeros((rows, count))
    wanted[np.arange(rows), answers] = 1
    each = np.ones(rows) if weights is None else weights
    turned = matrix.T.tocsr()

    def loss(flat: Array) -> tuple[float, Array]:
        known = flat.reshape(columns, count)
        scores = matrix @ known
        scores -= scores.max(axis=1, keepdims=True)
        logs = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
        slope = turned @ ((np.exp(logs) - wanted) * each[:, None]) + penalty * known
        return float(-(each * (logs * wanted).sum(axis=1)).sum() + penalty / 2 * (flat @ flat)), slope.ravel()

    found = minimize(loss, np.zeros(columns * count), jac=True, method="L-BFGS-B", options={"maxiter": 120})
    return found.x.reshape(columns, count)


def fit_candidates(
    matrix: Array, sizes: Sequence[int], right: Array, penalty: float, prior: Array | None = None
) -> Array:
    """Fit a choice among candidates, the rows; `sizes` are the numbers of consecutive rows of each choice.

    Several candidates of a choice may be `right`: then the sum of their probabilities counts. The penalty is on the
    distance from the weights of `prior`, zeros by default.
    """
    first = np.zeros(matrix.shape[1]) if prior is None else np.asarray(prior, dtype=float)
    ends = np.cumsum(sizes)
    starts = ends - np.array(sizes)
    group = np.repeat(np.arange(len(sizes)), sizes)
    turned = matrix.T.tocsr()
    right = np.asarray(right, dtype=float)

    def loss(known: Array) -> tuple[float, Array]:
        scores = matrix @ known
        powers = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        whole, good = np.add.reduceat(powers, starts), np.add.reduceat(powers * right, starts) + 1e-12
        slope = turned @ (powers / whole[group] - powers * right / good[group]) + penalty * (known - first)
        return float(np.log(whole / good).sum() + penalty / 2 * ((known - first) @ (known - first))), slope

    return minimize(loss, first, jac=True, method="L-BFGS-B", options={"maxiter": 100}).x
