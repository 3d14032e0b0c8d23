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
 * Asks, after every change of form or session, whether the fit itself would refuse to begin. That goes over the session's trials, so
 * it is asked away from the window's thread, and the newest question counts. Window's thread only.
 */
public final class FitPrecheck {
    private final ConfigurationViewModel form;
    private final LatestTask work;

    /**
     * Asks from now on.
     *
     * @param elsewhere runs work on a thread of its own
     * @param window runs work on the window's thread
     * @param failed receives what went wrong
     */
    public FitPrecheck(ConfigurationViewModel form, Executor elsewhere, Executor window, Consumer<Throwable> failed) {
        this.form = form;
        this.work = new LatestTask(elsewhere, window, failed);
        form.configuration().subscribe(c -> check());
        form.sessionProperty().subscribe(s -> check());
        form.splitProperty().subscribe(s -> check());
        form.splitFileProperty().subscribe(f -> check());
        // With an illegal seed nothing is asked, so that a legal one must ask again.
        form.seedError().subscribe(s -> check());
    }

    private void check() {
        Optional<Session> session = form.sessionProperty().get();
        Optional<Configuration> configuration = form.configuration().get();
        if (session.isEmpty() || configuration.isEmpty() || !form.isSound()) {
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
