package org.dalescope.model.session.arrays;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.Cancelled;
import org.dalescope.model.Refusal;
import org.dalescope.model.StorageFailure;
import org.dalescope.model.session.FileHead;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.SessionChecks;
import org.dalescope.model.session.SessionFormat;
import org.dalescope.model.session.SessionRequest;
import org.dalescope.model.session.container.Container;
import org.dalescope.model.session.container.Containers;
import org.dalescope.model.session.conversion.PlainExport;
import org.dalescope.model.session.laboratory.LaboratoryExport;
import org.dalescope.model.session.mapping.ArrayContents;
import org.dalescope.model.session.mapping.ArrayMapping;
import org.dalescope.model.session.mapping.Contents;
import org.dalescope.model.session.mapping.MappedSession;
import org.dalescope.model.session.mapping.MappingGuess;
import org.dalescope.model.session.mapping.NwbMapping;

/** Any container of arrays: MATLAB v7.3 and v5, npz, a folder of npy, plain HDF5. */
public final class ArrayFormat implements SessionFormat {
    /** What is done with an open container. */
    private interface Reading<T> {
        T of(Container container) throws IOException;
    }

    @Override
    public boolean recognises(FileHead head) {
        return Containers.isContainer(head.file(), head.bytes());
    }

    @Override
    public Session read(SessionRequest request) {
        return opened(request.file(), container -> {
            if (request.mapping().isEmpty() && !saysItself(container)) {
                return guessed(container, request);
            }
            Session session = read(container, request);
            SessionChecks.check(session);
            return session;
        });
    }

    @Override
    public Optional<Contents> contents(Path file) {
        return Optional.of(opened(file, ArrayContents::of));
    }

    private static <T> T opened(Path file, Reading<T> reading) {
        try (Container container = Containers.open(file, FileHead.of(file).bytes())) {
            return reading.of(container);
        } catch (Cancelled | StorageFailure asItIs) {
            throw asItIs;
        } catch (Refusal refusal) {
            String sentence = refusal.sentence();
            throw sentence.contains(file.toString()) ? refusal : new Refusal(file + ": " + sentence, refusal);
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // The libraries answer damage with whatever exception the damaged bytes lead to.
            throw new Refusal(
                    file + " is damaged or incomplete (its structure is unreadable): copy or export it again.", e);
        }
    }

    private static boolean saysItself(Container container) {
        return container.variables().containsKey("nwb_version")
                || PlainExport.recognises(container)
                || LaboratoryExport.recognises(container);
    }

    /** What is wrong with a guess is told together with what was guessed. */
    private static Session guessed(Container container, SessionRequest request) {
        MappingGuess guess = MappingGuess.of(container);
        String variable = guess.mapping().activity().variable();
        try {
            Session session = MappedSession.read(container, guess.mapping(), guess.findings(), request);
            SessionChecks.check(session);
            return session;
        } catch (Refusal refusal) {
            throw new Refusal(
                    refusal.sentence() + " '" + variable
                            + "' was taken as the activity, which is a guess: correct it with --mapping FILE.json"
                            + " (inspect --save-mapping writes the guess).",
                    refusal);
        }
    }

    private static Session read(Container container, SessionRequest request) throws IOException {
        if (container.variables().containsKey("nwb_version")) {
            throw new Refusal(request.file()
                    + " is an NWB file that cannot be read as one: export it again with pynwb or" + " matnwb.");
        }
        if (request.mapping().isEmpty()) {
            if (PlainExport.recognises(container)) {
                return PlainExport.read(container, request);
            }
            return LaboratoryExport.read(container, request);
        }
        return switch (request.mapping().get()) {
            case ArrayMapping arrays -> MappedSession.read(container, arrays, List.of(), request);
            case NwbMapping _ ->
                throw new Refusal(request.file() + " is no NWB file, but the mapping is of the kind '" + NwbMapping.KIND
                        + "': give one of the kind '" + ArrayMapping.KIND + "'.");
        };
    }
}
