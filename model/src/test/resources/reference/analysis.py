"""Expected numbers of WeightMeasureTest, ConstantInputDynamicsTest, FixedPointSearchTest and AlgebraTest, by NumPy and SciPy alone."""
import numpy as np
from scipy.linalg import subspace_angles
from scipy.optimize import brentq
from scipy.stats import ttest_rel, t

n, excitatory = 5, 3
to, frm = np.mgrid[0:n, 0:n]
w = (1 + (3 * to + 5 * frm) % 7) / 10 * np.where(frm < excitatory, 1, -1.5)
w[(to == 0) & (frm == 1)] = 0.001
np.fill_diagonal(w, 0)
off = ~np.eye(n, dtype=bool)
limit = 0.05 * np.abs(w[off]).mean()
for name, f, g in [("e_to_e", 1, 1), ("e_to_i", 1, 0), ("i_to_e", 0, 1), ("i_to_i", 0, 0)]:
    m = off & ((frm < excitatory) == f) & ((to < excitatory) == g)
    targets = excitatory if g else n - excitatory
    print(name, w[m].mean(), w[m].std(ddof=1), w[m].sum() / targets, (np.abs(w[m]) < limit).mean())
v = np.abs(w[off])
print("gini", np.abs(v[:, None] - v[None]).sum() / (2 * len(v) ** 2 * v.mean()))
pr = np.abs(w).sum(0) ** 2 / (w**2).sum(0)
print("effective targets", pr[:excitatory].mean(), pr[excitatory:].mean())
print("spectral radius", np.abs(np.linalg.eigvals(w)).max())
s = np.linalg.svd(w, compute_uv=False)
print("effective rank", (s**2).sum() ** 2 / (s**4).sum(), "entropy rank", np.exp(-(s / s.sum() * np.log(s / s.sum())).sum()))
a = 1 - np.exp(-25 / np.where(np.arange(n) < excitatory, 60.0, 30.0))
x = np.sin(np.arange(n) + 1.0)
j = np.diag(1 - a) + np.diag(a) @ w @ np.diag(1 / (1 + np.exp(-x)))
e = np.linalg.eigvals(j)
e = e[np.argsort(-np.abs(e))]
print("jacobian", np.abs(e), -25 / np.log(np.abs(e)), np.abs(np.angle(e)) / 2 / np.pi * 40)
p = np.linalg.qr(np.cos(np.outer(np.arange(6), [1, 2, 3]) + 0.5))[0]
q = np.linalg.qr(np.sin(np.outer(np.arange(6), [1.5, 2.5, 0.7]) + 0.2))[0]
print("cosines", np.sort(np.cos(subspace_angles(p, q)))[::-1])
f = lambda z: 2 * np.log1p(np.exp(z)) - 2 - z
for z in (brentq(f, -5, 0), brentq(f, 0, 5)):
    sl = 1 / (1 + np.exp(-z))
    print("bistable", z, "symmetric", 0.7 + 0.3 * 2 * sl, "antisymmetric", 0.7 - 0.3 * 2 * sl)
a5, b5 = np.array([1.2, 3.4, 2.2, 5.0]), np.array([1.0, 2.9, 2.6, 3.0])
print("paired t", ttest_rel(a5, b5).pvalue, t.interval(0.95, 3, a5.mean(), a5.std(ddof=1) / 2))
