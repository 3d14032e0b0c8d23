/** Which libtorch the program computes with: found, judged, chosen, fetched; never loaded here. */
@NullMarked
package org.dalescope.model.libtorch;

import org.jspecify.annotations.NullMarked;
