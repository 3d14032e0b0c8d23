/** What a scientist takes away of a run, in one file or folder for NumPy, MATLAB or a spreadsheet. */
@NullMarked
package org.dalescope.model.export;

import org.jspecify.annotations.NullMarked;
