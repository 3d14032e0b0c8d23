package org.dalescope.app.ui.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.dalescope.app.chart.fit.StabilityChart;
import org.dalescope.app.ui.run.RunSnapshot;
import org.dalescope.app.ui.task.LatestTask;
import org.dalescope.model.math.linear.EigenvalueSpectrum;
import org.dalescope.model.run.store.EpochView;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.session.NeuronType;

/**
 * The eigenvalues of the kept weights of a fit, for the fit view; each epoch is computed once on a background thread.
 */
final class EigenvalueTrace {
    private final LatestTask work = new LatestTask();
    private Optional<RunFolder> folder = Optional.empty();
    private Map<Integer, StabilityChart.Point> known = new ConcurrentSkipListMap<>();

    /**
     * The known eigenvalues of a run's kept epochs; missing ones are computed.
     *
     * @param ready called on the window's thread when more eigenvalues are known
     */
    List<StabilityChart.Point> of(RunSnapshot run, Runnable ready) {
        if (folder.filter(run.folder()::equals).isEmpty()) {
            folder = Optional.of(run.folder());
            known = new ConcurrentSkipListMap<>();
        }
        Map<Integer, StabilityChart.Point> points = known;
        List<EpochView> missing = run.kept().kept().stream()
                .filter(view -> view.units() > 0 && !points.containsKey(view.epoch()))
                .toList();
        if (!missing.isEmpty()) {
            work.submit(() -> compute(missing, points), done -> ready.run());
        }
        List<StabilityChart.Point> kept = new ArrayList<>();
        run.kept().kept().forEach(view -> Optional.ofNullable(points.get(view.epoch()))
                .ifPresent(kept::add));
        return kept;
    }

    private static int compute(List<EpochView> missing, Map<Integer, StabilityChart.Point> points) {
        for (EpochView view : missing) {
            points.computeIfAbsent(view.epoch(), epoch -> StabilityChart.Point.of(epoch, spectrum(view)));
        }
        return points.size();
    }

    private static EigenvalueSpectrum spectrum(EpochView view) {
        double[] weights = new double[view.weights().length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = view.weights()[i];
        }
        return EigenvalueSpectrum.of(weights, view.units());
    }

    /**
     * The sentence that says whether every weight has the sign of its unit.
     *
     * @param types the type of every unit; a unit of unknown type cannot violate the law
     */
    static String dale(EpochView view, List<NeuronType> types) {
        int units = view.units();
        int wrong = 0;
        for (int from = 0; from < units; from++) {
            int positive = 0;
            int negative = 0;
            for (int to = 0; to < units; to++) {
                positive += view.weights()[to * units + from] > 0 ? 1 : 0;
                negative += view.weights()[to * units + from] < 0 ? 1 : 0;
            }
            wrong += switch (types.get(from)) {
                case EXCITATORY -> negative;
                case INHIBITORY -> positive;
                case UNKNOWN -> 0;
            };
        }
        return wrong == 0 ? "Dale's law holds" : "! %s weights violate Dale's law".formatted(wrong);
    }
}
