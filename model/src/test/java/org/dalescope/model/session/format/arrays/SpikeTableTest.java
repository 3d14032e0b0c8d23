package org.dalescope.model.session.format.arrays;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.io.NamedArray;
import org.dalescope.model.common.io.NpzFile;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.files.SessionFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text tables with a row per spike, and arrays whose names or lengths say what they hold. */
class SpikeTableTest {
    private static final int TRIALS = 12;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** A row per spike; neuron 2 fires three times in every trial of side B and once in every other. */
    private Path table(String separator, String end) throws IOException {
        StringBuilder text = new StringBuilder(String.join(separator, "trial", "unit", "time_ms", "side")).append(end);
        for (int trial = 0; trial < TRIALS; trial++) {
            String side = trial % 3 == 0 ? "B" : "A";
            for (int unit = 0; unit < 3; unit++) {
                int spikes = unit == 2 && side.equals("B") ? 3 : 1;
                for (int i = 0; i < spikes; i++) {
                    text.append(String.join(
                                    separator,
                                    String.valueOf(trial),
                                    String.valueOf(unit),
                                    String.valueOf(100 * i + 10 * unit + 5),
                                    side))
                            .append(end);
                }
            }
        }
        return Files.writeString(folder.resolve("spikes.csv"), text);
    }

    @Test
    void aRowPerSpikeIsReadAndConstantColumnsLabelTrials() throws IOException {
        for (String separator : List.of(",", ";", "\t")) {
            Session session = SessionFiles.open(table(separator, separator.equals(";") ? "\r\n" : "\n"));
            assertEquals(TRIALS, session.trials());
            assertEquals(3, session.neurons().size());
            assertEquals("side", session.factors().getFirst().name());
            double[] sums = new double[2];
            for (int trial = 0; trial < TRIALS; trial++) {
                for (int bin = 0; bin < session.bins(); bin++) {
                    sums[trial % 3 == 0 ? 1 : 0] +=
                            session.rate(trial, bin, 2) * session.time().binMs() / 1000;
                }
            }
            assertEquals(8, sums[0], 1e-3);
            assertEquals(12, sums[1], 1e-3);
            assertEquals(
                    "B",
                    session.factors()
                            .getFirst()
                            .label(session.factors().getFirst().values()[0]));
        }
    }

    @Test
    void aTrialWithoutSpikesHasNoLabelAndTheOthersKeepTheirs() throws IOException {
        String text = Files.readString(table(",", "\n"));
        Path file = Files.writeString(
                folder.resolve("gap.csv"),
                text.lines().filter(line -> !line.startsWith("5,")).collect(Collectors.joining("\n")) + "\n");
        Session session = SessionFiles.open(file);
        assertEquals(TRIALS, session.trials());
        Factor side = session.factors().getFirst();
        for (int trial = 0; trial < TRIALS; trial++) {
            String expected = trial % 3 == 0 ? "B" : "A";
            if (trial != 5) {
                assertEquals(expected, side.label(side.values()[trial]), "trial " + trial);
            }
        }
        assertEquals(side.notApplicable(), side.values()[5], "no value");
    }

    @Test
    void aTableThatIsNoListOfSpikesIsRefusedWithItsColumns() throws IOException {
        Path file = Files.writeString(folder.resolve("other.csv"), "a,b,c\n1,2,3\n4,5,6\n7,8,9\n");
        String sentence =
                assertThrows(InputError.class, () -> SessionFiles.open(file)).sentence();
        assertTrue(sentence.contains("a (") && sentence.contains("--mapping"), sentence);
        Path text = Files.writeString(folder.resolve("notes.txt"), "These are notes, not data.\nNothing else.\n");
        assertTrue(assertThrows(InputError.class, () -> SessionFiles.open(text))
                .sentence()
                .contains("is not a session file"));
        Path broken = Files.writeString(folder.resolve("broken.csv"), "trial,unit,time\n1,1,0.1\n1,1\n");
        assertTrue(assertThrows(InputError.class, () -> SessionFiles.open(broken))
                .sentence()
                .contains("line 3"));
    }

    @Test
    void rastersOfUnitsHaveTheUnitsFirstAndTheLongestAxisAsTime() {
        Random random = new Random(4);
        double[] raster = new double[7 * 20 * 90];
        for (int i = 0; i < raster.length; i++) {
            raster[i] = random.nextInt(12) == 0 ? 1 : 0;
        }
        Path units = folder.resolve("units.npz");
        NpzFile.write(units, List.of(NamedArray.of("sorted_units", raster, 7, 20, 90)));
        Session session = SessionFiles.open(units);
        assertEquals(List.of(7, 20, 90), List.of(session.neurons().size(), session.trials(), session.bins()));
        Path spikes = folder.resolve("spikes.npz");
        NpzFile.write(spikes, List.of(NamedArray.of("spikes", raster, 20, 7, 90)));
        Session other = SessionFiles.open(spikes);
        assertEquals(List.of(7, 20, 90), List.of(other.neurons().size(), other.trials(), other.bins()));
        // Counts of 0 and 1 with more trials than bins stay in the usual order.
        Path sparse = folder.resolve("sparse.npz");
        NpzFile.write(sparse, List.of(NamedArray.of("spikes", raster, 90, 20, 7)));
        Session usual = SessionFiles.open(sparse);
        assertEquals(List.of(7, 90, 20), List.of(usual.neurons().size(), usual.trials(), usual.bins()));
        // A vector that names an axis counts more than what is usual.
        Path named = folder.resolve("named.npz");
        double[] time = new double[20];
        for (int i = 0; i < 20; i++) {
            time[i] = 10 * i;
        }
        NpzFile.write(
                named,
                List.of(
                        NamedArray.of("sorted_units", raster, 7, 20, 90),
                        NamedArray.of("time", time),
                        NamedArray.of("trial_side", new double[90])));
        Session told = SessionFiles.open(named);
        assertEquals(List.of(7, 90, 20), List.of(told.neurons().size(), told.trials(), told.bins()));
    }
}
