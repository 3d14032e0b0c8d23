@NullMarked
package org.dalescope.app.ui.session;

import org.jspecify.annotations.NullMarked;
