#!/usr/bin/env python3
"""Attacks a table as a reader would who has only what is shown: attack.py TABLE…

A table is lines of text: `cell ROLE VALUE WITHHELD` (role figure or slack, withheld 0 or 1) and
`sum PARENT PART…` (by the numbers of the cells, from 0). The values of withheld cells are used
for one thing only: to check that they lie inside the interval found.

For each withheld figure HiGHS finds the smallest and the largest number that it can be, given
the shown figures, the sums, and that whoever withholds a figure withholds no zero. Exit code 1
if any interval is narrower than k − 1 (--threshold, 5).
"""
import argparse
import random
import sys

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_matrix


def read(path):
    cells, sums = [], []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            kind, *rest = line.split()
            if kind == "cell":
                cells.append((rest[0], int(rest[1]), rest[2] == "1" or rest[0] == "slack"))
            elif kind == "sum":
                sums.append([int(number) for number in rest])
    return cells, sums


def components(sums, hidden):
    """The withheld cells that sums connect, each with its sums."""
    above = {cell: cell for cell in hidden}

    def root(cell):
        while above[cell] != cell:
            above[cell] = above[above[cell]]
            cell = above[cell]
        return cell

    for numbers in sums:
        members = [cell for cell in numbers if cell in above]
        for cell in members[1:]:
            above[root(cell)] = root(members[0])
    groups = {}
    for cell in hidden:
        groups.setdefault(root(cell), ([], []))[0].append(cell)
    for numbers in sums:
        members = [cell for cell in numbers if cell in above]
        if members:
            groups[root(members[0])][1].append(numbers)
    return groups.values()


def system(cells, members, sums):
    column = {cell: position for position, cell in enumerate(members)}
    rows, columns, factors, right = [], [], [], []
    for row, (parent, *parts) in enumerate(sums):
        shown = 0
        for cell, factor in [(parent, -1)] + [(part, 1) for part in parts]:
            if cell in column:
                rows.append(row)
                columns.append(column[cell])
                factors.append(factor)
            else:
                shown += factor * cells[cell][1]
        right.append(-shown)
    shape = (len(sums), len(members))
    return csr_matrix((factors, (rows, columns)), shape=shape), np.array(right)


def interval(matrix, right, bounds, column):
    ends = []
    for sign in (1, -1):
        objective = np.zeros(matrix.shape[1])
        objective[column] = sign
        empty = matrix.shape[0] == 0
        answer = linprog(
            objective, A_eq=None if empty else matrix, b_eq=None if empty else right,
            bounds=bounds, method="highs")
        if answer.status == 3:
            ends.append(-np.inf)
        elif answer.status == 0:
            ends.append(answer.fun)
        else:
            raise SystemExit(f"HiGHS cannot solve the table: {answer.message}")
    return ends[0], -ends[1]


def attack(path, threshold, sample, only_small):
    cells, sums = read(path)
    if only_small:
        cells = [(role, value, role == "slack" or 0 < value < threshold)
                 for role, value, _ in cells]
    hidden = [number for number, (_, _, withheld) in enumerate(cells) if withheld]
    tried = found = narrow = wrong = 0
    for members, own in components(sums, [cell for cell in hidden]):
        matrix, right = system(cells, members, own)
        bounds = [(1 if cells[cell][0] == "figure" else 0, None) for cell in members]
        for column, cell in enumerate(members):
            if cells[cell][0] != "figure" or cells[cell][1] == 0 or random.random() > sample:
                continue
            low, high = interval(matrix, right, bounds, column)
            tried += 1
            found += high - low < 1e-6
            narrow += high - low < threshold - 1 - 1e-6
            wrong += not low - 1e-6 <= cells[cell][1] <= high + 1e-6
    figures = sum(role == "figure" and value > 0 for role, value, _ in cells)
    share = sum(withheld and role == "figure"
                for role, _, withheld in cells) / max(1, figures)
    print(f"{path}: {figures} figures, {100 * share:.1f} % withheld, {tried} attacked, "
          f"{found} recovered, {narrow} too narrow, {wrong} intervals without their value")
    return found + narrow + wrong == 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tables", nargs="+")
    parser.add_argument("--threshold", type=int, default=5)
    parser.add_argument("--sample", type=float, default=1, help="share of the figures to attack")
    parser.add_argument("--only-small", action="store_true",
                        help="withhold the small figures alone, to see that the attack works")
    options = parser.parse_args()
    random.seed(1)
    outcomes = [
        attack(path, options.threshold, options.sample, options.only_small)
        for path in options.tables
    ]
    return 0 if all(outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())
