package org.dalescope.app.ui.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.ShellCommand;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.judge.JudgeRequest;
import org.dalescope.model.judge.JudgedNetwork;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.dalescope.model.settings.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeViewModelTest {
    private static final long DEADLINE_MS = 120_000;

    @TempDir
    private Path folder = Path.of("");

    private final Session session = SyntheticSession.of(new SyntheticSettings(4, 2, 90, 20, 25, 0, 3));
    private final List<JudgeJobState> ends = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final JudgeViewModel model = new JudgeViewModel(ends::add);

    private JudgeRequest request(int epochs) {
        Configuration configuration = Configuration.defaults()
                .with("training.trials_per_step", "0.5")
                .with("training.epochs", Integer.toString(epochs))
                .with("training.warmup_epochs", "0");
        return new JudgeRequest(
                session,
                configuration,
                3,
                model.seedNumbers(),
                model.networks(),
                "default",
                folder.resolve("judged"),
                "dalescope judge");
    }

    private void run(JudgeJob job) throws InterruptedException {
        model.start(job, "small");
        assertTrue(model.runningProperty().get());
        job.join(DEADLINE_MS);
        model.pump();
    }

    @Test
    void aJudgementEndsWithItsPage() throws InterruptedException {
        model.recurrenceProperty().set(true);
        run(new JudgeJob((size, kind, n) -> new FusedEngine(1), notes::add, "again", () -> request(2)));
        JudgeJobState.Ended ended = assertInstanceOf(JudgeJobState.Ended.class, ends.getFirst());
        assertTrue(Files.isRegularFile(ended.page()));
        assertEquals(
                2,
                ended.judgement().verdict().stream()
                        .filter(sentence -> sentence.startsWith("On sealed") || sentence.startsWith("Recurrence"))
                        .count());
        assertFalse(model.runningProperty().get());
        assertEquals(List.of(), notes);
    }

    @Test
    void aStoppedJudgementSaysHowToContinue() throws InterruptedException {
        JudgeJob job = new JudgeJob((size, kind, n) -> new FusedEngine(1), notes::add, "again", () -> request(100_000));
        model.start(job, "small");
        model.stop();
        assertTrue(model.stoppingProperty().get());
        job.join(DEADLINE_MS);
        model.pump();
        JudgeJobState.Cancelled cancelled = assertInstanceOf(JudgeJobState.Cancelled.class, ends.getFirst());
        assertTrue(cancelled.sentence().endsWith("run: again"), cancelled.sentence());
    }

    @Test
    void aRequestThatIsNotPossibleFails() throws InterruptedException {
        run(new JudgeJob((size, kind, n) -> new FusedEngine(1), notes::add, "again", () -> {
            throw new InputError("Not possible.");
        }));
        JudgeJobState.Failed failed = assertInstanceOf(JudgeJobState.Failed.class, ends.getFirst());
        assertEquals("Not possible.", failed.cause().getMessage());
    }

    @Test
    void optionsAreThoseOfTheCommand() {
        assertEquals("dalescope judge a.mat", options());
        assertEquals(List.of(JudgedNetwork.CONFIGURED), model.networks());
        model.seedsProperty().set(3);
        model.daleProperty().set(true);
        assertEquals("dalescope judge a.mat --seeds 3 --dale", options());
        assertEquals(List.of(1L, 2L, 3L), model.seedNumbers());
        assertEquals(List.of(JudgedNetwork.CONFIGURED, JudgedNetwork.WITHOUT_DALE), model.networks());
    }

    private String options() {
        return model.options(ShellCommand.of("dalescope", "judge", "a.mat")).text();
    }
}
