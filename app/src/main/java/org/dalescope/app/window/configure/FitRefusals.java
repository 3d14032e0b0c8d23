package org.dalescope.app.window.configure;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.dalescope.model.UserError;
import org.dalescope.model.configuration.Configuration;
import org.dalescope.model.session.Session;
import org.dalescope.model.split.Split;
import org.dalescope.model.training.FitCheck;

/**
 * Asks, after every change of form or session, whether the fit itself would refuse to begin. One question is asked at a time, away
 * from the window's thread, and the newest counts. Window's thread only.
 */
public final class FitRefusals {
    private final ConfigurationViewModel form;
    private final Executor elsewhere;
    private final Executor window;
    private final Consumer<Throwable> failed;
    private Optional<Question> wanted = Optional.empty();
    private boolean isBusy;

    /** What a fit would be of; every one is another. */
    private static final class Question {
        private final Session session;
        private final BiFunction<Session, Configuration, Split> splitting;
        private final Configuration configuration;

        Question(Session session, BiFunction<Session, Configuration, Split> splitting, Configuration configuration) {
            this.session = session;
            this.splitting = splitting;
            this.configuration = configuration;
        }

        String answer() {
            return FitCheck.of(session, splitting, configuration)
                    .map(UserError::sentence)
                    .orElse("");
        }
    }

    /**
     * Asks from now on.
     *
     * @param elsewhere runs work on a thread of its own
     * @param window runs work on the window's thread
     * @param failed receives what went wrong
     */
    public FitRefusals(ConfigurationViewModel form, Executor elsewhere, Executor window, Consumer<Throwable> failed) {
        this.form = form;
        this.elsewhere = elsewhere;
        this.window = window;
        this.failed = failed;
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
            wanted = Optional.empty();
            form.refusal().set("");
            return;
        }
        wanted = Optional.of(new Question(session.get(), form.splitting(), configuration.get()));
        answerNext();
    }

    private void answerNext() {
        if (isBusy || wanted.isEmpty()) {
            return;
        }
        isBusy = true;
        Question mine = wanted.get();
        elsewhere.execute(() -> {
            try {
                String answer = mine.answer();
                window.execute(() -> answered(mine, answer));
            } catch (RuntimeException | Error wrong) {
                window.execute(() -> {
                    answered(mine, "");
                    failed.accept(wrong);
                });
            }
        });
    }

    private void answered(Question mine, String answer) {
        isBusy = false;
        if (wanted.filter(mine::equals).isPresent()) {
            form.refusal().set(answer);
        } else {
            answerNext();
        }
    }
}
