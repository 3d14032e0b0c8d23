/** Named arrays in NumPy's npy and npz formats, which every analysis program reads. */
@NullMarked
package org.dalescope.model.array;

import org.jspecify.annotations.NullMarked;
