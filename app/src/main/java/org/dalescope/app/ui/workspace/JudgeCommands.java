package org.dalescope.app.ui.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dalescope.app.ui.configure.ConfigurationViewModel;
import org.dalescope.app.ui.jobs.FitScheduler;
import org.dalescope.app.ui.jobs.JobQueue;
import org.dalescope.app.ui.judge.JudgeJob;
import org.dalescope.app.ui.judge.JudgeJobState;
import org.dalescope.app.ui.judge.JudgeViewModel;
import org.dalescope.app.ui.notification.Notification;
import org.dalescope.app.ui.notification.Notifications;
import org.dalescope.app.ui.session.OpenSession;
import org.dalescope.model.common.ShellCommand;
import org.dalescope.model.engine.choice.EngineFactory;
import org.dalescope.model.judge.JudgeRequest;
import org.dalescope.model.run.store.RunLibrary;
import org.dalescope.model.session.Session;
import org.dalescope.model.settings.Configuration;

/** The commands for judgements on sealed trials: start one, and show its verdict. */
final class JudgeCommands {
    private final JudgeViewModel model = new JudgeViewModel(this::ended);
    private final RunLibrary runs;
    private final EngineFactory.Source engines;
    private final FitScheduler turns;
    private final ConfigurationViewModel form;
    private final Supplier<String> whyNot;
    private final Supplier<Optional<OpenSession>> session;
    private final Notifications notices;
    private Consumer<Path> showPage = page -> {};

    /**
     * Commands without a judgement.
     *
     * @param engines opens an engine; called on the job's thread only
     * @param whyNot says why nothing can be started
     * @param session the open session
     */
    JudgeCommands(
            RunLibrary runs,
            EngineFactory.Source engines,
            FitScheduler turns,
            ConfigurationViewModel form,
            Supplier<String> whyNot,
            Supplier<Optional<OpenSession>> session,
            Notifications notices) {
        this.runs = runs;
        this.engines = engines;
        this.turns = turns;
        this.form = form;
        this.whyNot = whyNot;
        this.session = session;
        this.notices = notices;
        turns.add(model.runningProperty());
    }

    JudgeViewModel model() {
        return model;
    }

    /**
     * Judges the configured model on the open session, or queues it.
     *
     * @param show opens a page in the browser
     */
    void start(Consumer<Path> show) {
        showPage = show;
        Optional<Configuration> settings = form.configuration().get();
        Optional<OpenSession> open = session.get();
        if (open.isEmpty() || settings.isEmpty() || !form.valid().get()) {
            notices.show(Notification.information(whyNot.get()));
            return;
        }
        Session data = open.get().session();
        Path out = runs.next("judge-" + data.name(), turns.reservedFolders());
        String command = command(open.get(), out);
        String preset = form.presetProperty().get().name();
        List<Long> seeds = model.seedNumbers();
        var networks = model.networks();
        JudgeJob job = new JudgeJob(
                engines,
                note -> notices.show(Notification.information(note)),
                command,
                () -> new JudgeRequest(
                        data, settings.get(), JudgeRequest.FOLDS, seeds, networks, preset, out, command));
        String name = String.valueOf(out.getFileName());
        turns.whenFree(
                new JobQueue.Waiting("Judge %s".formatted(data.name()), out, command, () -> model.start(job, name)));
    }

    private String command(OpenSession open, Path out) {
        return model.options(ShellCommand.of(
                                "dalescope",
                                "judge",
                                String.valueOf(open.session().source().file()))
                        .option("--mapping", open.mappingFile())
                        .option("--preset", form.presetProperty().get().name())
                        .settings(form.changedSettings()))
                .option("--out", out)
                .text();
    }

    private void ended(JudgeJobState how) {
        switch (how) {
            case JudgeJobState.Ended(var judgement, Path page) ->
                notices.show(new Notification(
                        Notification.Kind.INFORMATION,
                        String.join(" ", judgement.verdict()),
                        "",
                        List.of(new Notification.Remedy(
                                "open-judgement", "Open the page", () -> showPage.accept(page)))));
            case JudgeJobState.Cancelled(String sentence) -> notices.show(Notification.information(sentence));
            case JudgeJobState.Failed(Throwable cause) -> notices.show(cause);
            case JudgeJobState.Preparing _, JudgeJobState.Running _ -> {}
        }
        turns.next();
    }
}
