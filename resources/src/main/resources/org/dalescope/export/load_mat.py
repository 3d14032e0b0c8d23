# Loads a run that Dalescope exported for MATLAB; needs NumPy and SciPy. README_FILE says what every array is.
import os
import sys

import numpy as np
import scipy.io

here = os.path.dirname(os.path.abspath(sys.argv[0]))
run = scipy.io.loadmat(os.path.join(here, "EXPORT_FILE"))  # vectors come as columns

W = run["W_rec"]  # [to, from]
recorded = run["recorded_unit"].ravel()
data = run["data_rates"]  # [trial, bin, neuron], sp/s
model = run["model_rates"][:, :, recorded]  # the units of the recorded neurons
print("units", W.shape[0], "neurons", run["neuron_ids"].size, "trials", run["trial_ids"].size)

# psth_r_raw anew: Pearson's r between the grand averages, neuron by neuron.
x, y = model.mean(axis=0, dtype=float), data.mean(axis=0, dtype=float)
r = [np.corrcoef(x[:, n], y[:, n])[0, 1] for n in range(data.shape[2])]
names = [str(cell[0]) for cell in run["score_names"].ravel()]
print("psth_r_raw %.6f, as exported %.6f" % (np.nanmean(r), run["scores"][names.index("psth_r_raw"), 0]))
