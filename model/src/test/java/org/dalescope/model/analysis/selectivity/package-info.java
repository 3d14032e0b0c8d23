@NullMarked
package org.dalescope.model.analysis.selectivity;

import org.jspecify.annotations.NullMarked;
