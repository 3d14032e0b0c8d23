/** Exports runs for NumPy, MATLAB or spreadsheets. */
@NullMarked
package org.dalescope.model.run.export;

import org.jspecify.annotations.NullMarked;
