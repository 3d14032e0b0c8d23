/** The files of a run folder, one class per file. Other programs can read them. */
@NullMarked
package org.dalescope.model.run.store;

import org.jspecify.annotations.NullMarked;
