package org.dalescope.app.ui.mapping;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.dalescope.app.ui.session.OpenSession;
import org.dalescope.app.ui.session.SessionOpening;
import org.dalescope.model.common.CancelledException;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.ShellQuoting;
import org.dalescope.model.common.UserError;
import org.dalescope.model.session.Mapping;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.files.SessionFiles;
import org.dalescope.model.session.format.FileContents;
import org.dalescope.model.session.format.MappingJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The view model of the mapping form: the mapping's JSON, the form that changes it, and a preview of the session that
 * it gives. Every change is tried at once on a background thread; only the newest counts. For the window's thread only.
 */
public final class MappingViewModel {
    private static final String WHERE = "The mapping";

    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper applicable = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<List<MappingSection>> form = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper origin = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper preview = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper command = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Session>> session = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final SessionOpening opening;
    private final Executor elsewhere;
    private final Executor window;
    private final Consumer<OpenSession> apply;
    private final Consumer<Throwable> failed;
    private Optional<Subject> subject = Optional.empty();
    private Optional<OpenSession> candidate = Optional.empty();
    private Optional<Saved> saved = Optional.empty();

    /** The file, its contents, and the current mapping. */
    private record Subject(Path file, FileContents contents, ObjectNode document) {
        Subject saying(ObjectNode next) {
            return new Subject(file, contents, next);
        }
    }

    /**
     * The mapping file with which the command line reads the session in the same way.
     *
     * @param file the file of the mapping; empty if the guess is the same
     */
    private record Saved(Optional<Path> file, String text) {}

    /**
     * A view model without a file.
     *
     * @param opening opens the file to try a mapping
     * @param elsewhere runs work on a background thread
     * @param window runs work on the window's thread
     * @param apply receives the session that was read with the user's mapping
     * @param failed receives every failure
     */
    public MappingViewModel(
            SessionOpening opening,
            Executor elsewhere,
            Executor window,
            Consumer<OpenSession> apply,
            Consumer<Throwable> failed) {
        this.opening = opening;
        this.elsewhere = elsewhere;
        this.window = window;
        this.apply = apply;
        this.failed = failed;
    }

    /** Whether the form is shown in place of the session. */
    public ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Whether the file is being read with the current mapping. */
    public ReadOnlyBooleanProperty checkingProperty() {
        return checking.getReadOnlyProperty();
    }

    /** Whether the current mapping was tried, gives a session, and is not in use yet. */
    public ReadOnlyBooleanProperty applicableProperty() {
        return applicable.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** The message that the mapping was applied to the file before, with its file; empty if it was not. */
    public ReadOnlyStringProperty originProperty() {
        return origin.getReadOnlyProperty();
    }

    /** Why the file cannot be read with the current mapping; empty if it can. */
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /** The session that the current mapping gives, in one line. */
    public ReadOnlyStringProperty previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** The session that the current mapping gives; empty while it is being read or if the file cannot be read. */
    ReadOnlyObjectProperty<Optional<Session>> sessionProperty() {
        return session.getReadOnlyProperty();
    }

    /** The command that reads the file in the same way; empty while the mapping is in no file. */
    public ReadOnlyStringProperty commandProperty() {
        return command.getReadOnlyProperty();
    }

    /** The form; it is replaced when the structure of the mapping changes, not while the user types. */
    ReadOnlyObjectProperty<List<MappingSection>> formProperty() {
        return form.getReadOnlyProperty();
    }

    /** The value of a field in the mapping; a missing node if there is none. */
    JsonNode value(MappingField field) {
        return field.get().apply(document());
    }

    /** The field with this id. */
    MappingField field(String id) {
        return form.get().stream()
                .flatMap(section -> section.fields().stream())
                .filter(field -> field.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id));
    }

    /** Shows the mapping of an open session, if its file format needs one. */
    public void show(OpenSession open) {
        Path file = open.session().source().file();
        open.session().source().mapping().ifPresent(mapping -> {
            if (subject.filter(s -> s.file().equals(file)).isPresent()) {
                use(open, mapping);
                shown.set(true);
            } else {
                offered(file, Optional.of(mapping), contents -> {
                    subject = Optional.of(new Subject(file, contents, MappingJson.json(mapping)));
                    use(open, mapping);
                    shown.set(true);
                });
            }
        });
    }

    /** Switches to a session that was just opened. */
    public void follow(OpenSession open) {
        Path file = open.session().source().file();
        Optional<Mapping> mapping = open.session().source().mapping();
        if (mapping.isPresent() && subject.filter(s -> s.file().equals(file)).isPresent()) {
            use(open, mapping.get());
        } else {
            hide();
            subject = Optional.empty();
            validate(true);
        }
    }

    /**
     * Checks whether the user can write a mapping for a file that could not be read.
     *
     * @param can receives the action that opens the form, unless the file offers nothing to choose from
     */
    public void offer(Path file, Throwable refused, Consumer<Runnable> can) {
        offered(
                file,
                Optional.empty(),
                contents -> can.accept(() -> {
                    subject = Optional.of(new Subject(file, contents, MappingJson.json(contents.known())));
                    title.set("How to read %s".formatted(file.getFileName()));
                    origin.set("");
                    candidate = Optional.empty();
                    checking.set(false);
                    preview.set("");
                    session.set(Optional.empty());
                    refusal.set(refused instanceof UserError r ? r.sentence() : String.valueOf(refused.getMessage()));
                    validate(true);
                    shown.set(true);
                }));
    }

    /** Returns to the session. */
    public void hide() {
        shown.set(false);
    }

    /** Changes the value of a field and tries the mapping. */
    void change(MappingField field, JsonNode value) {
        if (!value(field).equals(value)) {
            ObjectNode next = document().deepCopy();
            field.set().accept(next, value);
            replace(next, !field.isTyped());
        }
    }

    /** Makes a change of the mapping and tries it. */
    void change(MappingSection.Change change) {
        ObjectNode next = document().deepCopy();
        change.act().accept(next);
        replace(next, true);
    }

    /** Resets the mapping to the guess. */
    public void reset() {
        subject.ifPresent(s -> replace(MappingJson.json(s.contents().known()), true));
    }

    /** Reads a mapping from a file. */
    public void load(Path file) {
        try {
            Mapping mapping = MappingJson.read(file);
            replace(MappingJson.json(mapping), true);
        } catch (UserError refused) {
            failed.accept(refused);
        }
    }

    /** Writes the current mapping to a file. */
    public void save(Path file) {
        try {
            Mapping mapping = MappingJson.read(document(), WHERE);
            MappingJson.write(mapping, file);
            saved = Optional.of(new Saved(Optional.of(file), MappingJson.text(mapping)));
            validate(false);
        } catch (UserError refused) {
            failed.accept(refused);
        }
    }

    /** Opens the session that was tried. */
    public void apply() {
        if (applicable.get()) {
            candidate.ifPresent(apply);
        }
    }

    /** The current mapping. */
    public ObjectNode document() {
        return subject.map(Subject::document).orElseGet(() -> JsonNodeFactory.instance.objectNode());
    }

    private void offered(Path file, Optional<Mapping> mapping, Consumer<FileContents> then) {
        elsewhere.execute(() -> {
            try {
                Optional<FileContents> contents = SessionFiles.contents(file, mapping);
                window.execute(() -> contents.ifPresent(then));
            } catch (UserError nothingToChoose) {
                // The error of the file was already reported in its own message.
            } catch (RuntimeException | Error wrong) {
                window.execute(() -> failed.accept(wrong));
            }
        });
    }

    /** Shows the mapping that is in use. */
    private void use(OpenSession open, Mapping mapping) {
        ObjectNode document = MappingJson.json(mapping);
        subject = subject.map(s -> s.saying(document));
        saved = Optional.of(new Saved(open.mappingFile(), MappingJson.text(mapping)));
        title.set("How %s was read".formatted(open.session().source().file().getFileName()));
        origin.set(open.mappingFile()
                .filter(file -> open.mappedBefore())
                .map(file ->
                        ("This mapping was applied to the file before (%s) and is used again. Change it here, or reset"
                                        + " it to the guess.")
                                .formatted(file))
                .orElse(""));
        candidate = Optional.empty();
        checking.set(false);
        refusal.set("");
        preview.set(open.summary());
        session.set(Optional.of(open.session()));
        validate(true);
    }

    /** Replaces the mapping and tries it. */
    private void replace(ObjectNode next, boolean reshaped) {
        subject = subject.map(s -> s.saying(next));
        origin.set("");
        candidate = Optional.empty();
        refusal.set("");
        preview.set("");
        session.set(Optional.empty());
        validate(reshaped);
        try {
            Mapping mapping = MappingJson.read(next, WHERE);
            checking.set(true);
            subject.ifPresent(
                    s -> opening.open(s.file(), Optional.of(mapping), open -> fits(open, reshaped), this::doesNotFit));
        } catch (UserError refused) {
            opening.forget();
            doesNotFit(refused);
        }
    }

    private void fits(OpenSession open, boolean fill) {
        checking.set(false);
        candidate = Optional.of(open);
        preview.set(open.summary());
        session.set(Optional.of(open.session()));
        // Guessed values are filled in, but not while the user types.
        Optional<Mapping> understood = open.session().source().mapping().filter(mapping -> fill);
        understood.ifPresent(mapping -> subject = subject.map(s -> s.saying(MappingJson.json(mapping))));
        validate(understood.isPresent());
    }

    private void doesNotFit(Throwable refused) {
        checking.set(false);
        if (refused instanceof CancelledException) {
            refusal.set("");
        } else if (refused instanceof UserError sentence) {
            refusal.set(sentence.sentence());
        } else {
            failed.accept(refused);
        }
        validate(false);
    }

    private void validate(boolean reshaped) {
        applicable.set(candidate.isPresent());
        command.set(subject.map(this::commandFor).orElse(""));
        if (reshaped) {
            form.set(subject.map(MappingViewModel::formOf).orElse(List.of()));
        }
    }

    private static List<MappingSection> formOf(Subject subject) {
        return switch (subject.contents()) {
            case FileContents.Arrays arrays -> ArrayForm.of(arrays, subject.document());
            case FileContents.Recording nwb -> RecordingForm.of(nwb, subject.document());
        };
    }

    private String commandFor(Subject subject) {
        String inspect =
                "dalescope inspect " + ShellQuoting.quoted(subject.file().toString());
        return saved.filter(s -> s.text().equals(text(subject.document())))
                .map(s -> inspect
                        + s.file()
                                .map(file -> " --mapping " + ShellQuoting.quoted(file.toString()))
                                .orElse(""))
                .orElse("");
    }

    private static String text(ObjectNode document) {
        try {
            return MappingJson.text(MappingJson.read(document, WHERE));
        } catch (InputError illegal) {
            return "";
        }
    }
}
