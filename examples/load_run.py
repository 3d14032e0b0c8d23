"""Loads a Dalescope run folder with NumPy alone and prints what it holds.

    python3 examples/load_run.py RUN

The same as cells of a notebook: each block stands by itself after the first.
"""

import csv
import json
import sys
from pathlib import Path

import numpy as np

run = Path(sys.argv[1])

# %% What was fitted: session, seed, split, status.
record = json.loads((run / "run.json").read_text())
print(f"{record['session_name']}, seed {record['seed']}, {record['status']}, best epoch {record['best_epoch']}")

# %% The network: W_rec[to, from] is signed, in units of the recurrence; tau in ms.
network = np.load(run / "parameters.npz")
w = network["W_rec"]
unit_type = network["unit_type"]
assert np.all(w[:, unit_type > 0] >= 0) and np.all(w[:, unit_type < 0] <= 0), "Dale's law"
print(f"{w.shape[0]} units, {np.sum(unit_type > 0)} E and {np.sum(unit_type < 0)} I")
print(f"tau: E {network['tau'][unit_type > 0].mean():.1f} ms, I {network['tau'][unit_type < 0].mean():.1f} ms")
print(f"spectral radius of W_rec {np.abs(np.linalg.eigvals(w)).max():.3f}")

# %% Its scores on trials that it was not fitted to; a score that is not defined is null, with a reason beside it.
scores = json.loads((run / "scores.json").read_text())["scores"]
print(f"psth_r {scores['psth_r']['value']:.3f}, training PSTH scores {scores['psth_r']['ceiling_training_psth']:.3f}")

# %% How the fit went: a row per epoch; an empty cell is not defined.
with open(run / "history.csv", newline="") as file:
    history = list(csv.DictReader(file))
loss = np.array([float(row["loss"] or "nan") for row in history])
print(f"{len(history)} epochs, loss {loss[0]:.4f} -> {np.nanmin(loss):.4f}")
