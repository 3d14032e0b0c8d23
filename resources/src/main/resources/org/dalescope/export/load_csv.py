# Loads a run that Dalescope exported as CSV; needs NumPy. README_FILE says what every table is.
import csv
import os
import sys

import numpy as np

here = os.path.dirname(os.path.abspath(sys.argv[0]))


def table(name):
    """A table as a dictionary of columns; an empty cell is not a number."""
    with open(os.path.join(here, name + ".csv"), newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    columns = {}
    for key in rows[0]:
        cells = [row[key] for row in rows]
        try:
            columns[key] = np.array([float(cell) if cell else np.nan for cell in cells])
        except ValueError:
            columns[key] = np.array(cells)
    return columns


units, neurons, scores = table("units"), table("neurons"), table("scores")
data, model = table("data_rates"), table("model_rates")
trials = len(np.unique(data["trial_id"]))
print("units", len(units["unit"]), "neurons", len(neurons["neuron_id"]), "trials", trials)

# psth_r_raw anew: Pearson's r between the grand averages, neuron by neuron.
r = []
for neuron, unit in zip(neurons["neuron_id"], neurons["unit"]):
    y = data["neuron_%d (sp/s)" % neuron].reshape(trials, -1).mean(axis=0)
    x = model["unit_%d (sp/s)" % unit].reshape(trials, -1).mean(axis=0)
    r.append(np.corrcoef(x, y)[0, 1])
raw = list(scores["score"]).index("psth_r_raw")
print("psth_r_raw %.6f, as exported %.6f" % (np.nanmean(r), scores["value"][raw]))
