/** Reads and writes the files of a run folder, with one class per file. Other programs can read these files. */
@NullMarked
package org.dalescope.model.run.store;

import org.jspecify.annotations.NullMarked;
