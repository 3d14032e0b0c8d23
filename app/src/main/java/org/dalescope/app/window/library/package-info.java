/** Sessions opened and runs on disk: searched, sorted, noted, marked for comparison, put into the trash. */
@NullMarked
package org.dalescope.app.window.library;

import org.jspecify.annotations.NullMarked;
