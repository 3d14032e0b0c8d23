/**
 * Reads the folders of spike sorters: Kilosort and phy, and ALF (the files of the International Brain Laboratory), with
 * a table of trials beside them. Spike times are streamed and never all in memory.
 */
@NullMarked
package org.dalescope.model.session.format.sorter;

import org.jspecify.annotations.NullMarked;
