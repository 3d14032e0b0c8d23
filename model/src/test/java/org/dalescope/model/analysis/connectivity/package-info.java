@NullMarked
package org.dalescope.model.analysis.connectivity;

import org.jspecify.annotations.NullMarked;
