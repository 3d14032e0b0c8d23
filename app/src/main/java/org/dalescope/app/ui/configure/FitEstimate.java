package org.dalescope.app.ui.configure;

import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.dalescope.app.ui.jobs.CoreShare;
import org.dalescope.app.ui.jobs.JobViewModel;
import org.dalescope.model.common.UserError;
import org.dalescope.model.engine.choice.EngineRequest;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.split.Split;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FitMemory;
import org.dalescope.model.training.FitSize;

/** The estimated size and duration of the configured fit, which the configuration form shows before the fit starts. */
final class FitEstimate {
    private static final double MIB = 1024 * 1024;

    private FitEstimate() {}

    /**
     * The estimate as a sentence, or the reason why such a fit is not possible. Not for the window's thread: the
     * session may have to be reduced first.
     *
     * @param speed operations per second of the last fit on this machine
     */
    static String words(
            Session session,
            BiFunction<Session, Configuration, Split> splitting,
            Configuration configuration,
            Optional<Double> speed) {
        try {
            Fit fit = Fit.of(session, splitting.apply(session, configuration), configuration, 1);
            FitSize size = FitSize.of(fit);
            long bytes = FitMemory.of(fit, EngineRequest.Kind.AUTO, CoreShare.forWork())
                    .heap();
            return String.format(
                    Locale.ROOT,
                    "%,d units, %,d parameters, %s operations per epoch, %,.0f MiB of memory with the session; %s.",
                    size.units(),
                    size.parameters(),
                    operations(size.epochFlops()),
                    bytes / MIB,
                    speed.map(s -> time(size.epochFlops() / s, configuration))
                            .orElse("the time is known after the first fit on this machine"));
        } catch (UserError refusal) {
            return refusal.sentence();
        }
    }

    private static String operations(double count) {
        return count < 1e9
                ? String.format(Locale.ROOT, "%.3g million", count / 1e6)
                : String.format(Locale.ROOT, "%.3g billion", count / 1e9);
    }

    private static String time(double seconds, Configuration configuration) {
        double all = seconds * configuration.training().epochs();
        return String.format(
                Locale.ROOT,
                "about %s per epoch and %s for all %,d, at the speed of the last fit here",
                seconds < 10 ? String.format(Locale.ROOT, "%.2g s", seconds) : JobViewModel.duration(seconds),
                JobViewModel.duration(all),
                configuration.training().epochs());
    }
}
