/** What the user can ask for with a key, a menu or a dialog. */
@NullMarked
package org.dalescope.app.ui.command;

import org.jspecify.annotations.NullMarked;
