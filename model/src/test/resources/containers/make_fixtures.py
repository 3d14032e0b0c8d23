"""Makes the files beside it with SciPy, NumPy and h5py, and checksums.txt with what they hold.

Run: /usr/bin/python3 make_fixtures.py
"""
import h5py, numpy as np, scipy.io, scipy.sparse
T, B, N = 14, 9, 5
g = np.random.default_rng(7)
counts = g.poisson(0.6, (T, B, N))                      # trial, bin, neuron
counts[:, 0, :] += 1
stim = g.integers(0, 2, (T, B)).astype(float); eye = g.normal(size=(T, B, 2))
side = np.array(['left', 'right'])[np.arange(T) % 2]; reward = np.arange(T) % 3
kind = np.array(['RS', 'FS', 'RS', 'RS', 'FS']); lines = []

def weight(a): return float((np.asarray(a, float).ravel() * (1 + np.arange(np.size(a)))).sum())
def note(file, name, a): lines.append(f"{file}\t{name}\t{'x'.join(map(str, np.shape(a)))}\t{weight(a)!r}")

# All number types of NumPy, in both orders and both byte orders.
every = {}
for t in 'f2 f4 f8 i1 i2 i4 i8 u1 u2 u4 u8'.split():
    for e in '<>':
        a = (g.random((3, 4, 2)) * 100).astype(e + t)
        every[f"{t}_{'big' if e == '>' else 'little'}"] = a; every[f"{t}_{e == '>'}_F"] = np.asfortranarray(a)
every['truth'] = g.random((4, 3)) > .5; every['large'] = np.array([2**63 + 2**20, 2**64 - 2**12], np.uint64); every['scalar'] = np.array(2.5)
for k, a in every.items(): note('types.npz', k, a)
np.savez_compressed('types.npz', **every, words=side, bytes=np.array([b'E', b'I']), objects=np.array([{}, 1], dtype=object), complex=np.ones(2, complex))

# One session of counts in many shapes.
labels = dict(stim=stim, eye=eye, reward=reward, side=side, cell_type=kind, bin_ms=20.0)
np.savez('counts.npz', spikes=counts.astype(np.uint8), **labels)
np.savez('fortran.npz', spikes=np.asfortranarray(counts.transpose(2, 1, 0)), **labels)
mat = dict(labels, stim=stim.T, eye=eye.transpose(2, 1, 0), cell_type=np.array(kind, object), side=np.array(side, object))
for z in (False, True): scipy.io.savemat(f"counts{'_z' if z else ''}.mat", dict(mat, spikes=counts.transpose(2, 1, 0).astype(float)), do_compression=z)
lengths = 5 + np.arange(T) % 5                          # bins of every trial
trials = np.zeros((1, T), [('spikes', object), ('side', object)])
for k in range(T): trials[0, k] = (counts[k, :lengths[k]].astype(float), str(side[k]))
scipy.io.savemat('trials.mat', dict(trials=trials, bin_size=0.02, cell_type=np.array(kind, object)))
times = np.empty((T, N), object); rows = []
for k in range(T):
    for n in range(N):
        at = [b * .02 + (i + 1) * .001 for b in range(B) for i in range(counts[k, b, n])]
        times[k, n] = np.array(at).reshape(1, -1); rows += [(k + 1, n + 1, t) for t in at]
scipy.io.savemat('times.mat', dict(spike_times=times, bin_ms=20.0, reward=reward))
rows = np.array(rows); np.savez('triplets.npz', spikes=rows, trial=rows[:, 0], unit=rows[:, 1], t=rows[:, 2] * 1000, reward=reward)
for name in ('counts.npz', 'trials.mat'): note(name, 'rates', counts * 50)
cut = np.zeros_like(counts)
for k in range(T): cut[k, :lengths[k]] = counts[k, :lengths[k]]
lines[-1] = f"trials.mat\trates\t{T}x{B}x{N}\t{weight(cut * 50)!r}"

# MATLAB v7.3 as MATLAB lays it out: reversed axes, classes as attributes, cells and structs by reference.
with h5py.File('counts73.mat', 'w', userblock_size=512, libver='earliest') as f:
    refs = f.create_group('#refs#'); count = [0]
    def put(parent, name, a, cls='double', **more):
        d = parent.create_dataset(name, data=a); d.attrs['MATLAB_class'] = np.bytes_(cls)
        for k, v in more.items(): d.attrs[k] = v
        return d
    def ref(a, cls='double', **more): count[0] += 1; return put(refs, f'r{count[0]}', a, cls, **more).ref
    def text(s): return np.array([[ord(c)] for c in s], np.uint16)
    put(f, 'spikes', counts.astype(float)); put(f, 'bin_ms', [[20.0]]); put(f, 'stim', stim.astype(np.uint8), 'logical', MATLAB_int_decode=np.int32(1))
    put(f, 'reward', reward[:, None].astype(np.int32), 'int32'); put(f, 'title', text('hello'), 'char', MATLAB_int_decode=np.int32(2))
    put(f, 'cell_type', np.array([[ref(text(k), 'char')] for k in kind], h5py.ref_dtype), 'cell')
    put(f, 'side', np.array([[ref(text(k), 'char') for k in side]], h5py.ref_dtype), 'cell')
    put(f, 'nothing', np.array([0, 0], np.uint64), 'double', MATLAB_empty=np.uint8(1))
    put(f, 'words', np.array([[1, 2]], np.uint32), 'string', MATLAB_object_decode=np.int32(3))
    s = f.create_group('session'); s.attrs['MATLAB_class'] = np.bytes_('struct'); put(s, 'depth', np.arange(6.).reshape(2, 3))
    a = f.create_group('list'); a.attrs['MATLAB_class'] = np.bytes_('struct')
    a.create_dataset('x', data=np.array([[ref(np.full((1, 1), 3.0 * i))] for i in range(4)], h5py.ref_dtype))
    m = scipy.sparse.csc_matrix(np.array([[0, 2., 0], [1, 0, 0]])); p = f.create_group('thin'); p.attrs['MATLAB_class'] = np.bytes_('double'); p.attrs['MATLAB_sparse'] = np.uint64(2)
    for k, v in dict(data=m.data, ir=m.indices.astype(np.uint64), jc=m.indptr.astype(np.uint64)).items(): p.create_dataset(k, data=v)
head = b'MATLAB 7.3 MAT-file, Platform: GLNXA64'.ljust(124) + b'\0\2IM'
with open('counts73.mat', 'r+b') as f: f.write(head)
note('counts73.mat', 'spikes', counts.transpose(2, 1, 0)); note('counts73.mat', 'stim', stim.T); note('counts73.mat', 'session.depth', np.arange(6.).reshape(2, 3).T)
note('counts73.mat', 'thin', m.toarray()); note('counts73.mat', 'reward', reward[None]); note('counts.mat', 'spikes', counts.transpose(2, 1, 0)); note('counts_z.mat', 'eye', eye.transpose(2, 1, 0))
with h5py.File('plain.h5', 'w') as f:
    f.create_dataset('data/spikes', data=counts.astype(np.int16), compression='gzip'); f['data/side'] = np.array(side, object); f['data/cell_type'] = np.array([k.encode() for k in kind])
    f['data/go'] = stim > 0; f.attrs['bin_size_ms'] = 20.0; f['data/u8'] = every['large']
note('plain.h5', 'data.spikes', counts); note('plain.h5', 'data.go', stim); note('plain.h5', 'data.u8', every['large'])
with open('v4.mat', 'wb') as f: scipy.io.savemat(f, dict(a=np.arange(6.)), format='4')
open('checksums.txt', 'w').write('\n'.join(lines) + '\n')
