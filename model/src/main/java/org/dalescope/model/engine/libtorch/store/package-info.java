/** Finds, judges, chooses and downloads a libtorch. It never loads one. */
@NullMarked
package org.dalescope.model.engine.libtorch.store;

import org.jspecify.annotations.NullMarked;
