package org.dalescope.model.session.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.Remedy;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.curation.Curation;

/**
 * Quality checks of input channels: channels without information, and channels that repeat the information of others.
 */
final class ChannelChecks {
    private ChannelChecks() {}

    static List<Finding> of(Session session) {
        List<Finding> findings = new ArrayList<>();
        List<String> constant = new ArrayList<>();
        for (int k = 0; k < session.channels().size(); k++) {
            if (!varies(session, k, 0, session.trials())) {
                constant.add(session.channels().get(k).name());
            }
        }
        if (!constant.isEmpty()) {
            Finding finding = Finding.warning(
                            "constant-channel",
                            "Input " + String.join(", ", constant) + (constant.size() == 1 ? " is" : " are")
                                    + " constant over the whole session and cannot drive the network: check the"
                                    + " export.")
                    .meaning("Its weights learn only noise.");
            findings.add(
                    constant.size() < session.channels().size()
                            ? finding.remedy(leaveOut(constant, "Leave out " + String.join(", ", constant)))
                            : finding);
        }
        dependent(session, findings);
        return findings;
    }

    private static void dependent(Session session, List<Finding> findings) {
        List<ChannelDependence> all = ChannelDependence.of(session);
        for (ChannelDependence dependence : all) {
            String name = session.channels().get(dependence.channel()).name();
            List<String> others = IntStream.of(dependence.others())
                    .mapToObj(k -> session.channels().get(k).name())
                    .toList();
            Finding finding = others.size() == 1
                    ? Finding.notice(
                            "collinear-channels",
                            "Input " + name + " repeats " + others.getFirst() + " (|r| above 0.999).")
                    : Finding.notice(
                            "dependent-channels",
                            "Input " + name + " is a sum of " + String.join(", ", others) + " and a constant.");
            findings.add(
                    finding.meaning("It adds no information, and the weights of these inputs cannot be interpreted one"
                                    + " by one: only their sum is determined.")
                            .remedy(leaveOut(List.of(name), "Leave out " + name)));
        }
    }

    private static Remedy leaveOut(List<String> names, String label) {
        return Remedy.add(Curation.CHANNELS, String.join(",", names), label);
    }

    /** Whether a channel takes more than one value in some trials. */
    static boolean varies(Session session, int channel, int fromTrial, int toTrial) {
        float first = session.input(fromTrial, 0, channel);
        for (int trial = fromTrial; trial < toTrial; trial++) {
            for (int bin = 0; bin < session.bins(); bin++) {
                if (session.input(trial, bin, channel) != first) {
                    return true;
                }
            }
        }
        return false;
    }
}
