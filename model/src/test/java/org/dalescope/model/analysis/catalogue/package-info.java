@NullMarked
package org.dalescope.model.analysis.catalogue;

import org.jspecify.annotations.NullMarked;
