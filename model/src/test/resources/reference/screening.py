"""Prints the numbers that SessionScreeningTest and QualityReportTest assert, with NumPy and SciPy. The session is FormulaSession's."""
import numpy as np
from scipy import stats
from scipy.stats.contingency import association

T, B, N = 48, 12, 4
t, b, n = np.meshgrid(np.arange(T), np.arange(B), np.arange(N), indexing="ij")
counts = np.floor(3 * np.abs(np.sin(0.9 * t + 0.013 * t * t + 0.5 * b * (n + 1) + n)))
counts[:, :, 1] += np.floor(np.arange(T) / 12)[:, None]
counts[:, :, 3] = counts[:, :, 0]
counts[5, 2, 3] += 1
counts[20] += 30
counts[30] = counts[10]
location = np.arange(T) % 3
reward = np.where(location == 0, 1, np.arange(T) % 2)
valid = np.array([8 + k % 5 for k in range(T)])
mask = np.arange(B)[None, :] < valid[:, None]
rates = np.stack([(counts[k] * mask[k][:, None]).sum(0) * 40 / valid[k] for k in range(T)])

print("spearman per location, neuron 1:", [stats.spearmanr(rates[location == c, 1], np.arange(T)[location == c])[0] for c in range(3)])
for neuron in range(N):
    weights = rhos = above = below = 0
    for loc in range(3):
        for rew in range(2):
            k = np.where((location == loc) & (reward == rew))[0]
            if len(k) < 5:
                continue
            rho = stats.spearmanr(rates[k, neuron], k)[0]
            weights += len(k) - 1
            rhos += (len(k) - 1) * rho
            above += ((rates[k, neuron] - rates[k, neuron].mean()) * (k - k.mean())).sum()
            below += ((k - k.mean()) ** 2).sum()
    print("drift", neuron, rhos / weights, rhos / np.sqrt(weights), above / below * (T - 1) / rates[:, neuron].mean())
print("cramer", association(stats.contingency.crosstab(location, reward)[1], method="cramer"))
population = rates.mean(1)
print("robust z, trial 20:", (population[20] - np.median(population)) / (stats.median_abs_deviation(population) * 1.4826),
      "median", np.median(population))
m = mask.ravel()
print("r of 0 and 3:", np.corrcoef(counts[:, :, 0].ravel()[m], counts[:, :, 3].ravel()[m])[0, 1])
print("ranks", stats.rankdata([3, 1, 3, 2, 5, 3]))
print("mean rates", counts.reshape(-1, N)[m].mean(0) / 0.025)
R, trials = 0.45, 120
print("spearman-brown:", trials * 0.64 * (1 - R) / (R * (1 - 0.64)), "check", (lambda k: k * R / (1 + (k - 1) * R))(0.64 * (1 - R) / (R * (1 - 0.64))))
print("trials with the counts of an earlier one:", [100 + k for k in range(T) if any((counts[k] == counts[j]).all() for j in range(k))])
