"""Equations and bounds over withheld figures, and how far each figure reaches within them."""
import numpy as np
from scipy.optimize import linprog
from scipy.sparse import bmat, csr_matrix, hstack, identity, vstack
from scipy.sparse.csgraph import connected_components


class System:
    """Equations and bounds over the withheld figures of some releases."""

    def __init__(self):
        self.cells, self.shown, self.equations, self.bounds = {}, {}, {}, {}

    def put(self, key, status, value):
        if status == "withheld":
            self.cells.setdefault(key, len(self.cells))
        elif value is not None:
            self.shown[key] = value

    def known(self, key):
        return key in self.cells or key in self.shown

    def equation(self, parent, parts):
        if self.known(parent) and parts:
            self.equations[((parent, -1), *((part, 1) for part in sorted(parts)))] = None

    def bound(self, larger, smaller):
        """The sum of one side is at least that of the other."""
        self.bounds[(*((key, -1) for key in sorted(larger)),
                     *((key, 1) for key in sorted(smaller)))] = None

    def matrix(self, rows):
        data, row_of, column_of, right = [], [], [], []
        for row in rows:
            total, columns = 0, []
            for key, factor in row:
                if key in self.cells and key not in self.shown:
                    columns.append((self.cells[key], factor))
                else:
                    total += factor * self.shown.get(key, 0)
            if not columns:
                continue
            for column, factor in columns:
                row_of.append(len(right))
                column_of.append(column)
                data.append(factor)
            right.append(-total)
        shape = (len(right), len(self.cells))
        return (csr_matrix((data, (row_of, column_of)), shape=shape), np.array(right)) \
            if right else (None, None)

    def attack(self, least, k):
        """The withheld figures whose interval is narrower than k − 1."""
        equal, equal_right = self.matrix(self.equations)
        below, below_right = self.matrix(self.bounds)
        keys = sorted(self.cells, key=self.cells.get)
        # Withheld by one release and shown by another of the same count.
        failures = [(key, self.shown[key], self.shown[key]) for key in keys if key in self.shown]
        for columns in components(len(keys), equal, below):
            part = Part(columns, (equal, equal_right), (below, below_right), least)
            part.spread(k)
            for place, column in enumerate(columns):
                # What other programs have found counts as well: each answer is a possible table.
                if part.high[place] - part.low[place] >= k - 1:
                    continue
                low, high = part.interval(place)
                if high - low < k - 1 - 1e-6:
                    failures.append((keys[column], low, high))
        return failures


def components(count, *matrices):
    """The columns that rows connect, largest matrices first."""
    whole = [matrix for matrix in matrices if matrix is not None]
    if not whole:
        return [[column] for column in range(count)]
    rows = vstack(whole)
    links = bmat([[None, rows], [rows.T, None]])
    _, labels = connected_components(links, directed=False)
    parts = {}
    for column, label in enumerate(labels[rows.shape[0]:]):
        parts.setdefault(label, []).append(column)
    return parts.values()


class Part:
    """Linear programs over figures that sums connect."""

    def __init__(self, columns, equal, below, least):
        self.equal, self.equal_right = self.rows(columns, *equal)
        self.below, self.below_right = self.rows(columns, *below)
        self.limits = [(least, None)] * len(columns)
        self.low = np.full(len(columns), np.inf)
        self.high = np.full(len(columns), -np.inf)

    @staticmethod
    def rows(columns, matrix, right):
        if matrix is None:
            return None, None
        own = matrix[:, columns]
        used = np.flatnonzero(np.diff(own.indptr))
        return (own[used], right[used]) if len(used) else (None, None)

    def spread(self, k):
        """Two tables far apart, so that most figures need no program of their own: one with as
        many figures as large as counts, one with all as small as can be."""
        count = len(self.limits)
        least = self.limits[0][0]
        one = identity(count, format="csr")
        wide = hstack([csr_matrix((count, count)), one])
        rows = [hstack([-one, one])]
        right = [np.zeros(count)]
        if self.below is not None:
            rows.append(hstack([self.below, csr_matrix(self.below.shape)]))
            right.append(self.below_right)
        equal = None
        if self.equal is not None:
            equal = hstack([self.equal, csr_matrix(self.equal.shape)])
        limits = self.limits + [(least, least + k)] * count
        for objective in (-np.ones(count) @ wide, np.concatenate([np.ones(count),
                                                                  np.zeros(count)])):
            answer = linprog(objective, A_eq=equal, b_eq=self.equal_right, A_ub=vstack(rows),
                             b_ub=np.concatenate(right), bounds=limits, method="highs")
            if answer.status == 0:
                self.low = np.minimum(self.low, answer.x[:count])
                self.high = np.maximum(self.high, answer.x[:count])

    def interval(self, place):
        ends = []
        for sign in (1, -1):
            objective = np.zeros(len(self.limits))
            objective[place] = sign
            answer = linprog(objective, A_eq=self.equal, b_eq=self.equal_right, A_ub=self.below,
                             b_ub=self.below_right, bounds=self.limits, method="highs")
            if answer.status == 3:
                ends.append(sign * -np.inf)
                continue
            if answer.status != 0:
                raise SystemExit(f"HiGHS cannot solve the system: {answer.message}")
            ends.append(sign * answer.fun)
            self.low = np.minimum(self.low, answer.x)
            self.high = np.maximum(self.high, answer.x)
        return ends
