package org.dalescope.app.ui.judge;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dalescope.app.report.JudgementReport;
import org.dalescope.app.ui.jobs.BackgroundJob;
import org.dalescope.app.ui.jobs.JobViewModel;
import org.dalescope.model.common.CancelledException;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.choice.EngineFactory;
import org.dalescope.model.engine.choice.EngineRequest;
import org.dalescope.model.judge.Judge;
import org.dalescope.model.judge.JudgeListener;
import org.dalescope.model.judge.JudgeRequest;
import org.dalescope.model.judge.JudgedNetwork;
import org.dalescope.model.judge.Judgement;
import org.dalescope.model.judge.JudgementJson;
import org.dalescope.model.training.EpochSnapshot;
import org.dalescope.model.training.Fit;

/** A running judgement on a named daemon thread, which the job bar watches by reading its newest state periodically. */
public final class JudgeJob extends BackgroundJob {
    private volatile JudgeJobState state = new JudgeJobState.Preparing();
    private final EngineFactory.Source engines;
    private final Consumer<String> notes;
    private final Supplier<JudgeRequest> prepare;
    private final String command;

    /**
     * A job that is not started yet.
     *
     * @param engines opens an engine, on the job's thread
     * @param notes receives messages for the user
     * @param command the command line that continues the judgement
     * @param prepare prepares the request, on the job's thread
     */
    public JudgeJob(
            EngineFactory.Source engines, Consumer<String> notes, String command, Supplier<JudgeRequest> prepare) {
        super("judge");
        this.engines = engines;
        this.notes = notes;
        this.command = command;
        this.prepare = prepare;
    }

    /** The newest state. */
    public JudgeJobState state() {
        return state;
    }

    @Override
    protected void work() {
        try {
            JudgeRequest request = prepare.get();
            Fit first = Fit.of(
                    request.session(),
                    request.splits().getFirst(),
                    request.configuration(),
                    request.seeds().getFirst());
            try (RecurrentEngine engine = engines.open(first.workload(), EngineRequest.Kind.AUTO, notes)) {
                Judgement judgement = Judge.run(request, engine, control, new Progress(engine.description()));
                Path page = request.out().resolve("judgement.html");
                JudgementJson.write(request.out().resolve("judgement.json"), judgement);
                JudgementReport.write(page, judgement);
                state = new JudgeJobState.Ended(judgement, page.toAbsolutePath());
            }
        } catch (CancelledException cancelled) {
            state = new JudgeJobState.Cancelled(
                    "The judgement was stopped; finished fits are kept. To continue it, run: " + command);
        } catch (Throwable thrown) {
            state = new JudgeJobState.Failed(thrown);
        }
    }

    /** Turns the progress of the fits into states. */
    private final class Progress implements JudgeListener {
        private final String engine;
        private final long begun = System.nanoTime();
        private int fit = 1;
        private int fits = 1;
        private String which = "";
        private String expected = "";

        Progress(String engine) {
            this.engine = engine;
        }

        @Override
        public void started(int number, int all, JudgedNetwork network, int fold, long seed) {
            fit = number;
            fits = all;
            which = "fit %s of %s: %s, fold %s".formatted(number, all, network.label(), fold);
            state = new JudgeJobState.Running((fit - 1.0) / fits, which + expected, engine);
        }

        @Override
        public void epoch(EpochSnapshot snapshot) {
            double share = (fit - 1 + (double) snapshot.record().epoch() / snapshot.epochs()) / fits;
            double seconds = (System.nanoTime() - begun) / 1e9;
            if (!expected.isEmpty()) {
                expected = ", %s left".formatted(JobViewModel.duration(seconds / share * (1 - share)));
            }
            state = new JudgeJobState.Running(share, which + expected, engine);
        }

        @Override
        public void expected(double seconds) {
            expected = ", about %s in all".formatted(JobViewModel.duration(seconds));
        }

        @Override
        public void note(String sentence) {
            notes.accept(sentence);
        }
    }
}
