/** What the program says of itself: versions and licences. */
@NullMarked
package org.dalescope.app.about;

import org.jspecify.annotations.NullMarked;
