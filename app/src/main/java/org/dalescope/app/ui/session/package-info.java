/** The view of the open session: its contents and what is wrong with it. */
@NullMarked
package org.dalescope.app.ui.session;

import org.jspecify.annotations.NullMarked;
