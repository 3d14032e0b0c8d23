/** The life of a fit that leaves a run folder: start, save, resume, retry, end. */
@NullMarked
package org.dalescope.model.run.execution;

import org.jspecify.annotations.NullMarked;
