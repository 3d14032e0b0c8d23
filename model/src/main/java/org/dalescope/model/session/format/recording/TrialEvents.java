package org.dalescope.model.session.format.recording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.RecordingMapping;
import org.dalescope.model.session.RecordingMapping.EventChannel;

/**
 * The columns of a trials table that hold the times of events.
 *
 * @param timesS times of the event by column, in seconds of the session; NaN if it did not happen
 */
public record TrialEvents(TrialTable trials, Map<String, double[]> timesS) {
    private static final Pattern NAME = Pattern.compile(".*(_times?|_timestamps?|_onset|_offset|_onsets?_s)");
    private static final Set<String> ENDINGS = Set.of("off", "offset", "stop", "end", "finish");
    private static final Map<String, List<String>> PAIRS = Map.of(
            "on", List.of("off"),
            "onset", List.of("offset"),
            "start", List.of("stop", "end", "finish"),
            "begin", List.of("end"));

    /** The share of trials in which an event must occur so that it can be time zero without a mapping. */
    private static final double ENOUGH = 0.9;

    /** How far outside its trial an event may be, in seconds; a value farther outside is not a time of the session. */
    private static final double MARGIN_S = 60;

    /** The same for a column whose name does not say that it holds times, such as "go_cue". */
    private static final double UNNAMED_MARGIN_S = 1;

    /** Such moments can be distinguished from durations only if trials start this late on average, in seconds. */
    private static final double LONG_SESSION_S = 30;

    public static TrialEvents of(TrialTable trials) {
        Map<String, double[]> events = new LinkedHashMap<>();
        for (String column : trials.table().columns()) {
            if (trials.isBorder(column)) {
                continue;
            }
            boolean named = NAME.matcher(column.toLowerCase(Locale.ROOT)).matches();
            trials.timesS(column)
                    .filter(times -> named || Arrays.stream(times).anyMatch(time -> time != Math.rint(time)))
                    .filter(times -> areInTrials(times, trials, named ? MARGIN_S : UNNAMED_MARGIN_S))
                    .ifPresent(times -> events.put(column, times));
        }
        return new TrialEvents(trials, events);
    }

    /**
     * Whether the values of a column are moments in the trials. Reaction times are durations and response times are
     * moments: the values show this, not the name.
     */
    private static boolean areInTrials(double[] times, TrialTable trials, double marginS) {
        int inside = 0;
        int finite = 0;
        for (int i = 0; i < times.length; i++) {
            if (Double.isFinite(times[i])) {
                finite++;
                double stop = Double.isFinite(trials.stopS()[i]) ? trials.stopS()[i] : trials.startS()[i];
                inside += times[i] >= trials.startS()[i] - marginS && times[i] <= stop + marginS ? 1 : 0;
            }
        }
        double early = Arrays.stream(times).filter(Double::isFinite).average().orElse(0);
        double sessions = Arrays.stream(trials.startS())
                .filter(Double::isFinite)
                .average()
                .orElse(0);
        if (marginS < MARGIN_S && sessions < LONG_SESSION_S) {
            return false;
        }
        // In a session of a minute, any duration is "inside": moments must also grow with the session.
        return finite > 0 && inside >= ENOUGH * finite && early >= sessions / 2;
    }

    /** The column of time zero: the mapping's, or otherwise the earliest event that most trials have. */
    String align(RecordingMapping mapping) {
        if (mapping.align().isPresent()) {
            return mapping.align().get();
        }
        String best = trials.start();
        double earliest = Double.POSITIVE_INFINITY;
        for (Map.Entry<String, double[]> event : timesS.entrySet()) {
            double[] after = new double[trials.rows()];
            Arrays.setAll(after, i -> event.getValue()[i] - trials.startS()[i]);
            double[] finite =
                    Arrays.stream(after).filter(Double::isFinite).sorted().toArray();
            boolean beginning = !ENDINGS.contains(lastWord(stem(event.getKey())));
            if (beginning && finite.length >= ENOUGH * after.length && finite[finite.length / 2] < earliest) {
                earliest = finite[finite.length / 2];
                best = event.getKey();
            }
        }
        return best;
    }

    /**
     * The times of a column, which may also be the trial's start or stop.
     *
     * @throws InputError if the table has no such column
     */
    double[] at(String column) {
        if (trials.isBorder(column)) {
            return column.equals(trials.start()) ? trials.startS() : trials.stopS();
        }
        return Optional.ofNullable(timesS.get(column))
                .or(() -> trials.timesS(column))
                .orElseThrow(() -> new InputError("The mapping names the time column '" + column + "', but "
                        + trials.table().path() + " has no such column of numbers. Choose from: "
                        + ReadingNotes.list(trials.table().columns()) + "."));
    }

    /**
     * The channels of the events without a mapping: 1 from x_on to x_off if both columns exist, otherwise a pulse of
     * one bin.
     *
     * @param without a column that gets no channel
     */
    List<EventChannel> channels(Optional<String> without) {
        List<EventChannel> channels = new ArrayList<>();
        List<String> paired = new ArrayList<>();
        for (String on : timesS.keySet()) {
            partner(on).ifPresent(paired::add);
        }
        for (String column : timesS.keySet()) {
            if (!paired.contains(column) && without.filter(column::equals).isEmpty()) {
                channels.add(new EventChannel(stem(column), column, partner(column)));
            }
        }
        return channels;
    }

    /** A column's name without the ending that marks it as a time. */
    static String stem(String column) {
        return column.replaceFirst("_(times?|timestamps?)$", "");
    }

    private Optional<String> partner(String on) {
        String stem = stem(on);
        String last = lastWord(stem);
        String tail = on.substring(stem.length());
        return PAIRS.getOrDefault(last, List.of()).stream()
                .map(end -> stem.substring(0, stem.length() - last.length()) + end + tail)
                .filter(timesS::containsKey)
                .findFirst();
    }

    private static String lastWord(String name) {
        return name.substring(name.lastIndexOf('_') + 1).toLowerCase(Locale.ROOT);
    }
}
