/**
 * Files of any program as a tree of named variables with shapes and types, read when asked for: MATLAB v7.3 and v5, NumPy's npz
 * and folders of npy, plain HDF5. Knows nothing of neurons and trials.
 */
@NullMarked
package org.dalescope.model.session.container;

import org.jspecify.annotations.NullMarked;
