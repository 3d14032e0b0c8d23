/** The state that the window saves between starts, and its log. */
@NullMarked
package org.dalescope.app.ui.restore;

import org.jspecify.annotations.NullMarked;
