/** All runs and suites of a folder as a list: read anew only where a file changed, searched, sorted, noted, put into the trash. */
@NullMarked
package org.dalescope.model.library;

import org.jspecify.annotations.NullMarked;
