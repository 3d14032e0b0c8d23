/** MATLAB v7.3 files, which are HDF5 behind a 512-byte user block. */
@NullMarked
package org.dalescope.model.session.matlab;

import org.jspecify.annotations.NullMarked;
