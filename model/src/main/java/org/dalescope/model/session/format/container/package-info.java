/**
 * Opens files of named variables as a tree: MATLAB v7.3 and v5, npz, folders of npy, and HDF5. It does not depend on
 * neurons and trials.
 */
@NullMarked
package org.dalescope.model.session.format.container;

import org.jspecify.annotations.NullMarked;
