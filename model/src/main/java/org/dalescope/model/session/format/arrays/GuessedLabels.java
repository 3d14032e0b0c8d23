package org.dalescope.model.session.format.arrays;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.ArrayMapping.Axis;
import org.dalescope.model.session.ArrayMapping.Form;
import org.dalescope.model.session.ArrayMapping.Input;
import org.dalescope.model.session.ArrayMapping.Label;
import org.dalescope.model.session.ArrayMapping.LabelKind;
import org.dalescope.model.session.ArrayMapping.Neurons;
import org.dalescope.model.session.ArrayMapping.Timing;
import org.dalescope.model.session.ArrayMapping.Trials;
import org.dalescope.model.session.ArrayMapping.Unit;
import org.dalescope.model.session.CellTypeCodes;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.format.arrays.GuessedActivity.Candidate;
import org.dalescope.model.session.format.container.ContainerVariables;
import org.dalescope.model.session.format.container.LabelValues;
import org.dalescope.model.session.format.container.Variable;
import org.dalescope.model.session.format.container.Variable.Numeric;
import org.dalescope.model.session.format.container.Variable.Unreadable;

/** Guesses the meaning of variables in a file of arrays: values per neuron, per trial, or per trial and bin. */
final class GuessedLabels {
    private static final Set<String> TYPES =
            VariableNameWords.set("type class putative genotype phenotype subtype isinh isexc");
    private static final Set<String> KINDS = VariableNameWords.set("inh exc inhibitory excitatory");
    private static final Set<String> IDS = VariableNameWords.set("id unit clust neuron index indices uid");
    private static final Set<String> AREAS = VariableNameWords.set("area region location layer");
    private static final Set<String> DURATIONS = VariableNameWords.set("dur duration");
    private static final Set<String> LENGTHS = VariableNameWords.set("len lens length lengths");
    private static final Set<String> TRIAL_IDS = VariableNameWords.set("id num number index");
    private static final Set<String> TRIAL = Set.of("trial");

    private final ContainerVariables variables;
    private final Candidate activity;
    private final Timing time;
    private final List<Finding> findings;

    GuessedLabels(ContainerVariables variables, Candidate activity, Timing time, List<Finding> findings) {
        this.variables = variables;
        this.activity = activity;
        this.time = time;
        this.findings = findings;
    }

    Neurons neurons() {
        String ids = "";
        String types = "";
        String areas = "";
        for (String name : vectors(activity.length(Axis.NEURON))) {
            VariableNameWords called = VariableNameWords.of(name);
            List<String> words = words(name);
            if (types.isEmpty() && isTypes(called) && CellTypeCodes.known(words)) {
                types = name;
            } else if (areas.isEmpty() && called.any(AREAS)) {
                areas = name;
            } else if (ids.isEmpty()
                    && called.any(IDS)
                    && !called.any(TRIAL)
                    && words.stream().distinct().count() == words.size()) {
                ids = name;
            }
        }
        if (!types.isEmpty()) {
            findings.add(Finding.notice(
                    "guessed-types",
                    "'" + types
                            + "' is taken as the neurons' types (E, exc, pyr, RS, broad, 1; I, inh, FS, narrow, 2)."));
        }
        return new Neurons(ids, areas, types, List.of(), List.of(), List.of(), NeuronType.UNKNOWN);
    }

    Trials trials() {
        String ids = "";
        String durations = "";
        Unit unit = Unit.MILLISECONDS;
        List<Label> factors = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (String name : vectors(activity.length(Axis.TRIAL))) {
            VariableNameWords called = VariableNameWords.of(name);
            if (isTaken(called)) {
                continue;
            }
            if (durations.isEmpty() && isDurations(called) && variables.all().get(name) instanceof Numeric d) {
                durations = name;
                double longest = Arrays.stream(d.values().get())
                        .filter(Double::isFinite)
                        .max()
                        .orElse(0);
                double span = activity.length(Axis.BIN) * time.binMs();
                boolean seconds = longest * 1000 <= 4 * span || longest < 10;
                unit = VariableNameWords.unit(name).orElse(seconds ? Unit.SECONDS : Unit.MILLISECONDS);
                findings.add(Finding.notice(
                        "guessed-durations",
                        "'" + name + "' is taken as the trials' durations in " + unit.word() + "."));
            } else if (called.pair(TRIAL, TRIAL_IDS)) {
                ids = name;
            } else {
                label(name).ifPresentOrElse(factors::add, () -> left.add(name));
            }
        }
        if (!left.isEmpty()) {
            findings.add(Finding.notice(
                    "columns-left-out",
                    "These variables are not used as factors: " + String.join(", ", left) + ". They have more than "
                            + LabelValues.MOST_LEVELS
                            + " different words, or a different word in every trial that has one."));
        }
        if (!factors.isEmpty()) {
            findings.add(Finding.notice(
                    "guessed-factors",
                    "These variables with a value per trial are taken as factors: "
                            + String.join(
                                    ", ", factors.stream().map(Label::variable).toList()) + "."));
        }
        return new Trials(ids, durations, unit, List.copyOf(factors));
    }

    List<Input> inputs() {
        List<Input> inputs = new ArrayList<>();
        int trials = activity.length(Axis.TRIAL);
        int bins = activity.length(Axis.BIN);
        for (Map.Entry<String, Variable> entry : variables.all().entrySet()) {
            if (entry.getValue() instanceof Numeric array
                    && !entry.getKey().equals(activity.variable().name())) {
                List<Axis> axes = axes(array.shape(), trials, bins);
                if (axes.isEmpty()
                        || array.size() == 0
                        || VariableNameWords.of(entry.getKey()).any(Set.of("mask"))) {
                    continue;
                }
                boolean events = Arrays.stream(array.values().get()).allMatch(v -> v == 0 || v == 1);
                inputs.add(new Input(entry.getKey(), "", Form.SIGNAL, axes, !events, Unit.SECONDS, ""));
            }
        }
        if (inputs.isEmpty()) {
            findings.add(
                    Finding.notice("no-inputs", "No variable has a value per trial and bin: there are no inputs."));
        } else {
            findings.add(Finding.notice(
                    "guessed-inputs",
                    "These variables are taken as inputs: "
                            + String.join(
                                    ", ",
                                    inputs.stream()
                                            .map(i -> i.variable() + (i.continuous() ? " (continuous)" : " (events)"))
                                            .toList())
                            + "."));
        }
        return List.copyOf(inputs);
    }

    /**
     * The axes, with trial and bin found by their lengths, or in the activity's order if these are equal; empty if they
     * are not found.
     */
    private List<Axis> axes(int[] shape, int trials, int bins) {
        boolean trialFirst =
                activity.axes().indexOf(Axis.TRIAL) < activity.axes().indexOf(Axis.BIN);
        if (shape.length < 2 || shape.length > 3 || trials < 2 || bins < 2) {
            return List.of();
        }
        List<Axis> axes = new ArrayList<>();
        for (int length : shape) {
            Axis first = trialFirst ? Axis.TRIAL : Axis.BIN;
            Axis second = trialFirst ? Axis.BIN : Axis.TRIAL;
            int firstLength = trialFirst ? trials : bins;
            int secondLength = trialFirst ? bins : trials;
            if (length == firstLength && !axes.contains(first)) {
                axes.add(first);
            } else if (length == secondLength && !axes.contains(second)) {
                axes.add(second);
            } else if (!axes.contains(Axis.CHANNEL)) {
                axes.add(Axis.CHANNEL);
            }
        }
        boolean whole = axes.size() == shape.length && axes.contains(Axis.TRIAL) && axes.contains(Axis.BIN);
        return whole ? List.copyOf(axes) : List.of();
    }

    /** The label of a variable; empty if it has too many different words to be levels. */
    private Optional<Label> label(String name) {
        int trials = activity.length(Axis.TRIAL);
        Optional<double[]> numbers = LabelValues.numbers(variables, name, "a label", trials);
        double[] values = numbers.stream()
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .toArray();
        List<String> words = numbers.isPresent()
                ? List.of()
                : words(name).stream()
                        .filter(word -> !LabelValues.isMissing(word))
                        .toList();
        boolean tooMany = numbers.isPresent()
                ? LabelValues.areTooMany(Arrays.stream(values).distinct().count(), values.length)
                : LabelValues.areTooMany(LabelValues.levels(words).size(), words.size());
        if (numbers.isEmpty() && tooMany) {
            return Optional.empty();
        }
        LabelKind kind = tooMany ? LabelKind.CONTINUOUS : LabelKind.CATEGORICAL;
        return Optional.of(new Label(name, name.substring(name.lastIndexOf('.') + 1), kind));
    }

    private static boolean isTypes(VariableNameWords name) {
        return name.any(TYPES) || name.ends(Set.of("ei")) || name.pair(Set.of("is"), KINDS);
    }

    private static boolean isDurations(VariableNameWords name) {
        return name.any(DURATIONS) || name.pair(TRIAL, LENGTHS) || name.ends(LENGTHS);
    }

    /** Whether a variable has been used for neurons or bins, if these have the same length as the trials. */
    private boolean isTaken(VariableNameWords name) {
        boolean alike = activity.length(Axis.TRIAL) == activity.length(Axis.NEURON);
        boolean asLong = activity.length(Axis.TRIAL) == activity.length(Axis.BIN);
        return (alike && (isTypes(name) || AxisEvidence.isNeurons(name))) || (asLong && AxisEvidence.isBins(name));
    }

    private List<String> vectors(int length) {
        return variables.all().entrySet().stream()
                .filter(e -> !(e.getValue() instanceof Unreadable)
                        && !e.getKey().equals(activity.variable().name()))
                .filter(e -> GuessedActivity.isVector(e.getValue().shape())
                        && e.getValue().size() == length)
                .map(Map.Entry::getKey)
                .filter(name -> !words(name).isEmpty())
                .toList();
    }

    private List<String> words(String name) {
        try {
            return variables.words(name, "a label");
        } catch (InputError noLabel) {
            return List.of();
        }
    }
}
