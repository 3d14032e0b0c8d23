@NullMarked
package org.dalescope.app.ui.notification;

import org.jspecify.annotations.NullMarked;
