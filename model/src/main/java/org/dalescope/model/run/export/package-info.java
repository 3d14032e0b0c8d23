/** Exports a run for NumPy, MATLAB or a spreadsheet. */
@NullMarked
package org.dalescope.model.run.export;

import org.jspecify.annotations.NullMarked;
