/** Search, checks, choice and download of libtorch folders. This package never loads a libtorch. */
@NullMarked
package org.dalescope.model.engine.libtorch.store;

import org.jspecify.annotations.NullMarked;
