package org.dalescope.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dalescope.model.network.Network;
import org.dalescope.model.run.store.RunDescription;
import org.dalescope.model.run.store.RunDescription.SplitText;
import org.dalescope.model.scoring.Score;
import org.dalescope.model.session.curation.PerturbedTrials;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.LossSettings;
import org.dalescope.model.settings.NeuronLossSettings;
import org.dalescope.model.settings.RecurrentKind;

/**
 * The methods text in a run's HTML report, for the supplement of a paper. It describes only what this run did: every
 * sentence comes from the settings and records of the run.
 */
final class MethodsText {
    private MethodsText() {}

    static List<String> of(RunDescription d, Configuration c, Network network, List<Score> scores) {
        return List.of(data(d, c), network(c, network), fitting(d, c), scores(d, scores), provenance(d));
    }

    private static String data(RunDescription d, Configuration c) {
        SplitText split = d.split();
        return "Data. Session " + d.sessionName() + " (SHA-256 " + d.sessionSha256()
                + "), spike counts per bin as rates in"
                + " sp/s. A trial's valid bins end with its duration, counted from "
                + switch (c.data().maskOrigin()) {
                    case ARRAY_START -> "the start of the array";
                    case TIME_ZERO -> "time zero";
                }
                + (c.data().excludeAborted() ? "; trials shorter than one bin are left out" : "")
                + perturbed(c.data().perturbedTrials())
                + ". Trials are split by id into "
                + split.train().length + " for training, " + split.validation().length + " for validation and "
                + split.test().length + " for test (" + split.origin() + "; SHA-256 of the split " + split.hash()
                + ")." + test(d);
    }

    private static String perturbed(PerturbedTrials perturbed) {
        return perturbed.isEmpty()
                ? ""
                : "; trials that the experimenter perturbed (factor " + perturbed.factor() + ") "
                        + (perturbed.learned() ? "are fitted with the perturbation as an input" : "are left out");
    }

    /** The mean time constants of the types that the network has. */
    private static String means(Network network) {
        List<String> means = new ArrayList<>();
        for (boolean excitatory : new boolean[] {true, false}) {
            double mean = network.meanTauMs(excitatory);
            if (!Double.isNaN(mean)) {
                means.add(String.format(Locale.ROOT, "%.1f ms (%s)", mean, excitatory ? "E" : "I"));
            }
        }
        return means.isEmpty() ? "not those of a type" : String.join(" and ", means);
    }

    private static String network(Configuration c, Network network) {
        int excitatory = network.units().excitatory();
        List<String> parts = new ArrayList<>();
        parts.add("Network. " + network.size() + " units (" + excitatory + " excitatory, "
                + network.units().inhibitory() + " inhibitory"
                + (network.units().unknown() == 0
                        ? ""
                        : ", " + network.units().unknown() + " of unknown type, whose weights may have both signs")
                + "), of which "
                + network.units().recorded()
                + " stand for the recorded neurons, each with the type of its neuron, matched by id; the others are"
                + " hidden. The rate is r"
                + " = g softplus(x) with the state x(t+1) = (1 - a) x(t) + a (W softplus(x(t)) + W_in u(t) + b) + s"
                + " sqrt(a)"
                + " xi(t), xi standard normal, s = " + c.network().processNoise() + ", x(0) = h0");
        parts.add(
                switch (c.network().leak()) {
                    case EXACT -> "a = 1 - exp(-bin / tau), the exact solution of the leak";
                    case EULER -> "a = bin / tau (Euler)";
                });
        if (!c.network().gain()) {
            parts.add("g is 1 throughout");
        }
        if (!c.network().bias()) {
            parts.add("b is 0 throughout");
        }
        if (!c.network().initialState()) {
            parts.add("h0 is 0 throughout");
        }
        parts.add(
                c.network().dale()
                        ? "Dale's law holds: weights that leave E units are >= 0, those that leave I units <= 0, and"
                                + " there are no self-connections"
                        : "Dale's law was not imposed");
        parts.add("Time constants were "
                + switch (c.network().tau().learned()) {
                    case FIXED -> "fixed at";
                    case POPULATION -> "learned, one for E and one for I, from";
                    case UNIT -> "learned for every unit, from";
                }
                + " " + c.network().tau().initialE() + " ms (E) and "
                + c.network().tau().initialI()
                + " ms (I); the fitted means are "
                + means(network));
        network.embedding()
                .ifPresent(e -> parts.add(
                        e.isLearned()
                                ? "Inputs pass a learned embedding of dimension " + e.dimension()
                                : "Every input drives the units with delays of "
                                        + c.network().embedding().delays() + " ms"));
        if (c.network().recurrent().kind() == RecurrentKind.NONE) {
            parts.add("W is 0: no unit receives input from another");
        }
        network.readOut()
                .ifPresent(r -> parts.add("A linear read-out of the E units gives " + String.join(", ", r.targets())));
        return String.join(". ", parts) + ".";
    }

    private static String fitting(RunDescription d, Configuration c) {
        var training = c.training();
        return "Fit. Loss: " + neuron(c.loss().neuron())
                + (c.loss().trial().enabled()
                        ? "; L_trial by entropic transport with scale "
                                + c.loss().trial().scale() + ", balanced by '"
                                + key(c.loss().balancing()) + "'"
                        : "; no L_trial")
                + penalties(c.loss()) + ". Optimiser " + key(training.optimiser()) + ", learning rate "
                + training.learningRate() + " with schedule '" + key(training.schedule()) + "' after "
                + training.warmupEpochs()
                + " epochs of warm-up, " + training.trialsPerStep() + " of the training trials per step, gradient norm"
                + " clipped to " + training.clip() + ". " + d.epochsDone()
                + " epochs were run; the network is that of epoch "
                + d.bestEpoch() + ", the best by " + training.selection().name().toLowerCase(Locale.ROOT)
                + " on the validation trials. Random numbers"
                + " come from a counter-based generator with seed " + d.seed()
                + ": the same seed gives the same network on any"
                + " number of threads. All settings are under Configuration.";
    }

    private static String neuron(NeuronLossSettings loss) {
        String psths = ", smoothed with a Gaussian of sigma " + loss.smoothingMs() + " ms";
        String poisson = "the Poisson likelihood of the spike counts of single bins";
        return "L_neuron, "
                + switch (loss.kind()) {
                    case CORRELATION -> "the distance of z-scored PSTHs of all trials" + psths;
                    case CONDITIONS ->
                        "the distance of z-scored PSTHs of the conditions '" + loss.conditions() + "'" + psths;
                    case POISSON -> poisson;
                    case RATES ->
                        loss.residualWeight() + " of the squared difference of PSTHs of '" + loss.conditions()
                                + "' in units of their squared standard error, " + loss.likelihoodWeight() + " of "
                                + poisson + " divided by each neuron's mean count, and " + loss.shapeWeight()
                                + " of the distance of z-scored PSTHs" + psths;
                    case HYBRID ->
                        loss.hybridWeight() + " of " + poisson + " and " + (1 - loss.hybridWeight())
                                + " of the distance of z-scored PSTHs of all trials" + psths;
                };
    }

    private static String penalties(LossSettings loss) {
        return (loss.l2() > 0 ? "; penalty " + loss.l2() + " (mean W^2 + mean W_in^2)" : "")
                + (loss.sparsity() > 0 ? "; penalty " + loss.sparsity() + " mean |W|" : "")
                + (loss.sparsityEvenSeeds() >= 0 ? " (for even seeds " + loss.sparsityEvenSeeds() + " mean |W|)" : "")
                + (loss.activity().weight() > 0
                        ? "; L_activity with weight " + loss.activity().weight()
                        : "")
                + (loss.output().weight() > 0
                        ? "; L_output with weight " + loss.output().weight()
                        : "");
    }

    private static String scores(RunDescription d, List<Score> scores) {
        StringBuilder text = new StringBuilder(
                "Scores, on the " + d.split().validation().length + " validation trials, which also chose the epoch. ");
        for (Score score : scores) {
            text.append(score.kind().key())
                    .append(": ")
                    .append(score.kind().definition())
                    .append(' ');
        }
        return text.append("Training PSTH: the same score of the training trials' average used as the prediction."
                        + " Split-half"
                        + " ceiling, per neuron: sqrt(max(2h / (1 + h), 0)) with h the correlation of the"
                        + " PSTHs of two"
                        + " halves of the scored trials, halved within condition, mean over 200 halvings; r /"
                        + " ceiling is"
                        + " averaged over neurons whose 2h / (1 + h) exceeds 0.1. Standard error: jackknife"
                        + " over trials."
                        + " SD over neurons: of r. No value here covers several seeds, because one run has one"
                        + " seed.")
                .toString();
    }

    private static String provenance(RunDescription d) {
        return "Program. Dalescope " + d.dalescope() + " on Java " + d.java() + ", engine " + d.engine() + "; started "
                + d.started() + String.format(Locale.ROOT, ", %.1f s. ", d.seconds()) + "Repeat it with: "
                + d.command();
    }

    private static String test(RunDescription d) {
        if (d.split().test().length == 0) {
            return "";
        }
        return switch (d.testOpened()) {
            case 0 -> " The test partition was never scored.";
            case 1 -> " The test partition was scored once.";
            default ->
                " The test partition was scored " + d.testOpened() + " times, so it is no longer an unseen test set.";
        };
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
