/** The analysis of mean rates of data and model. */
@NullMarked
package org.dalescope.model.analysis.rates;

import org.jspecify.annotations.NullMarked;
