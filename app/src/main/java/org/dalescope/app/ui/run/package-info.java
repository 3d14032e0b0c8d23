/** The shown run, live or finished, as an immutable snapshot, and what all views of the run share: epoch and neuron. */
@NullMarked
package org.dalescope.app.ui.run;

import org.jspecify.annotations.NullMarked;
