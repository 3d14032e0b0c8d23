"""Prints the numbers that RivalPredictionTest asserts, with NumPy and SciPy. The session is FormulaSession's."""
import numpy as np
from scipy.ndimage import gaussian_filter1d

T, B, N, K = 48, 12, 4, 6
t, b, n = np.meshgrid(np.arange(T), np.arange(B), np.arange(N), indexing="ij")
counts = np.floor(3 * np.abs(np.sin(0.9 * t + 0.013 * t * t + 0.5 * b * (n + 1) + n)))
counts[:, :, 1] += np.floor(np.arange(T) / 12)[:, None]
counts[:, :, 3] = counts[:, :, 0]
counts[5, 2, 3] += 1
counts[20] += 30
counts[30] = counts[10]
R = np.float32(40 * counts).astype(float)
u = np.zeros((T, B, K))
for row in range(T * B):
    k, j = divmod(row, B)
    u[k, j, (k + j // 4) % 3] = 1
    u[k, j, 3] = 2 - 3 * u[k, j, 0]
    u[k, j, 4] = 1
    u[k, j, 5] = np.float32(np.sin(row))
M = np.arange(B)[None, :] < np.array([8 + k % 5 for k in range(T)])[:, None]
location, reward = np.arange(T) % 3, np.where(np.arange(T) % 3 == 0, 1, np.arange(T) % 2)
types = np.array([1, 1, 2, 2])
part = (np.arange(T) + 3) % 4               # 0 and 1 train, 2 validates, 3 is tested
train, valid, test = [np.where(np.isin(part, p))[0] for p in ((0, 1), (2,), (3,))]
dt = 25.0

def psth(x, idx):
    m = M[idx][..., None]
    return (x * m).sum(0) / np.maximum(m.sum(0), 1), M[idx].sum(0)

def judge(P, idx):
    k = psth(P, idx)[1] >= 10
    a, d = [gaussian_filter1d(psth(x, idx)[0][k], 1.0, axis=0, mode="nearest") for x in (P, R[idx])]
    r = [np.corrcoef(a[:, i], d[:, i])[0, 1] if a[:, i].std() > 1e-4 * abs(a[:, i].mean()) else np.nan for i in range(N)]
    res, tot = ((a - d) ** 2).sum(0), ((d - d.mean(0)) ** 2).sum(0)
    m, s = M[idx], dt / 1000
    gain = np.zeros(N); spikes = np.zeros(N)
    for i in range(N):
        c, e = (R[idx][..., i] * s)[m], (np.maximum(P[..., i], .01) * s)[m]
        mean = c.mean(); spikes[i] = c.sum()
        gain[i] = (c * np.log(e) - e).sum() - (c.sum() * np.log(mean) - c.sum())
    E, I = types == 1, types == 2
    bits = lambda q: gain[q].sum() / (spikes[q].sum() * np.log(2))
    mean = lambda q: np.nanmean(np.array(r)[q]) if np.isfinite(np.array(r)[q]).any() else np.nan
    return [mean(E | I), mean(E), mean(I), 1 - res.sum() / tot.sum(), 1 - res[E].sum() / tot[E].sum(), 1 - res[I].sum() / tot[I].sum(),
            np.median(1 - res / tot), np.median((1 - res / tot)[E]), np.median((1 - res / tot)[I]), bits(E | I), bits(E), bits(I)]

full = lambda p, idx: np.broadcast_to(p, (len(idx),) + p.shape)
def show(name, predict, choices):
    best = max(choices, key=lambda c: judge(predict(c, valid), valid)[9]) if len(choices) > 1 else choices[0]
    print(name, best, ", ".join(f"{v:.10f}" for v in judge(predict(best, test), test)))

p, trials = psth(R[train], train)
c = (R[train] * M[train][..., None]).sum((0, 1)) / M[train].sum()
show("constant", lambda _, i: full(np.broadcast_to(c, (B, N)), i), [0])
show("psth", lambda _, i: full(p, i), [0])
def smooth(p, n, s):
    f = lambda x: gaussian_filter1d(x.astype(float), s / dt, axis=0, mode="nearest")
    return f(p * n[:, None]) / np.maximum(f(n)[:, None], 1e-9)
sigmas = [25, 50, 75, 100, 150, 200]
show("smoothed", lambda s, i: full(smooth(p, trials, s), i), sigmas)
def condition(s, idx):
    out = []
    for k in idx:
        own = train[(location[train] == location[k]) & (reward[train] == reward[k])]
        q, n = psth(R[own], own)
        out.append(np.where((n >= 3)[:, None], smooth(q, n, s), smooth(p, trials, s)) if len(own) else smooth(p, trials, s))
    return np.array(out)
show("condition", condition, sigmas)
def features():
    F = []
    for lo, hi in [(0, 2), (2, 4), (4, 6), (6, 9), (9, 13), (13, 18), (18, 25), (25, 35)]:
        w = np.zeros((T, B, K))
        for j in range(B):
            w[:, j] = u[:, max(0, j + 1 - hi):max(0, j + 1 - lo)].sum(1) / (hi - lo)
        F.append(w)
    g = np.exp(-.5 * ((np.arange(B)[:, None] - np.linspace(0, B, 25)) / (B / 25)) ** 2)
    return np.concatenate(F + [np.broadcast_to(g / g.sum(1, keepdims=True), (T, B, 25))], 2)
X = features(); m = M[train]; x, y = X[train][m], R[train][m]
mu, sd = x.mean(0), x.std(0) + 1e-6; z = (x - mu) / sd
def linear(lam, idx):
    w = np.linalg.solve(z.T @ z + lam * np.eye(z.shape[1]), z.T @ (y - y.mean(0)))
    return np.maximum((X[idx] - mu) / sd @ w + y.mean(0), .05 * y.mean(0))
show("linear", linear, [3, 10, 30, 100, 300, 1000, 3000, 10000])
