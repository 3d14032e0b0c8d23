/** The laboratory's export, by the names of its fields, in any container: MATLAB v7.3 and v5, npz, a folder of npy. */
@NullMarked
package org.dalescope.model.session.laboratory;

import org.jspecify.annotations.NullMarked;
