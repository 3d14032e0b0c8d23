/** The view of the open session: its contents and the problems found in it. */
@NullMarked
package org.dalescope.app.ui.session;

import org.jspecify.annotations.NullMarked;
