package org.dalescope.model.session.format.arrays;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dalescope.model.common.CancelledException;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.session.ArrayMapping;
import org.dalescope.model.session.Mapping;
import org.dalescope.model.session.RecordingMapping;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.SessionValidation;
import org.dalescope.model.session.format.FileContents;
import org.dalescope.model.session.format.FileSignature;
import org.dalescope.model.session.format.SessionFormat;
import org.dalescope.model.session.format.SessionRequest;
import org.dalescope.model.session.format.container.Container;
import org.dalescope.model.session.format.container.ContainerFiles;
import org.dalescope.model.session.format.labexport.LabExportReader;
import org.dalescope.model.session.format.plain.PlainExportReader;

/** The file format of sessions in any container of arrays: MATLAB v7.3 and v5, npz, a folder of npy, plain HDF5. */
public final class ArrayFormat implements SessionFormat {
    /** An operation on an open container. */
    private interface Reading<T> {
        T of(Container container) throws IOException;
    }

    @Override
    public boolean recognises(FileSignature head) {
        return ContainerFiles.isContainer(head.file(), head.bytes());
    }

    @Override
    public Session read(SessionRequest request) {
        return opened(request.file(), container -> {
            if (request.mapping().isEmpty() && !isSelfDescribing(container)) {
                return guessed(container, request);
            }
            Session session = read(container, request);
            SessionValidation.check(session);
            return session;
        });
    }

    @Override
    public List<Path> files(Path file, Optional<Mapping> mapping) {
        return Files.isDirectory(file) ? ContainerFiles.arraysOf(file) : List.of(file);
    }

    @Override
    public Optional<FileContents> contents(Path file) {
        return Optional.of(opened(file, ArrayContents::of));
    }

    private static <T> T opened(Path file, Reading<T> reading) {
        try (Container container =
                ContainerFiles.open(file, FileSignature.of(file).bytes())) {
            return reading.of(container);
        } catch (CancelledException | StorageError asItIs) {
            throw asItIs;
        } catch (InputError refusal) {
            String sentence = refusal.sentence();
            throw sentence.contains(file.toString()) ? refusal : new InputError(file + ": " + sentence, refusal);
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // If the file is damaged, the libraries can throw any exception.
            throw new InputError(
                    file + " is damaged or incomplete (its structure is unreadable): copy or export it again.", e);
        }
    }

    private static boolean isSelfDescribing(Container container) {
        return container.variables().containsKey("nwb_version")
                || PlainExportReader.recognises(container)
                || LabExportReader.recognises(container);
    }

    /** Reads a session with a guessed mapping; an error also says what was guessed. */
    private static Session guessed(Container container, SessionRequest request) {
        MappingGuess guess = MappingGuess.of(container);
        ArrayMapping.Activity said = guess.mapping().activity();
        String variable =
                switch (said.holds()) {
                    case AVERAGES ->
                        guess.mapping().averages().stream()
                                .map(ArrayMapping.Average::variable)
                                .collect(Collectors.joining("', '"));
                    case RATES, COUNTS, SPIKE_TIMES, SPIKE_TRIPLETS ->
                        said.variable().isEmpty()
                                ? String.join("', '", said.trialOf(), said.neuronOf(), said.timeOf())
                                : said.variable();
                };
        try {
            Session session = MappedSession.read(container, guess.mapping(), guess.findings(), request);
            SessionValidation.check(session);
            return session;
        } catch (InputError refusal) {
            throw new InputError(
                    refusal.sentence() + " '" + variable
                            + "' was taken as the activity, which is only a guess: if it is wrong, correct it with"
                            + " --mapping FILE.json (inspect --save-mapping writes the guess).",
                    refusal);
        }
    }

    private static Session read(Container container, SessionRequest request) throws IOException {
        if (container.variables().containsKey("nwb_version")) {
            throw new InputError(request.file()
                    + " is an NWB file that cannot be read as one: export it again with pynwb or matnwb.");
        }
        if (request.mapping().isEmpty()) {
            if (PlainExportReader.recognises(container)) {
                return PlainExportReader.read(container, request);
            }
            return LabExportReader.read(container, request);
        }
        return switch (request.mapping().get()) {
            case ArrayMapping arrays -> MappedSession.read(container, arrays, List.of(), request);
            case RecordingMapping _ ->
                throw new InputError(
                        request.file() + " is neither an NWB file nor the folder of a spike sorter, but the"
                                + " mapping is of the kind '"
                                + RecordingMapping.KIND + "': give a mapping of the kind '" + ArrayMapping.KIND + "'.");
        };
    }
}
