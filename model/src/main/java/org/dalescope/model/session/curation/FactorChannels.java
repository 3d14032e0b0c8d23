package org.dalescope.model.session.curation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dalescope.model.common.DecimalParser;
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
public record FactorChannels(List<Item> items) {
    static final String KEY = Curation.FACTOR_CHANNELS;

    private static final String FORM = "it takes items such as 'reward from trial-start',"
            + " 'event from target_loc_*' or 'reward by location from go_signal for 100', separated by commas";
    private static final Pattern ITEM = Pattern.compile("(\\S+?)(\\?)?(?:\\s+by\\s+(\\S+?)(\\?)?)?\\s+from\\s+"
            + "(\\S+)(\\s+ms)?(?:\\s+for\\s+([0-9.]+)(?:\\s+ms)?)?");
    /** The word for a channel that is 1 in every trial. */
    private static final String EVENT = "event";

    private static final String TRIAL_START = "trial-start";
    private static final int MOST_LEVELS = 40;
    private static final int NEVER = Integer.MAX_VALUE;

    /**
     * One item of the setting.
     *
     * @param what a factor, or {@code event} for a channel of ones
     * @param optional whether the item is skipped in a session without the factor
     * @param by a factor, for each level of which there is a channel; empty for none
     * @param onset when the channel begins
     * @param forMs duration of a pulse; infinite for a step
     */
    record Item(String text, String what, boolean optional, String by, Onset onset, double forMs) {}

    /**
     * The onset of a channel.
     *
     * @param name {@code trial-start}, or a channel or a pattern of channels of which the first to become active
     *     counts, or a time
     * @param ms the time in ms; NaN if a name is given
     */
    record Onset(String name, double ms) {
        /** Letters for the name of a channel, without a pattern's star. */
        String word() {
            return Double.isNaN(ms)
                    ? name.replaceAll("[_*]+$", "").replace("*", "").replace('-', '_')
                    : name + "ms";
        }
    }

    /** A channel under construction: its name, and its value in every trial. */
    private record Column(String name, double[] valueOfTrial, Item item) {}

    /**
     * Reads the setting.
     *
     * @throws InputError if an item does not have the form of the examples
     */
    public static FactorChannels parse(String text) {
        return new FactorChannels(
                IdList.items(text).stream().map(FactorChannels::item).toList());
    }

    private static Item item(String text) {
        Matcher parts = ITEM.matcher(text);
        if (!parts.matches()) {
            throw new InputError("Setting " + KEY + " cannot hold '" + text + "': " + FORM + ".");
        }
        String by = Optional.ofNullable(parts.group(3)).orElse("");
        boolean optional = parts.group(2) != null || parts.group(4) != null;
        double ms = Double.NaN;
        double length = Double.POSITIVE_INFINITY;
        ms = parts.group(6) == null ? ms : number(parts.group(5), text);
        length = parts.group(7) == null ? length : number(parts.group(7), text);
        if (!(length > 0)) {
            throw new InputError("Setting " + KEY + " cannot hold '" + text + "': a pulse must be longer than 0 ms.");
        }
        return new Item(text, parts.group(1), optional, by, new Onset(parts.group(5), ms), length);
    }

    private static double number(String word, String text) {
        return DecimalParser.boxed(word)
                .orElseThrow(() -> new InputError("Setting " + KEY + " cannot hold '" + text + "': " + FORM + "."));
    }

    /**
     * The session with these channels after its own; the same object if there are none.
     *
     * @throws InputError if a factor or an event does not exist, or a name is already in use
     */
    public Session addTo(Session session) {
        List<Column> columns = new ArrayList<>();
        for (Item item : items) {
            columns.addAll(columns(item, session));
        }
        if (columns.isEmpty()) {
            return session;
        }
        checkNames(session, columns);
        List<Channel> channels = new ArrayList<>(session.channels());
        columns.forEach(column -> channels.add(Channel.event(column.name())));
        int own = session.channels().size();
        int width = channels.size();
        float[] inputs = new float[session.trials() * session.bins() * width];
        for (int row = 0; row < session.trials() * session.bins(); row++) {
            System.arraycopy(session.inputs(), row * own, inputs, row * width, own);
        }
        for (int k = 0; k < columns.size(); k++) {
            fill(inputs, width, own + k, columns.get(k), session);
        }
        return session.withInputs(channels, inputs);
    }

    /**
     * The session with the names of these channels, but without their values: enough to check other settings, and fast
     * enough for every keystroke.
     *
     * @throws InputError as {@link #addTo}, except for events that never occur
     */
    Session named(Session session) {
        List<Column> columns = new ArrayList<>();
        for (Item item : items) {
            columns.addAll(columns(item, session));
            watched(item, session);
        }
        checkNames(session, columns);
        List<Channel> channels = new ArrayList<>(session.channels());
        columns.forEach(column -> channels.add(Channel.event(column.name())));
        return columns.isEmpty() ? session : session.withInputs(channels, session.inputs());
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
    private static int[] onsets(Item item, Session session) {
        int[] onsets = new int[session.trials()];
        Onset onset = item.onset();
        if (!Double.isNaN(onset.ms())) {
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
        if (onset.name().equals(TRIAL_START)) {
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
    private static int[] watched(Item item, Session session) {
        Onset onset = item.onset();
        if (!Double.isNaN(onset.ms()) || onset.name().equals(TRIAL_START)) {
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

    private static List<Column> columns(Item item, Session session) {
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

    private static String length(Item item) {
        return Double.isInfinite(item.forMs()) ? "" : "_for_" + word(Factor.plain(item.forMs())) + "ms";
    }

    /**
     * A number for an ordered factor, scaled to 0 to 1, or for a factor of two levels that applies to every trial; else
     * one channel per level.
     */
    private static List<Column> ofFactor(Factor factor, Item item) {
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

    private static double[] levels(Factor factor, Item item) {
        double[] levels = factor.levels();
        if (levels.length < 2 || levels.length > MOST_LEVELS) {
            throw new InputError("Setting " + KEY + " cannot make '" + item.text() + "': the factor '" + factor.name()
                    + "' has " + levels.length + " levels, and 2 to " + MOST_LEVELS + " are possible.");
        }
        return levels;
    }

    private static Factor factor(String name, Item item, Session session) {
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
