package org.dalescope.app.window.configure;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.dalescope.app.window.theme.LatestWork;
import org.dalescope.model.UserError;
import org.dalescope.model.configuration.Configuration;
import org.dalescope.model.session.Session;
import org.dalescope.model.split.Split;
import org.dalescope.model.training.FitCheck;

/**
 * Asks, after every change of form or session, whether the fit itself would refuse to begin. That goes over the session's trials, so
 * it is asked away from the window's thread, and the newest question counts. Window's thread only.
 */
public final class FitRefusals {
    private final ConfigurationViewModel form;
    private final LatestWork work;

    /**
     * Asks from now on.
     *
     * @param elsewhere runs work on a thread of its own
     * @param window runs work on the window's thread
     * @param failed receives what went wrong
     */
    public FitRefusals(ConfigurationViewModel form, Executor elsewhere, Executor window, Consumer<Throwable> failed) {
        this.form = form;
        this.work = new LatestWork(elsewhere, window, failed);
        form.configuration().subscribe(c -> ask());
        form.session().subscribe(s -> ask());
        form.split().subscribe(s -> ask());
        form.splitFile().subscribe(f -> ask());
        // With an illegal seed nothing is asked, so that a legal one must ask again.
        form.seedError().subscribe(s -> ask());
    }

    private void ask() {
        Optional<Session> session = form.session().get();
        Optional<Configuration> configuration = form.configuration().get();
        if (session.isEmpty() || configuration.isEmpty() || !form.isSound()) {
            work.none();
            form.refusal().set("");
            return;
        }
        BiFunction<Session, Configuration, Split> splitting = form.splitting();
        work.ask(
                () -> FitCheck.of(session.get(), splitting, configuration.get())
                        .map(UserError::sentence)
                        .orElse(""),
                wrong -> "",
                form.refusal()::set);
    }
}
