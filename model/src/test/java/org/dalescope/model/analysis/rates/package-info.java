@NullMarked
package org.dalescope.model.analysis.rates;

import org.jspecify.annotations.NullMarked;
