/** Reading and writing of plain files: atomic writes, NumPy's npy and npz, MATLAB v5, and the user's preferences. */
@NullMarked
package org.dalescope.model.common.io;

import org.jspecify.annotations.NullMarked;
