/** The actions that the user starts with a key, a menu or a dialog. */
@NullMarked
package org.dalescope.app.ui.command;

import org.jspecify.annotations.NullMarked;
