/** The execution of fits that are saved to run folders: start, save, resume, retry and end. */
@NullMarked
package org.dalescope.model.run.execution;

import org.jspecify.annotations.NullMarked;
