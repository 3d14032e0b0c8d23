package org.dalescope.app.ui.configure;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.dalescope.app.ui.task.LatestTask;
import org.dalescope.model.common.UserError;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.split.Split;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.training.FitCheck;

/**
 * Checks in the background, after every change of the configuration form or the session, whether a fit could start. The
 * check reads all trials of the session, so it does not run on the window's thread; only the newest check counts. For
 * the window's thread only.
 */
public final class FormFitCheck {
    private final ConfigurationViewModel form;
    private final LatestTask work;

    /**
     * A check that starts at once.
     *
     * @param elsewhere runs work on a background thread
     * @param window runs work on the window's thread
     * @param failed receives every failure
     */
    public FormFitCheck(ConfigurationViewModel form, Executor elsewhere, Executor window, Consumer<Throwable> failed) {
        this.form = form;
        this.work = new LatestTask(elsewhere, window, failed);
        form.configuration().subscribe(c -> check());
        form.sessionProperty().subscribe(s -> check());
        form.splitProperty().subscribe(s -> check());
        form.splitFileProperty().subscribe(f -> check());
        // Nothing is checked while the seed is not valid, so a valid seed must start a new check.
        form.seedError().subscribe(s -> check());
    }

    private void check() {
        Optional<Session> session = form.sessionProperty().get();
        Optional<Configuration> configuration = form.configuration().get();
        if (session.isEmpty() || configuration.isEmpty() || !form.isValid()) {
            work.none();
            form.refusalProperty().set("");
            return;
        }
        BiFunction<Session, Configuration, Split> splitting = form.splitting();
        work.submit(
                () -> FitCheck.of(session.get(), splitting, configuration.get())
                        .map(UserError::sentence)
                        .orElse(""),
                wrong -> "",
                form.refusalProperty()::set);
    }
}
