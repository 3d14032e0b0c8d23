package org.dalescope.model.analysis.selectivity;

import java.util.List;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.NearestName;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.curation.ChannelPattern;

/** The first bin of every trial in which an input, or one of several that fit a pattern, is not 0. */
record InputOnsets(Session session, int[] channels) {
    /**
     * The onsets of an input.
     *
     * @param where the window that names it, for the error
     * @throws InputError if the session has no such input
     */
    static InputOnsets of(Session session, String event, String where) {
        int[] channels = ChannelPattern.of(event).positions(session.channels());
        if (channels.length == 0) {
            List<String> names = session.channels().stream().map(Channel::name).toList();
            throw new InputError("Window '" + where + "' names '" + event + "', which is no input of the session: "
                    + (names.isEmpty() ? "it has none." : "the nearest is '" + NearestName.to(event, names) + "'."));
        }
        return new InputOnsets(session, channels);
    }

    /** The bin in a trial; -1 if it does not occur. */
    int bin(int trial) {
        return session.onset(trial, channels);
    }
}
