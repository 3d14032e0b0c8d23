package org.dalescope.app.window.shell;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.dalescope.app.window.library.LibraryViewModel;
import org.dalescope.app.window.mapping.MappingViewModel;
import org.dalescope.app.window.notice.Notice;
import org.dalescope.app.window.notice.Notices;
import org.dalescope.app.window.session.OpenSession;
import org.dalescope.app.window.session.SessionOpening;
import org.dalescope.app.words.Words;
import org.dalescope.model.Refusal;
import org.dalescope.model.array.WholeFile;
import org.dalescope.model.run.RunLibrary;
import org.dalescope.model.session.mapping.Mapping;
import org.dalescope.model.session.mapping.MappingJson;
import org.dalescope.model.session.mapping.SuggestedMapping;
import org.dalescope.model.session.synthetic.DemoSession;

/** The open session: how it is opened, how its file is understood, and what to do when it is refused. */
final class Sessions {
    private final ObjectProperty<Optional<OpenSession>> session = new SimpleObjectProperty<>(Optional.empty());
    private final Map<Path, Mapping> understood = new HashMap<>();
    private final RunLibrary runs;
    private final Background background;
    private final Notices notices;
    private final LibraryViewModel library;
    private final SessionOpening opening;
    private final MappingViewModel mapping;
    private final Runnable another;

    /**
     * No session is open.
     *
     * @param another told before another session is shown
     */
    Sessions(RunLibrary runs, Background background, Notices notices, LibraryViewModel library, Runnable another) {
        this.another = another;
        this.runs = runs;
        this.background = background;
        this.notices = notices;
        this.library = library;
        this.opening = new SessionOpening(background.elsewhere(), background.window());
        this.mapping = new MappingViewModel(
                opening, background.elsewhere(), background.window(), open -> keep(open, () -> {}), notices::show);
    }

    ObjectProperty<Optional<OpenSession>> session() {
        return session;
    }

    SessionOpening opening() {
        return opening;
    }

    MappingViewModel mapping() {
        return mapping;
    }

    /** Opens a file as it was understood in this window before, else as it is guessed. */
    void open(Path path, Runnable then) {
        open(path, Optional.ofNullable(understood.get(path)), then);
    }

    /** Opens the session that ships with the program. */
    void openDemo(Runnable then) {
        background.run(
                () -> {
                    WholeFile.folder(runs.folder());
                    return OpenSession.of(DemoSession.open(runs.folder()));
                },
                open -> {
                    show(open);
                    then.run();
                },
                notices);
    }

    /** Shows how the open session was understood. */
    void showMapping() {
        session.get().ifPresent(mapping::show);
    }

    /** Opens a file as it is said to be understood. */
    void open(Path path, Optional<Mapping> said, Runnable then) {
        opening.open(
                path,
                said,
                open -> {
                    if (said.isPresent()) {
                        keep(open, then);
                    } else {
                        show(open);
                        then.run();
                    }
                },
                wrong -> refused(path, wrong, then));
    }

    private void show(OpenSession open) {
        another.run();
        session.set(Optional.of(open));
        mapping.follow(open);
        library.add(open);
        notices.dismissOld();
    }

    /** Shows a session whose mapping was chosen, once that lies in a file which the command line can name. */
    private void keep(OpenSession open, Runnable then) {
        background.run(
                () -> open.session()
                        .source()
                        .mapping()
                        .map(chosen -> open.mappedBy(kept(open.session().name(), chosen)))
                        .orElse(open),
                mapped -> {
                    mapped.session()
                            .source()
                            .mapping()
                            .ifPresent(chosen ->
                                    understood.put(mapped.session().source().file(), chosen));
                    show(mapped);
                    then.run();
                },
                notices);
    }

    /** Beside the runs; another mapping has another name, so that no command changes its meaning. */
    private Path kept(String name, Mapping chosen) {
        String text = MappingJson.text(chosen);
        String plain = name.replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^-+|-+$", "");
        String digest = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 8);
        Path file = runs.folder().resolve("mappings").resolve(plain + "-" + digest + ".json");
        MappingJson.write(chosen, file);
        return file;
    }

    /** The sentence at once; what a person can do about it as soon as it is known. */
    private void refused(Path path, Throwable wrong, Runnable then) {
        notices.show(wrong);
        if (!(wrong instanceof Refusal refusal)) {
            // Cancelled, or not readable now: how the file was understood is still right.
            return;
        }
        understood.remove(path);
        mapping.offer(path, wrong, begin -> {
            List<Notice.Remedy> remedies = new ArrayList<>();
            SuggestedMapping.of(wrong)
                    .ifPresent(suggested -> remedies.add(new Notice.Remedy(
                            "apply-suggestion",
                            suggested.words(),
                            () -> open(path, Optional.of(suggested.mapping()), then))));
            remedies.add(new Notice.Remedy("choose-mapping", Words.of("shell.choose-what-is-what"), () -> {
                begin.run();
                notices.dismiss();
            }));
            if (notices.shown()
                    .get()
                    .filter(shown -> shown.sentence().equals(refusal.sentence()))
                    .isPresent()) {
                notices.show(new Notice(Notice.Kind.REFUSAL, refusal.sentence(), "", List.copyOf(remedies)));
            }
        });
    }
}
