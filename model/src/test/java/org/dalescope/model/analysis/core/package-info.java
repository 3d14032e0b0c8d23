@NullMarked
package org.dalescope.model.analysis.core;

import org.jspecify.annotations.NullMarked;
