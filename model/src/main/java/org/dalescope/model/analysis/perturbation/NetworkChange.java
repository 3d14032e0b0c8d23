package org.dalescope.model.analysis.perturbation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.perturbation.Intervention.Cut;
import org.dalescope.model.analysis.perturbation.Intervention.Drive;
import org.dalescope.model.analysis.perturbation.Intervention.Lesion;
import org.dalescope.model.analysis.perturbation.Intervention.Silence;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.NearestName;
import org.dalescope.model.network.Network;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Session;

/**
 * A perturbation expressed in the numbers of one network: rates, currents, weights and inputs that it changes.
 *
 * @param open whether the perturbation acts, per bin
 * @param kept share of its rate that a unit keeps
 * @param current current that is added to the input of a unit
 * @param w weights {@code [to][from]} while the perturbation acts
 * @param lesioned whether a channel of the session is 0 while the perturbation acts
 */
record NetworkChange(boolean[] open, double[] kept, double[] current, double[] w, boolean[] lesioned) {

    /**
     * Converts a perturbation to the numbers of a network.
     *
     * @throws InputError if it names something that network or session do not have
     */
    static NetworkChange of(Perturbation perturbation, Network network, Session session) {
        int n = network.size();
        double[] kept = new double[n];
        Arrays.fill(kept, 1);
        NetworkChange change = new NetworkChange(
                perturbation.window().bins(session.time()),
                kept,
                new double[n],
                network.w().clone(),
                new boolean[session.channels().size()]);
        for (Intervention intervention : perturbation.interventions()) {
            switch (intervention) {
                case Silence(UnitSet units, double strength) -> multiply(units.in(network), kept, 1 - strength);
                case Drive(UnitSet units, double current) -> change.drive(units.in(network), current);
                case Cut(UnitSet from, UnitSet to, double factor) ->
                    change.cut(from.in(network), to.in(network), factor);
                case Lesion(String channel) -> change.lesioned[channel(session, channel)] = true;
            }
        }
        return change;
    }

    /** Whether any input is lesioned. */
    boolean lesions() {
        for (boolean one : lesioned) {
            if (one) {
                return true;
            }
        }
        return false;
    }

    /** Whether the perturbation leaves the network as it is. */
    boolean isNothing(Network network) {
        return Arrays.stream(kept).allMatch(share -> share == 1)
                && Arrays.stream(current).allMatch(added -> added == 0)
                && Arrays.equals(w, network.w())
                && !lesions();
    }

    private static void multiply(boolean[] in, double[] values, double factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= in[i] ? factor : 1;
        }
    }

    private void drive(boolean[] in, double added) {
        for (int unit = 0; unit < in.length; unit++) {
            current[unit] += in[unit] ? added : 0;
        }
    }

    private void cut(boolean[] from, boolean[] to, double factor) {
        for (int i = 0; i < w.length; i++) {
            w[i] *= to[i / to.length] && from[i % from.length] ? factor : 1;
        }
    }

    private static int channel(Session session, String name) {
        List<String> names = session.channels().stream().map(Channel::name).toList();
        return IntStream.range(0, names.size())
                .filter(i -> names.get(i).equals(name))
                .findFirst()
                .orElseThrow(() -> new InputError("There is no input '" + name + "' in this session"
                        + NearestName.hint(name, names) + ". Choose from: " + String.join(", ", names) + "."));
    }
}
