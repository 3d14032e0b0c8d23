/** What a cluster's scheduler is told and asked; knows nothing of suites and fits. */
@NullMarked
package org.dalescope.model.cluster;

import org.jspecify.annotations.NullMarked;
