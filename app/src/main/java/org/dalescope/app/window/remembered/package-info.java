/** What the window remembers from one day to the next, and its log: small files in the library's folder {@code .dalescope}. */
@NullMarked
package org.dalescope.app.window.remembered;

import org.jspecify.annotations.NullMarked;
