package org.dalescope.app.ui.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.fit.NeuronFit;
import org.dalescope.app.ui.psth.PsthCell;
import org.dalescope.app.ui.psth.PsthViewModel;
import org.dalescope.app.ui.run.NeuronSelection;
import org.dalescope.app.ui.run.RunSnapshot;
import org.dalescope.model.session.NeuronType;

/** A strip of four small PSTHs in the fit view: the pinned neurons, then the worst E and I neurons in turn. */
final class PsthStrip extends Pane {
    private static final int CELLS = 4;
    private static final int COLUMNS = 2;
    private final NeuronSelection neurons;
    private final List<PsthCell> cells = new ArrayList<>();

    PsthStrip(NeuronSelection neurons) {
        this.neurons = neurons;
        setId("scope-neurons");
        getStyleClass().add("chart-pane");
        setMinSize(0, 0);
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText("PSTHs of the pinned and the worst neurons");
        for (int i = 0; i < CELLS; i++) {
            PsthCell cell = new PsthCell(neuron -> neurons.choose(neuron.id()), neuron -> neurons.pin(neuron.id()));
            cells.add(cell);
            getChildren().add(cell);
        }
    }

    void show(RunSnapshot run, ChartTheme theme) {
        List<NeuronFit> shown = chosen(run, neurons);
        for (int i = 0; i < CELLS; i++) {
            PsthCell cell = cells.get(i);
            cell.setVisible(i < shown.size());
            if (i < shown.size()) {
                NeuronFit neuron = shown.get(i);
                cell.set(new PsthCell.Content(
                        PsthViewModel.allTrials(run), neuron, true, neurons.isPinned(neuron.id()), false, theme));
                cell.drawIfPending();
            }
        }
    }

    /** The shown neurons: the pinned ones in the session's order, then the worst E and I neurons in turn. */
    static List<NeuronFit> chosen(RunSnapshot run, NeuronSelection neurons) {
        List<NeuronFit> pinned =
                run.neurons().stream().filter(n -> neurons.isPinned(n.id())).toList();
        List<NeuronFit> worstE = NeuronFit.worstFirst(run.neurons(), NeuronType.EXCITATORY);
        List<NeuronFit> worstI = NeuronFit.worstFirst(run.neurons(), NeuronType.INHIBITORY);
        List<NeuronFit> worstUnknown = NeuronFit.worstFirst(run.neurons(), NeuronType.UNKNOWN);
        List<NeuronFit> worst = new ArrayList<>();
        for (int i = 0; i < run.neurons().size() && i < CELLS; i++) {
            worstE.stream().skip(i).limit(1).forEach(worst::add);
            worstI.stream().skip(i).limit(1).forEach(worst::add);
            worstUnknown.stream().skip(i).limit(1).forEach(worst::add);
        }
        return Stream.concat(pinned.stream(), worst.stream())
                .distinct()
                .limit(CELLS)
                .toList();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth() / COLUMNS);
        double height = Math.floor(getHeight() / ((double) CELLS / COLUMNS));
        for (int i = 0; i < CELLS; i++) {
            PsthCell cell = cells.get(i);
            cell.resizeTo(width, height);
            int row = i / COLUMNS;
            cell.relocate(i % COLUMNS * width, row * height);
            cell.drawIfPending();
        }
    }
}
