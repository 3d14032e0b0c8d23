# Loads a run that Dalescope exported as npz; needs NumPy. README_FILE says what every array is.
import os
import sys

import numpy as np

here = os.path.dirname(os.path.abspath(sys.argv[0]))
run = np.load(os.path.join(here, "EXPORT_FILE"))  # plain arrays: no pickle

W = run["W_rec"]  # [to, from]
data = run["data_rates"]  # [trial, bin, neuron], sp/s
model = run["model_rates"][:, :, run["recorded_unit"]]  # the units of the recorded neurons
print("units", W.shape[0], "neurons", len(run["neuron_ids"]), "trials", len(run["trial_ids"]))

# psth_r_raw anew: Pearson's r between the grand averages, neuron by neuron.
x, y = model.mean(axis=0, dtype=float), data.mean(axis=0, dtype=float)
r = [np.corrcoef(x[:, n], y[:, n])[0, 1] for n in range(data.shape[2])]
raw = list(run["score_names"]).index("psth_r_raw")
print("psth_r_raw %.6f, as exported %.6f" % (np.nanmean(r), run["scores"][raw, 0]))
