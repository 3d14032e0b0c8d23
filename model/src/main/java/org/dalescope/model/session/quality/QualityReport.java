package org.dalescope.model.session.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.MaskOrigin;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;

/**
 * A session in numbers, with every warning.
 *
 * @param usableTrials trials with at least one valid bin
 * @param meanRates sp/s per neuron over valid bins, in the session's neuron order
 * @param spikes number of spikes in valid bins
 */
public record QualityReport(int usableTrials, double[] meanRates, long spikes, List<Finding> findings) {
    private static final double COUNT_TOLERANCE = 1e-3;

    /** Looks a session over under a mask convention. */
    public static QualityReport of(Session session, MaskOrigin origin) {
        Mask mask = session.mask(origin);
        int usable = (int) IntStream.range(0, session.trials())
                .filter(trial -> !session.isAborted(trial) && mask.validBins(trial) > 0)
                .count();
        double[] rates = IntStream.range(0, session.neurons().size())
                .mapToDouble(neuron -> session.meanRate(neuron, mask))
                .toArray();
        List<Finding> findings = new ArrayList<>();
        findings.addAll(session.source().notes());
        aborted(session).ifPresent(findings::add);
        withoutGo(session).ifPresent(findings::add);
        constantChannels(session).ifPresent(findings::add);
        nonCounts(session).ifPresent(findings::add);
        interleaved(session).ifPresent(findings::add);
        silent(session, rates).ifPresent(findings::add);
        constantFactors(session).ifPresent(findings::add);
        return new QualityReport(usable, rates, spikes(session, mask), List.copyOf(findings));
    }

    /** Mean over neurons of the mean rates, sp/s. */
    public double meanRate() {
        return Arrays.stream(meanRates).average().orElse(0);
    }

    /** Number of trials per value of every factor. */
    public static Map<String, Map<String, Integer>> factorCounts(Session session) {
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
        session.factors().forEach(factor -> counts.put(factor.name(), factor.counts()));
        return counts;
    }

    private static Optional<Finding> aborted(Session session) {
        int aborted = (int)
                IntStream.range(0, session.trials()).filter(session::isAborted).count();
        return aborted == 0
                ? Optional.empty()
                : Optional.of(Finding.warning(
                        "aborted-trials",
                        aborted + " of " + session.trials()
                                + " trials are aborted (shorter than one bin of "
                                + session.time().binMs()
                                + " ms); they are left out unless data.exclude_aborted is off."));
    }

    private static Optional<Finding> withoutGo(Session session) {
        int go = channel(session, "go_signal");
        if (go < 0) {
            return Optional.empty();
        }
        int without = 0;
        for (int trial = 0; trial < session.trials(); trial++) {
            without += varies(session, go, trial, trial + 1) || session.input(trial, 0, go) != 0 ? 0 : 1;
        }
        return without == 0
                ? Optional.empty()
                : Optional.of(Finding.warning(
                        "no-go-signal",
                        without + " of " + session.trials()
                                + " trials never get a go signal: check whether they belong to the task."));
    }

    private static Optional<Finding> constantChannels(Session session) {
        List<String> constant = new ArrayList<>();
        for (int k = 0; k < session.channels().size(); k++) {
            if (!varies(session, k, 0, session.trials())) {
                constant.add(session.channels().get(k).name());
            }
        }
        return constant.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.warning(
                        "constant-channel",
                        "Input " + String.join(", ", constant) + (constant.size() == 1 ? " is" : " are")
                                + " constant over the whole session and cannot drive anything: check the export."));
    }

    private static Optional<Finding> nonCounts(Session session) {
        double toCount = session.time().binMs() / 1000;
        long off = 0;
        for (float rate : session.rates()) {
            double count = rate * toCount;
            off += Math.abs(count - Math.rint(count)) > COUNT_TOLERANCE * Math.max(1, count) ? 1 : 0;
        }
        return off == 0
                ? Optional.empty()
                : Optional.of(Finding.warning(
                        "non-count-rates",
                        String.format(
                                java.util.Locale.ROOT,
                                "%.1f %% of the rates are not whole spike counts per bin of %s ms: the data were smoothed or"
                                        + " the bin size is wrong; Poisson and Fano statistics do not hold for them.",
                                100.0 * off / session.rates().length,
                                session.time().binMs())));
    }

    private static Optional<Finding> interleaved(Session session) {
        boolean seenInhibitory = false;
        for (Neuron neuron : session.neurons()) {
            if (neuron.type() == NeuronType.INHIBITORY) {
                seenInhibitory = true;
            } else if (seenInhibitory) {
                return Optional.of(Finding.notice(
                        "interleaved-types",
                        "E and I neurons are interleaved in the file: every neuron is fitted by a unit of its own type,"
                                + " found by id and not by position."));
            }
        }
        return Optional.empty();
    }

    private static Optional<Finding> silent(Session session, double[] rates) {
        List<String> silent = new ArrayList<>();
        for (int i = 0; i < rates.length; i++) {
            if (rates[i] == 0) {
                silent.add(Integer.toString(session.neurons().get(i).id()));
            }
        }
        return silent.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.warning(
                        "silent-neuron",
                        "Neuron " + String.join(", ", silent)
                                + " never fires in a valid bin and cannot be scored: consider leaving it out."));
    }

    private static Optional<Finding> constantFactors(Session session) {
        List<String> constant = session.factors().stream()
                .filter(factor -> factor.levels().length < 2)
                .map(factor -> factor.name())
                .toList();
        return constant.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.notice(
                        "constant-factor",
                        "Factor " + String.join(", ", constant) + " has one level only and separates nothing."));
    }

    private static boolean varies(Session session, int channel, int fromTrial, int toTrial) {
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

    private static int channel(Session session, String name) {
        List<String> names = session.channels().stream().map(Channel::name).toList();
        return names.indexOf(name);
    }

    private static long spikes(Session session, Mask mask) {
        double sum = 0;
        for (int trial = 0; trial < session.trials(); trial++) {
            for (int bin = 0; bin < session.bins(); bin++) {
                if (mask.isValid(trial, bin)) {
                    for (int neuron = 0; neuron < session.neurons().size(); neuron++) {
                        sum += session.rate(trial, bin, neuron);
                    }
                }
            }
        }
        return Math.round(sum * session.time().binMs() / 1000);
    }
}
