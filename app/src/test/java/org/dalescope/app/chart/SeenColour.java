package org.dalescope.app.chart;

import java.awt.Color;
import java.util.Arrays;

/** Colours as eyes see them: WCAG's contrast, CIE 1976 L*a*b*, and what is left of a colour without one kind of cone. */
final class SeenColour {
    /** sRGB to CIE XYZ, D65 (IEC 61966-2-1). */
    private static final double[][] XYZ = {
        {0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}
    };

    private static final double[] WHITE = {0.95047, 1, 1.08883};
    private static final double KNEE = 6.0 / 29;

    private SeenColour() {}

    /** Whether and which kind of cone is missing. */
    enum Vision {
        NORMAL,
        PROTANOPIA,
        DEUTERANOPIA,
        TRITANOPIA
    }

    /** The matrices of Machado, Oliveira and Fernandes 2009 for severity 1, on linear RGB. */
    private static double[][] matrix(Vision vision) {
        return switch (vision) {
            case NORMAL -> new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
            case PROTANOPIA ->
                new double[][] {
                    {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
                };
            case DEUTERANOPIA ->
                new double[][] {
                    {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
                };
            case TRITANOPIA ->
                new double[][] {
                    {1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}
                };
        };
    }

    /** WCAG's ratio of two colours' luminances, 1 to 21. */
    static double contrast(Color a, Color b) {
        double first = luminance(a);
        double second = luminance(b);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    /** Delta E of 1976: the distance in L*a*b*. */
    static double distance(Color a, Color b, Vision vision) {
        double[] first = lab(a, vision);
        double[] second = lab(b, vision);
        return Math.sqrt(Math.pow(first[0] - second[0], 2)
                + Math.pow(first[1] - second[1], 2)
                + Math.pow(first[2] - second[2], 2));
    }

    static double[] lab(Color colour, Vision vision) {
        double[] seen = times(matrix(vision), linear(colour));
        double[] xyz =
                times(XYZ, Arrays.stream(seen).map(c -> Math.clamp(c, 0, 1)).toArray());
        double x = curve(xyz[0] / WHITE[0]);
        double y = curve(xyz[1] / WHITE[1]);
        double z = curve(xyz[2] / WHITE[2]);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double luminance(Color colour) {
        double[] rgb = linear(colour);
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    }

    private static double[] linear(Color colour) {
        return Arrays.stream(new int[] {colour.getRed(), colour.getGreen(), colour.getBlue()})
                .mapToDouble(c -> c / 255.0)
                .map(c -> c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4))
                .toArray();
    }

    private static double curve(double t) {
        return t > KNEE * KNEE * KNEE ? Math.cbrt(t) : t / (3 * KNEE * KNEE) + 4.0 / 29;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        return Arrays.stream(matrix)
                .mapToDouble(row -> row[0] * vector[0] + row[1] * vector[1] + row[2] * vector[2])
                .toArray();
    }
}
