package org.dalescope.app.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dalescope.model.run.store.RunViews;
import org.dalescope.model.scoring.Score;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.psth.Psth;
import org.dalescope.model.training.EpochRecord;

/** A made-up run and a canvas. */
public final class Samples {
    static final int BINS = 60;

    private Samples() {}

    public static List<EpochRecord> history(int epochs) {
        return history(epochs, Double.NaN);
    }

    /** With a value of L_output in every epoch. */
    static List<EpochRecord> history(int epochs, double lOutput) {
        return IntStream.rangeClosed(1, epochs)
                .mapToObj(e -> {
                    double fall = Math.exp(-e / 20.0);
                    double score = 0.52 * (1 - fall);
                    return new EpochRecord(
                            e,
                            0.4 + fall + 0.05 * (e % 3),
                            0.3 + fall,
                            0.1 + 0.3 * fall,
                            0.01,
                            Double.NaN,
                            0.5 * fall + 0.01,
                            0.02 + 0.1 * fall,
                            Math.cos(e / 9.0),
                            0.01,
                            score + 0.05,
                            score,
                            score - 0.02,
                            50 - e / 10.0,
                            40 - e / 5.0,
                            20,
                            0.35 + fall,
                            0.01,
                            3,
                            0,
                            lOutput);
                })
                .toList();
    }

    static RunViews views() {
        int[] ids = {3, 7, 9, 12};
        List<NeuronType> types =
                List.of(NeuronType.EXCITATORY, NeuronType.EXCITATORY, NeuronType.EXCITATORY, NeuronType.INHIBITORY);
        double[] time =
                IntStream.range(0, BINS).mapToDouble(b -> -200 + 20.0 * b).toArray();
        double[] mean = new double[BINS * ids.length];
        double[] error = new double[mean.length];
        double[] model = new double[mean.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = 8 + 5 * Math.sin(i / 40.0);
            error[i] = 1;
            model[i] = 8 + 4 * Math.sin(i / 40.0 + 0.2);
        }
        int[] trials = new int[BINS];
        Arrays.fill(trials, 20);
        trials[BINS - 1] = 0;
        List<double[]> tau = IntStream.range(0, 60)
                .mapToObj(e -> new double[] {50 - e / 9.0, 48 + e / 8.0, 50 + e / 30.0, 20 + e / 10.0})
                .toList();
        Psth data = new Psth(BINS, ids.length, mean, error, trials);
        return new RunViews(
                time,
                List.of("all trials"),
                ids,
                types,
                List.of(data),
                List.of(model),
                tau,
                3,
                RunViews.Trials.NONE,
                "");
    }

    static List<Score> scores() {
        return List.of(new Score(
                ScoreKind.PSTH_R,
                0.49,
                0.5,
                0.4,
                0.54,
                0.58,
                0.91,
                0.02,
                0.2,
                0,
                Map.of(3, 0.81, 7, 0.66, 9, 0.12, 12, 0.4),
                Map.of(3, 0.9, 7, 0.71, 9, 0.15, 12, 0.5)));
    }

    public static BufferedImage draw(Drawing drawing, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        drawing.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
        graphics.dispose();
        return image;
    }

    static BufferedImage draw(ChartContent content, ChartTheme theme) {
        LineChart chart = new LineChart();
        chart.show(content, theme, 600);
        return draw(chart, 600, 400);
    }

    /** Number of pixels of exactly this colour. */
    public static long count(BufferedImage image, Color colour) {
        int rgb = colour.getRGB();
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .filter(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()) == rgb)
                .count();
    }
}
