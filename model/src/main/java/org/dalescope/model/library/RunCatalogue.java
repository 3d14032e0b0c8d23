package org.dalescope.model.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.run.store.RunStatus;
import org.dalescope.model.suite.plan.FitKey;
import org.dalescope.model.suite.store.SuiteFolder;
import org.dalescope.model.suite.store.SuiteRecord;

/**
 * Lists the runs and suites of a folder. A second scan reads only the files that have changed since the first. Do not
 * use it on the user interface thread; it is thread-safe.
 */
public final class RunCatalogue {
    private final Path folder;
    private final AtomicLong reads = new AtomicLong();
    private final SettingTexts settings = new SettingTexts();
    private final ParsedFileCache<RunFacts> facts =
            new ParsedFileCache<>(file -> RunFacts.read(new RunFolder(parent(file))), reads);
    private final ParsedFileCache<RunScore> scores = new ParsedFileCache<>(RunScore::read, reads);
    private final ParsedFileCache<RunNotes> notes = new ParsedFileCache<>(RunNotes::parse, reads);
    private final ParsedFileCache<Map<String, String>> configurations = new ParsedFileCache<>(settings::read, reads);
    private final ParsedFileCache<Integer> epochs = new ParsedFileCache<>(LastHistoryRow::epoch, reads);
    private final ParsedFileCache<SuiteRecord> suites =
            new ParsedFileCache<>(file -> new SuiteFolder(parent(file)).suite(), reads);
    private final ParsedFileCache<Set<FitKey>> broken =
            new ParsedFileCache<>(file -> new SuiteFolder(parent(file)).broken(), reads);

    public RunCatalogue(Path folder) {
        this.folder = folder;
    }

    /** The runs and suites of a folder. */
    public record Content(List<RunEntry> runs, List<SuiteEntry> suites) {
        /** No runs and no suites. */
        public static final Content EMPTY = new Content(List.of(), List.of());

        /** All runs: the single runs and those of the suites. */
        public Stream<RunEntry> all() {
            return Stream.concat(runs.stream(), suites.stream().flatMap(suite -> suite.runs().stream()));
        }
    }

    /** The folder that is scanned. */
    public Path folder() {
        return folder;
    }

    /** The number of files that were read so far; a second scan of unchanged runs adds nothing. */
    public long filesRead() {
        return reads.get();
    }

    /** Scans all runs and suites. Runs are sorted newest first, suites last started first. */
    public synchronized Content read() {
        Stream.of(facts, scores, notes, configurations, epochs, suites, broken).forEach(ParsedFileCache::begin);
        if (!Files.isDirectory(folder)) {
            checkPlace();
            return Content.EMPTY;
        }
        List<Path> folders = list();
        List<RunEntry> runs = folders.parallelStream()
                .map(RunFolder::new)
                .filter(run -> ParsedFileCache.isThere(run.runJson()))
                .map(run -> entry(run, Optional.empty()))
                .sorted(RunOrder.NEWEST.comparator())
                .toList();
        List<SuiteEntry> found = folders.stream()
                .filter(SuiteFolder::isSuite)
                .map(SuiteFolder::new)
                .sorted(Comparator.comparingLong(RunCatalogue::changed).reversed())
                .map(this::suite)
                .toList();
        return new Content(runs, found);
    }

    /** Checks the folder. A missing library counts as empty; a library that cannot be created is an error. */
    private void checkPlace() {
        Path there = folder.toAbsolutePath();
        while (there != null && Files.notExists(there)) {
            there = there.getParent();
        }
        if (there != null && Files.isRegularFile(there)) {
            throw new InputError("The folder of runs " + folder + " cannot be used: " + there
                    + " is a file and not a folder. Choose another folder (DALESCOPE_RUNS).");
        }
    }

    private List<Path> list() {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.toList();
        } catch (IOException | UncheckedIOException e) {
            throw new StorageError("The folder of runs " + folder + " cannot be read: check its permissions.", e);
        }
    }

    private RunEntry entry(RunFolder run, Optional<RunEntry.Place> place) {
        Optional<RunFacts> is = facts.of(run.runJson());
        boolean running = is.filter(f -> f.status() == RunStatus.RUNNING).isPresent();
        int done = is.map(RunFacts::epochsDone).orElse(0);
        return new RunEntry(
                run,
                is,
                scores.of(run.scoresJson()).orElse(RunScore.NONE),
                notes.of(RunNotes.file(run)).orElse(RunNotes.NONE),
                configurations.of(run.configJson()).orElseGet(settings::defaults),
                place,
                running ? epochs.of(run.historyCsv()).orElse(done) : done);
    }

    private SuiteEntry suite(SuiteFolder suite) {
        Optional<SuiteRecord> record = suites.of(suite.suiteJson());
        String name = String.valueOf(suite.folder().getFileName());
        List<RunEntry> runs = new ArrayList<>();
        Set<FitKey> failed = broken.of(suite.failuresJson()).orElse(Set.of());
        List<FitKey> finished = new ArrayList<>();
        for (FitKey cell : record.map(SuiteRecord::cells).orElse(List.of())) {
            RunFolder run = suite.run(cell);
            if (ParsedFileCache.isThere(run.runJson())) {
                RunEntry entry = entry(run, Optional.of(new RunEntry.Place(name, cell.arm(), cell.seed())));
                runs.add(entry);
                if (SuiteEntry.isFinished(entry)) {
                    finished.add(cell);
                }
            }
        }
        Set<FitKey> still =
                failed.stream().filter(cell -> !finished.contains(cell)).collect(Collectors.toSet());
        return new SuiteEntry(suite, record, List.copyOf(runs), Set.copyOf(still));
    }

    /** The time when the suite last started or continued, which is when {@code suite.json} is written. */
    private static long changed(SuiteFolder suite) {
        return suite.suiteJson().toFile().lastModified();
    }

    private static Path parent(Path file) {
        return file.resolveSibling("").normalize();
    }
}
