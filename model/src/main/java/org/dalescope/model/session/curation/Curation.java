package org.dalescope.model.session.curation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.NearestName;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;

/**
 * The curation of a session: what is left out and which cell types are corrected, in the text of the settings. Neurons,
 * trials and channels are identified by id or name, never by position.
 *
 * @param neurons ids and ranges
 * @param trials ids and ranges
 * @param channels names of input channels
 * @param types corrections of cell types, such as {@code 12=E, 31=I, 5=leave out}
 * @param areas brain areas whose neurons are kept; empty for all
 * @param fittedTypes cell types whose neurons are kept, after corrections; empty for all
 * @param factorChannels input channels to make from factors, before channels are left out
 */
public record Curation(
        String neurons,
        String trials,
        String channels,
        String types,
        String areas,
        String fittedTypes,
        String factorChannels) {
    public static final String NEURONS = "data.exclude_neurons";
    public static final String TRIALS = "data.exclude_trials";
    public static final String CHANNELS = "data.exclude_channels";
    public static final String TYPES = "data.neuron_types";
    public static final String AREAS = "data.areas";
    public static final String FITTED_TYPES = "data.fitted_types";
    public static final String FACTOR_CHANNELS = "data.factor_channels";

    /** The curation that leaves a session unchanged. */
    public static final Curation NONE = new Curation("", "", "", "", "");

    /** A curation that keeps all cell types and makes no channels. */
    public Curation(String neurons, String trials, String channels, String types, String areas) {
        this(neurons, trials, channels, types, areas, "", "");
    }

    /**
     * A curated session with the counts of what was left out.
     *
     * @param replacedE E neurons that are left out only because of their type; hidden units take their place
     * @param replacedI the same of I neurons
     */
    public record Result(Session session, ExclusionCounts leftOut, int replacedE, int replacedI) {}

    /** The cell types in a setting, whatever their order; empty for all. */
    public static Set<NeuronType> fittedTypes(String text) {
        return FittedTypes.parse(text).types();
    }

    public boolean isEmpty() {
        return List.of(neurons, trials, channels, types, areas, fittedTypes, factorChannels).stream()
                .allMatch(String::isBlank);
    }

    /**
     * The curated session; the same object if the settings are empty.
     *
     * @throws InputError if the session does not have an id or a name, or if nothing would be left
     */
    public Result of(Session opened) {
        if (isEmpty()) {
            return new Result(opened, ExclusionCounts.NONE, 0, 0);
        }
        Session session = FactorChannels.parse(factorChannels).addTo(opened);
        Kept kept = kept(session);
        List<Neuron> corrected = new ArrayList<>();
        CellTypeCorrections typeList = CellTypeCorrections.parse(types, TYPES);
        int retyped = 0;
        for (int index : kept.neurons()) {
            Neuron before = session.neurons().get(index);
            Neuron after = typeList.apply(before).orElseThrow();
            retyped += after.type() == before.type() ? 0 : 1;
            corrected.add(after);
        }
        ExclusionCounts left = new ExclusionCounts(
                session.neurons().size() - kept.neurons().length,
                session.trials() - kept.trials().length,
                0,
                0,
                session.channels().size() - kept.channels().length,
                retyped);
        return new Result(SessionSubset.of(session, kept, corrected), left, kept.replacedE(), kept.replacedI());
    }

    /**
     * Checks whether the settings are valid for a session. The check is fast enough for a form to call it at every
     * keystroke.
     *
     * @return the problem, if there is one
     */
    public Optional<String> problem(Session session) {
        try {
            kept(FactorChannels.parse(factorChannels).named(session));
            return Optional.empty();
        } catch (InputError refusal) {
            return Optional.of(refusal.sentence());
        }
    }

    /** The positions of the kept neurons, trials and channels, ascending. */
    record Kept(int[] neurons, int[] trials, int[] channels, int replacedE, int replacedI) {}

    private Kept kept(Session session) {
        IdList outNeurons = known(IdList.parse(neurons, NEURONS), NEURONS, "neuron", neuronIds(session));
        CellTypeCorrections typeList = CellTypeCorrections.parse(types, TYPES);
        known(typeList.ids(), TYPES, "neuron", neuronIds(session));
        IdList outTrials = known(IdList.parse(trials, TRIALS), TRIALS, "trial", session.trialIds());
        Set<String> keptAreas = knownAreas(session);
        Set<String> outChannels = knownChannels(session);
        int[] ofAnyType = positions(session.neurons().size(), i -> {
            Neuron neuron = session.neurons().get(i);
            boolean inArea = keptAreas.isEmpty() || keptAreas.contains(neuron.area());
            return inArea
                    && !outNeurons.contains(neuron.id())
                    && typeList.apply(neuron).isPresent();
        });
        FittedTypes fitted = FittedTypes.parse(fittedTypes);
        NeuronType[] types = Arrays.stream(ofAnyType)
                .mapToObj(i ->
                        typeList.apply(session.neurons().get(i)).orElseThrow().type())
                .toArray(NeuronType[]::new);
        fitted.check(Set.of(Arrays.stream(types).distinct().toArray(NeuronType[]::new)));
        int[] keptNeurons = IntStream.range(0, types.length)
                .filter(k -> fitted.keeps(types[k]))
                .map(k -> ofAnyType[k])
                .toArray();
        int[] keptTrials = positions(session.trials(), i -> !outTrials.contains(session.trialIds()[i]));
        int[] keptChannels = positions(
                session.channels().size(),
                i -> !outChannels.contains(session.channels().get(i).name()));
        some(
                keptNeurons,
                session.neurons().size(),
                "neuron",
                NEURONS + ", " + TYPES + ", " + AREAS + " and " + FITTED_TYPES);
        some(keptTrials, session.trials(), "trial", TRIALS);
        some(keptChannels, session.channels().size(), "input channel", CHANNELS);
        return new Kept(
                keptNeurons,
                keptTrials,
                keptChannels,
                replaced(types, fitted, NeuronType.EXCITATORY),
                replaced(types, fitted, NeuronType.INHIBITORY));
    }

    private static int replaced(NeuronType[] types, FittedTypes fitted, NeuronType type) {
        return fitted.keeps(type)
                ? 0
                : (int) Arrays.stream(types).filter(one -> one == type).count();
    }

    private static int[] positions(int count, IntPredicate keep) {
        return IntStream.range(0, count).filter(keep).toArray();
    }

    private static int[] neuronIds(Session session) {
        return session.neurons().stream().mapToInt(Neuron::id).toArray();
    }

    private static IdList known(IdList list, String key, String what, int[] ids) {
        for (IdList.Range range : list.ranges()) {
            if (Arrays.stream(ids).noneMatch(range::contains)) {
                int nearest = Arrays.stream(ids)
                        .boxed()
                        .min(Comparator.comparingLong(id -> Math.abs((long) id - range.first())))
                        .orElseThrow();
                throw new InputError("Setting " + key + " names " + what + " " + range.text()
                        + ", which the session does not have: the nearest is " + nearest + ".");
            }
        }
        return list;
    }

    private Set<String> knownAreas(Session session) {
        List<String> known = session.neurons().stream()
                .map(Neuron::area)
                .filter(area -> !area.isEmpty())
                .distinct()
                .toList();
        for (String name : IdList.items(areas)) {
            if (!known.contains(name)) {
                String hint = known.isEmpty()
                        ? "the session gives no areas"
                        : "the nearest is '" + NearestName.to(name, known) + "'";
                throw new InputError("Setting " + AREAS + " names the area '" + name
                        + "', which no neuron of the session is in: " + hint + ".");
            }
        }
        return new HashSet<>(IdList.items(areas));
    }

    private Set<String> knownChannels(Session session) {
        List<String> names = session.channels().stream().map(Channel::name).toList();
        Set<String> out = new HashSet<>(IdList.items(channels));
        for (String name : IdList.items(channels)) {
            if (!names.contains(name)) {
                String hint = names.isEmpty() ? "it has none" : "the nearest is '" + NearestName.to(name, names) + "'";
                throw new InputError("Setting " + CHANNELS + " names input channel '" + name
                        + "', which the session does not have: " + hint + ".");
            }
        }
        return out;
    }

    private static void some(int[] kept, int all, String what, String keys) {
        if (kept.length == 0 && all > 0) {
            throw new InputError("Setting " + keys + " would leave no " + what + ": keep at least one of the session's "
                    + all + ".");
        }
    }
}
