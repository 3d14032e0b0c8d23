package org.dalescope.model.session.curation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.NearestName;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Session;

/**
 * Input channels that are made from the factors of a session, as the setting {@code data.factor_channels} describes
 * them: the level of a factor from an event on, as a step or as a pulse (docs/emergence.md).
 *
 * @param items the channels in the order of the setting
 */
public record FactorChannels(List<FactorChannelItem> items) {
    static final String KEY = Curation.FACTOR_CHANNELS;

    /** The word for a channel that is 1 in every trial. */
    private static final String EVENT = "event";

    private static final int MOST_LEVELS = 40;
    private static final int NEVER = Integer.MAX_VALUE;

    /** A channel under construction: its name, and its value in every trial. */
    private record Column(String name, double[] valueOfTrial, FactorChannelItem item) {}

    /**
     * Reads the setting.
     *
     * @throws InputError if an item does not have the form of the examples
     */
    public static FactorChannels parse(String text) {
        return new FactorChannels(
                IdList.items(text).stream().map(FactorChannelItem::parse).toList());
    }

    /**
     * The session with these channels after its own; the same object if there are none.
     *
     * @throws InputError if a factor or an event does not exist, or a name is already in use
     */
    public Session addTo(Session session) {
        List<Column> columns = columns(session);
        if (columns.isEmpty()) {
            return session;
        }
        int own = session.channels().size();
        int width = own + columns.size();
        float[] inputs = session.widenedInputs(columns.size());
        for (int k = 0; k < columns.size(); k++) {
            fill(inputs, width, own + k, columns.get(k), session);
        }
        return session.withInputs(channels(session, columns), inputs);
    }

    /**
     * The session with the names of these channels, but without their values: enough to check other settings, and fast
     * enough for every keystroke.
     *
     * @throws InputError as {@link #addTo}, except for events that never occur
     */
    Session named(Session session) {
        List<Column> columns = columns(session);
        columns.forEach(column -> watched(column.item(), session));
        return columns.isEmpty() ? session : session.withInputs(channels(session, columns), session.inputs());
    }

    private List<Column> columns(Session session) {
        List<Column> columns =
                items.stream().flatMap(item -> columns(item, session).stream()).toList();
        checkNames(session, columns);
        return columns;
    }

    private static List<Channel> channels(Session session, List<Column> columns) {
        List<Channel> channels = new ArrayList<>(session.channels());
        columns.forEach(column -> channels.add(Channel.event(column.name())));
        return channels;
    }

    private static void fill(float[] inputs, int width, int column, Column made, Session session) {
        int[] onsets = onsets(made.item(), session);
        double lengthBins = made.item().forMs() / session.time().binMs();
        for (int trial = 0; trial < session.trials(); trial++) {
            int from = onsets[trial];
            int to = from == NEVER ? 0 : (int) Math.min(session.bins(), from + Math.max(1, Math.rint(lengthBins)));
            for (int bin = Math.max(0, from); bin < to; bin++) {
                inputs[(trial * session.bins() + bin) * width + column] = (float) made.valueOfTrial()[trial];
            }
        }
    }

    /** The first bin of every trial in which the onset has happened; {@link #NEVER} for a trial without it. */
    private static int[] onsets(FactorChannelItem item, Session session) {
        int[] onsets = new int[session.trials()];
        FactorChannelItem.Onset onset = item.onset();
        if (onset.isTime()) {
            if (onset.ms()
                    >= session.time().startMs()
                            + session.bins() * session.time().binMs()) {
                throw new InputError("Setting " + KEY + " begins '" + item.text()
                        + "' after the last bin of the session: give an earlier time.");
            }
            Arrays.fill(onsets, (int) Math.ceil(
                    (onset.ms() - session.time().startMs()) / session.time().binMs() - 1e-9));
            return onsets;
        }
        if (onset.isTrialStart()) {
            return onsets;
        }
        int[] watched = watched(item, session);
        boolean any = false;
        for (int trial = 0; trial < session.trials(); trial++) {
            int bin = session.onset(trial, watched);
            onsets[trial] = bin < 0 ? NEVER : bin;
            any |= bin >= 0;
        }
        if (!any) {
            throw new InputError("Setting " + KEY + " begins '" + item.text() + "' at '" + onset.name()
                    + "', but that channel is 0 in every trial: choose another event.");
        }
        return onsets;
    }

    /** The channels whose onset begins the item; none for the start of the trial and for a time. */
    private static int[] watched(FactorChannelItem item, Session session) {
        FactorChannelItem.Onset onset = item.onset();
        if (onset.isTime() || onset.isTrialStart()) {
            return new int[0];
        }
        int[] watched = ChannelPattern.of(onset.name()).positions(session.channels());
        if (watched.length == 0) {
            List<String> names = session.channels().stream().map(Channel::name).toList();
            String nearest = names.isEmpty()
                    ? "it has no channels"
                    : "the nearest channel is '" + NearestName.to(onset.name(), names) + "'";
            throw new InputError("Setting " + KEY + " begins '" + item.text() + "' at '" + onset.name()
                    + "', which is no input channel of the session: " + nearest + ". trial-start and times such as"
                    + " '0 ms' are possible too.");
        }
        return watched;
    }

    private static List<Column> columns(FactorChannelItem item, Session session) {
        boolean lacks =
                !item.what().equals(EVENT) && session.factor(item.what()).isEmpty();
        boolean lacksBy = !item.by().isEmpty() && session.factor(item.by()).isEmpty();
        if (item.optional() && (lacks || lacksBy)) {
            return List.of();
        }
        List<Column> plain = item.what().equals(EVENT)
                ? List.of(new Column(EVENT, ones(session.trials()), item))
                : ofFactor(factor(item.what(), item, session), item);
        String ending = "_from_" + item.onset().word() + length(item);
        if (item.by().isEmpty()) {
            return plain.stream()
                    .map(column -> new Column(column.name() + ending, column.valueOfTrial(), item))
                    .toList();
        }
        Factor by = factor(item.by(), item, session);
        List<Column> split = new ArrayList<>();
        for (Column column : plain) {
            for (double level : levels(by, item)) {
                double[] values = new double[session.trials()];
                Arrays.setAll(values, t -> by.values()[t] == level ? column.valueOfTrial()[t] : 0);
                split.add(new Column(
                        column.name() + "_at_" + by.name() + "_" + word(by.label(level)) + ending, values, item));
            }
        }
        return split;
    }

    private static String length(FactorChannelItem item) {
        return Double.isInfinite(item.forMs()) ? "" : "_for_" + word(Factor.plain(item.forMs())) + "ms";
    }

    /**
     * A number for an ordered factor, scaled to 0 to 1, or for a factor of two levels that applies to every trial; else
     * one channel per level.
     */
    private static List<Column> ofFactor(Factor factor, FactorChannelItem item) {
        boolean continuous = factor.kind() == Factor.Kind.CONTINUOUS;
        double[] levels = continuous && factor.levels().length > 1 ? factor.levels() : levels(factor, item);
        boolean everywhere = Arrays.stream(factor.values()).allMatch(factor::applies);
        boolean number = factor.kind() != Factor.Kind.CATEGORICAL || (levels.length == 2 && everywhere);
        int trials = factor.values().length;
        if (number) {
            double low = levels[0];
            double span = levels[levels.length - 1] - low;
            double[] values = new double[trials];
            Arrays.setAll(values, t -> factor.applies(factor.values()[t]) ? (factor.values()[t] - low) / span : 0);
            return List.of(new Column(factor.name(), values, item));
        }
        List<Column> columns = new ArrayList<>();
        for (double level : levels) {
            double[] values = new double[trials];
            Arrays.setAll(values, t -> factor.values()[t] == level ? 1 : 0);
            columns.add(new Column(factor.name() + "_" + word(factor.label(level)), values, item));
        }
        return columns;
    }

    private static double[] levels(Factor factor, FactorChannelItem item) {
        double[] levels = factor.levels();
        if (levels.length < 2 || levels.length > MOST_LEVELS) {
            throw new InputError("Setting " + KEY + " cannot make '" + item.text() + "': the factor '" + factor.name()
                    + "' has " + levels.length + " levels, and 2 to " + MOST_LEVELS + " are possible.");
        }
        return levels;
    }

    private static Factor factor(String name, FactorChannelItem item, Session session) {
        return session.factor(name).orElseThrow(() -> {
            List<String> names = session.factors().stream().map(Factor::name).toList();
            String nearest = names.isEmpty() ? "it has none" : "the nearest is '" + NearestName.to(name, names) + "'";
            return new InputError("Setting " + KEY + " names the factor '" + name + "' in '" + item.text()
                    + "', which the session does not have: " + nearest
                    + ". A question mark after the name allows it to be missing.");
        });
    }

    private static void checkNames(Session session, List<Column> columns) {
        Set<String> names = new HashSet<>();
        session.channels().forEach(channel -> names.add(channel.name()));
        for (Column column : columns) {
            if (!names.add(column.name())) {
                throw new InputError("Setting " + KEY + " makes the channel '" + column.name()
                        + "' from '" + column.item().text()
                        + "', but a channel of this name exists already: leave one of them out.");
            }
        }
    }

    private static double[] ones(int trials) {
        double[] ones = new double[trials];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** A label as a part of a name. */
    private static String word(String label) {
        return label.strip().replaceAll("[^A-Za-z0-9.+-]+", "_");
    }
}
