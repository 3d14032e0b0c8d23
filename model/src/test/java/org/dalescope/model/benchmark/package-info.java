@NullMarked
package org.dalescope.model.benchmark;

import org.jspecify.annotations.NullMarked;
