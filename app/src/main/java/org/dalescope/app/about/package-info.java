/** The program's version, its licences and how it was started. */
@NullMarked
package org.dalescope.app.about;

import org.jspecify.annotations.NullMarked;
