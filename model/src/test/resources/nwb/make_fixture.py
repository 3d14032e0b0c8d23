#!/usr/bin/python3
"""Writes small.nwb (an NWB 2.x file without pynwb) and small.json (what h5py and NumPy read from it).

Run in this folder: python3 make_fixture.py. Numbers come from a fixed generator, so the files do not change.
"""

import json

import h5py
import numpy as np

TRIALS, UNITS, BIN_MS, START_MS, BINS = 30, 6, 20.0, -200.0, 60
rng = np.random.default_rng(20)
text = h5py.string_dtype()


def column(group, name, values, description="", kind="VectorData", **options):
    data = group.create_dataset(name, data=values, **options)
    data.attrs["neurodata_type"] = kind
    data.attrs["namespace"] = "hdmf-common"
    if description:
        data.attrs["description"] = description
    return data


def table(parent, name, kind, columns, rows):
    group = parent.create_group(name)
    group.attrs["neurodata_type"] = kind
    group.attrs["namespace"] = "core"
    group.attrs["colnames"] = np.array(columns, dtype=text)
    column(group, "id", np.arange(100, 100 + rows), kind="ElementIdentifiers")
    return group


def ragged(group, name, parts, **options):
    values = column(group, name, np.concatenate(parts), **options)
    index = column(group, name + "_index", np.cumsum([len(p) for p in parts]).astype(np.uint16), kind="VectorIndex")
    index.attrs["target"] = values.ref


def series(parent, name, data, kind="TimeSeries", timestamps=None, rate=None, start=0.0, link=None, **attributes):
    group = parent.create_group(name)
    group.attrs["neurodata_type"] = kind
    group.attrs["namespace"] = "core"
    values = group.create_dataset("data", data=data, chunks=True, compression="gzip")
    values.attrs.update({"unit": "a.u.", "conversion": 1.0, "resolution": -1.0, **attributes})
    if rate is not None:
        begin = group.create_dataset("starting_time", data=start)
        begin.attrs.update({"rate": rate, "unit": "seconds"})
    elif link:
        group["timestamps"] = h5py.SoftLink(link)
    else:
        group.create_dataset("timestamps", data=timestamps)
    return group


start = 5.0 + np.arange(TRIALS) * 2.0 + np.round(rng.uniform(0, 0.3, TRIALS), 4)
stop = start + np.round(rng.uniform(1.0, 1.4, TRIALS), 4)
stim = start + 0.25
off = stim + 0.3
go = np.where(np.arange(TRIALS) % 5 == 0, np.nan, stim + 0.5)
end = stop[-1] + 1
spikes = [np.sort(rng.uniform(4.0, end, int(rate * (end - 4)))) for rate in (4, 9, 15, 6, 22, 3)]
spikes[1] = np.sort(np.append(spikes[1], stim[3] + 0.1))  # on an edge of a bin: belongs to the bin that begins there
intervals = [np.array([[0.0, start[20] - 0.1], [start[20] + 0.5, end]]) for _ in range(UNITS)]
intervals[2] = np.array([[0.0, start[25]], [start[25] + 1e-8, end]])
eye_t = np.arange(4.0, end, 0.009)
eye_t = eye_t[(eye_t < start[10]) | (eye_t > start[10] + 0.6)]  # the tracker lost the eye
eye = np.stack([np.sin(eye_t), np.cos(2 * eye_t)], 1).astype(np.float32)
wheel = rng.integers(-300, 300, int((end - 4) * 10)).astype(np.int16)

with h5py.File("small.nwb", "w") as f:
    f.attrs.update({"neurodata_type": "NWBFile", "namespace": "core", "nwb_version": "2.6.0"})
    f["identifier"] = "small"
    f["session_description"] = "made by make_fixture.py"
    f["session_start_time"] = "2025-01-01T00:00:00+00:00"
    electrodes = table(f, "general/extracellular_ephys/electrodes", "DynamicTable", ["location"], 2)
    column(electrodes, "location", np.array(["ACC", "SC"], dtype=object), dtype=text)
    trials = table(
        f,
        "intervals/trials",
        "TimeIntervals",
        ["start_time", "stop_time", "stim_on_time", "stim_off_time", "go_time", "reaction_time", "choice", "correct",
         "contrast", "block", "packed", "cue", "tags"],
        TRIALS,
    )
    column(trials, "start_time", start)
    column(trials, "stop_time", stop)
    column(trials, "stim_on_time", stim)
    column(trials, "stim_off_time", off)
    column(trials, "go_time", go)
    column(trials, "reaction_time", np.round(rng.uniform(0.2, 0.6, TRIALS), 3))
    column(trials, "choice", np.array(["left", "right", ""], dtype=object)[np.arange(TRIALS) % 3], dtype=text)
    column(trials, "correct", np.arange(TRIALS) % 4 > 0)
    column(trials, "contrast", np.array([-0.5, 0.0, 0.25, np.nan])[np.arange(TRIALS) % 4])
    column(trials, "block", (np.arange(TRIALS) // 10 + 1).astype(np.uint8))
    column(trials, "packed", np.arange(TRIALS), scaleoffset=0)
    column(trials, "cue", start + 0.4)
    ragged(trials, "tags", [np.array(["a", "b"], dtype=object)] * TRIALS, dtype=text)
    units = table(f, "units", "Units", ["spike_times", "obs_intervals", "cell_type", "quality", "electrodes"], UNITS)
    ragged(units, "spike_times", spikes, chunks=(500,), compression="gzip")
    ragged(units, "obs_intervals", intervals)
    column(units, "cell_type", np.array(["RS", "FS", "pyramidal", "Narrow Interneuron", "?", "exc"], dtype=object), dtype=text)
    column(units, "quality", np.array(["good", "good", "good", "good", "mua", "good"], dtype=object), dtype=text)
    ragged(units, "electrodes", [np.array([i % 2]) for i in range(UNITS)])
    tracking = f.create_group("processing/behavior/EyeTracking")
    f["processing/behavior"].attrs["neurodata_type"] = "ProcessingModule"
    tracking.attrs["neurodata_type"] = "EyeTracking"
    series(tracking, "eye_position", eye, "SpatialSeries", eye_t, conversion=0.5, offset=3.0)
    series(f["processing/behavior"], "wheel", wheel, rate=10.0, start=4.0, conversion=0.01)
    series(f.create_group("acquisition"), "raw", np.zeros((100, 16), np.int16), "ElectricalSeries", rate=30000.0)
    light = (np.floor(eye_t) % 2).astype(np.float32)
    series(f.create_group("stimulus/presentation"), "light", light, link="/processing/behavior/EyeTracking/eye_position/timestamps")
    licks = np.sort(np.r_[stim + 0.41, stim[::2] + 0.43])
    series(f["acquisition"], "licks", np.ones(len(licks), np.uint8), timestamps=licks)
    bad = f.create_group("processing/bad")
    bad.create_dataset("r", (1,), dtype=h5py.regionref_dtype)
    loop = f.create_group("processing/loop")
    loop["again"] = loop
    loop["round"] = h5py.SoftLink("/processing/loop/round")
    loop["outside"] = h5py.ExternalLink("other.nwb", "/units")


# What an independent reader makes of the file.
with h5py.File("small.nwb") as f:
    zero = f["intervals/trials/stim_on_time"][:]
    ends = np.r_[0, f["units/spike_times_index"][:].astype(int)]
    edges = np.arange(BINS + 1) * BIN_MS
    counts = np.zeros((TRIALS, BINS, UNITS), int)
    for u in range(UNITS):
        times = f["units/spike_times"][ends[u]:ends[u + 1]]
        for k in range(TRIALS):
            since = np.round((times - zero[k]) * 1000 - START_MS, 6)
            counts[k, :, u] = np.histogram(since[since < edges[-1]], edges)[0]
    lo = zero[:, None] + (START_MS + edges[:-1]) / 1000
    hi = lo + BIN_MS / 1000
    observed = ~((hi > start[20] - 0.1 + 1e-7) & (lo < start[20] + 0.5 - 1e-7))
    centre = lo + BIN_MS / 2000
    t = f["processing/behavior/EyeTracking/eye_position/timestamps"][:]
    x = f["processing/behavior/EyeTracking/eye_position/data"][:, 0].astype(float) * 0.5 + 3.0
    means = np.array([[x[(t >= a - 1e-9) & (t < b - 1e-9)].mean() if ((t >= a - 1e-9) & (t < b - 1e-9)).any() else np.nan
                       for a, b in zip(r, s)] for r, s in zip(lo, hi)])
    w = f["processing/behavior/wheel/data"][:] * 0.01
    wt = 4.0 + np.arange(len(w)) / 10.0
    inside = np.array([[w[(wt >= a - 1e-9) & (wt < b - 1e-9)].mean() if ((wt >= a - 1e-9) & (wt < b - 1e-9)).any() else np.nan
                        for a, b in zip(r, s)] for r, s in zip(lo, hi)])
    wheel_bins = np.where(np.isnan(inside), np.interp(centre, wt, w), inside)
    onset = np.floor(np.round(((go - zero) * 1000 - START_MS) / BIN_MS, 6))
    json.dump(
        {
            "counts": counts.sum((0, 1)).tolist(),
            "weighted": (counts * np.arange(1, counts.size + 1).reshape(counts.shape)).sum((0, 1)).tolist(),
            "edge": int(counts[3, 15, 1]),
            "unobserved": int((~observed).sum()),
            "valid": [int(v) for v in np.floor(np.round((stop - zero) * 1000 - START_MS, 6) / BIN_MS).clip(0, BINS)],
            "eye_mean": float(np.nanmean(means)),
            "eye_sd": float(np.nanstd(means)),
            "eye_missing": int(np.isnan(means).sum()),
            "eye_z": [float((means[k, 7] - np.nanmean(means)) / np.nanstd(means)) for k in (0, 5, 29)],
            "wheel_mean": float(wheel_bins.mean()),
            "wheel_sd": float(wheel_bins.std()),
            "wheel_z": [float((wheel_bins[k, 8] - wheel_bins.mean()) / wheel_bins.std()) for k in (0, 5, 29)],
            "go_bin": [int(b) for b in onset[[1, 2, 3]]],
        },
        open("small.json", "w"),
        indent=1,
    )


def hostile(name):
    f = h5py.File(name, "w")
    f.attrs["nwb_version"] = "2.6.0"
    trials = table(f, "intervals/trials", "TimeIntervals", ["start_time", "stop_time"], 4)
    column(trials, "start_time", np.arange(4.0) * 2)
    column(trials, "stop_time", np.arange(4.0) * 2 + 1)
    return f


# A unit that claims 8 TB of spikes of which one chunk was written, a circle of links, and units in another file.
with hostile("huge.nwb") as f:
    units = table(f, "units", "Units", ["spike_times"], 2)
    times = units.create_dataset("spike_times", shape=(10**12,), chunks=(1000,), dtype="f8")
    times[:1000] = np.arange(1000) * 0.01
    column(units, "spike_times_index", np.array([500, 10**12]))
with hostile("circle.nwb") as f:
    f["units"] = h5py.SoftLink("/other")
    f["other"] = h5py.SoftLink("/units")
with hostile("outside.nwb") as f:
    f["units"] = h5py.ExternalLink("small.nwb", "/units")
