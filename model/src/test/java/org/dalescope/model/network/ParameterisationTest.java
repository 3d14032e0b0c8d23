package org.dalescope.model.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.SmallSessions;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.settings.Configuration;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class ParameterisationTest {
    private static final double[] RATES = {2, 4, 8, 16, 3, 5, 20, 30};

    private static Parameterisation of(Configuration configuration) {
        return new Parameterisation(NetworkSpec.of(SmallSessions.small(), configuration.network()));
    }

    @Test
    void hiddenUnitsFillUpToTheRatioAndNeuronsGetUnitsOfTheirType() {
        List<Neuron> neurons = List.of(
                new Neuron(9, NeuronType.INHIBITORY, ""),
                new Neuron(4, NeuronType.EXCITATORY, ""),
                new Neuron(7, NeuronType.INHIBITORY, ""),
                new Neuron(1, NeuronType.EXCITATORY, ""));
        UnitMap map = UnitMap.of(neurons, Configuration.defaults().network());
        assertEquals(8, map.excitatory());
        assertEquals(2, map.inhibitory());
        assertArrayEquals(new int[] {8, 0, 9, 1}, map.recordedUnit());
        UnitMap manyE = UnitMap.of(
                IntStream.range(0, 11)
                        .mapToObj(i -> new Neuron(i, i == 3 ? NeuronType.INHIBITORY : NeuronType.EXCITATORY, ""))
                        .toList(),
                Configuration.defaults().network());
        assertEquals(10, manyE.excitatory());
        assertEquals(3, manyE.inhibitory(), "ten E units need ceil(10 / 4) I units");
    }

    @Test
    void neuronsOfUnknownTypeHaveTheLastUnitsAndHiddenUnitsCanBeGiven() {
        List<Neuron> neurons = List.of(
                new Neuron(9, NeuronType.UNKNOWN, ""),
                new Neuron(4, NeuronType.EXCITATORY, ""),
                new Neuron(7, NeuronType.UNKNOWN, ""));
        UnitMap byRatio = UnitMap.of(neurons, Configuration.defaults().network());
        assertEquals(List.of(1, 1, 2), List.of(byRatio.excitatory(), byRatio.inhibitory(), byRatio.unknown()));
        assertArrayEquals(new int[] {2, 0, 3}, byRatio.recordedUnit());
        Configuration given =
                Configuration.defaults().with("network.hidden_e", "3").with("network.hidden_i", "0");
        UnitMap chosen = UnitMap.of(neurons, given.network());
        assertEquals(List.of(4, 0, 2), List.of(chosen.excitatory(), chosen.inhibitory(), chosen.unknown()));
        assertArrayEquals(new int[] {4, 0, 5}, chosen.recordedUnit());
        assertEquals(
                List.of(1, 1, 1, 1, 0, 0),
                IntStream.range(0, 6).map(chosen::sign).boxed().toList());
    }

    @Test
    void theRatioCountsHiddenUnitsThatAreGiven() {
        List<Neuron> neurons = IntStream.range(0, 45)
                .mapToObj(i -> new Neuron(i, i < 40 ? NeuronType.EXCITATORY : NeuronType.INHIBITORY, ""))
                .toList();
        Configuration plain = Configuration.defaults();
        UnitMap moreE = UnitMap.of(neurons, plain.with("network.hidden_e", "40").network());
        assertEquals(List.of(80, 20), List.of(moreE.excitatory(), moreE.inhibitory()));
        UnitMap moreI = UnitMap.of(neurons, plain.with("network.hidden_i", "20").network());
        assertEquals(List.of(100, 25), List.of(moreI.excitatory(), moreI.inhibitory()));
    }

    @Test
    void cellsOfOneTypeGetHiddenUnitsOfTheOther() {
        List<Neuron> onlyE = IntStream.range(0, 10)
                .mapToObj(i -> new Neuron(i, NeuronType.EXCITATORY, ""))
                .toList();
        assertEquals(3, UnitMap.of(onlyE, Configuration.defaults().network()).inhibitory(), "ceil(10 / 4)");
        List<Neuron> onlyI =
                List.of(new Neuron(1, NeuronType.INHIBITORY, ""), new Neuron(2, NeuronType.INHIBITORY, ""));
        assertEquals(8, UnitMap.of(onlyI, Configuration.defaults().network()).excitatory());
    }

    /** 10 E and 4 I neurons have 16 E and 4 I units, whichever of them are recorded. */
    @Test
    void hiddenUnitsTakeThePlaceOfNeuronsThatAreNotFitted() {
        List<Neuron> onlyE = IntStream.range(0, 10)
                .mapToObj(i -> new Neuron(i, NeuronType.EXCITATORY, ""))
                .toList();
        Configuration plain = Configuration.defaults();
        UnitMap replaced = UnitMap.of(onlyE, plain.network(), 0, 4);
        assertEquals(List.of(16, 4), List.of(replaced.excitatory(), replaced.inhibitory()));
        UnitMap given = UnitMap.of(onlyE, plain.with("network.hidden_i", "5").network(), 0, 4);
        assertEquals(List.of(20, 5), List.of(given.excitatory(), given.inhibitory()));
    }

    @Test
    void theStartHasTheSpectralRadiusTheRatesAndTheLeak() {
        Parameterisation p = of(
                Configuration.defaults().with("network.spectral_radius", "0.7").with("network.tau.initial_e", "50"));
        Network network = p.network(Initialisation.of(p, RATES, 1));
        assertEquals(0.7, Initialisation.spectralRadius(network.w(), network.size()), 1e-9);
        assertTrue(network.obeysDale());
        for (int neuron = 0; neuron < RATES.length; neuron++) {
            int unit = network.units().recordedUnit()[neuron];
            double softplus = Math.log1p(Math.exp(network.h0()[unit]));
            assertEquals(RATES[neuron], network.gain()[unit] * softplus, 1e-9);
        }
        assertEquals(1 - Math.exp(-25 / 50.0), network.alpha()[0], 1e-12);
        assertTrue(Arrays.stream(network.wIn()).allMatch(w -> Math.abs(w) <= 0.3));
    }

    /** NumPy's largest absolute eigenvalue of the same matrix. */
    @Test
    void theSpectralRadiusIsNumpys() {
        double[] matrix = {0, 0.5, -0.3, 0.2, 0, -0.4, 0.6, 0.1, 0};
        assertEquals(0.5462169647099139, Initialisation.spectralRadius(matrix, 3), 1e-12);
    }

    /** y = W_out r + b_out in sp/s is raw weights times softplus, whatever the gains are; hidden E units are read too. */
    @Test
    void aReadOutIsOfTheEUnitsAndIndependentOfTheGains() {
        NetworkSpec spec =
                NetworkSpec.of(SmallSessions.small(), Configuration.defaults().network());
        Parameterisation p = new Parameterisation(spec.reading(List.of("x", "y")));
        double[] raw = Initialisation.of(p, RATES, 3);
        double[] other = raw.clone();
        ParameterLayout.Block gains =
                p.layout().block(ParameterLayout.Name.LOG_GAIN).orElseThrow();
        for (int i = 0; i < gains.length(); i++) {
            other[gains.offset() + i] += 0.3 * i;
        }
        Network a = p.network(raw);
        Network b = p.network(other);
        double[] one = a.readOut().orElseThrow().weights();
        double[] two = b.readOut().orElseThrow().weights();
        int first =
                p.layout().block(ParameterLayout.Name.READ_OUT).orElseThrow().offset();
        for (int i = 0; i < one.length; i++) {
            int unit = i % a.size();
            double want = unit < 8 ? raw[first + i / a.size() * 8 + unit] : 0;
            assertEquals(want, one[i] * a.gain()[unit], 1e-15);
            assertEquals(want, two[i] * b.gain()[unit], 1e-15);
            assertEquals(unit < 8, Math.abs(want) > 0 && Math.abs(want) < 0.1 / Math.sqrt(8));
        }
    }

    @Test
    void pullingBackIsTheTransposeOfTheMapsDerivative() {
        for (String settings : List.of(
                "network.tau.learned=population",
                "network.tau.learned=unit",
                "network.tau.learned=fixed",
                "network.recurrent.kind=low-rank-factors",
                "network.recurrent.kind=low-rank-product",
                "network.recurrent.kind=low-rank-factors network.dale=off",
                "network.recurrent.kind=low-rank-product network.dale=off")) {
            Configuration configuration = with(settings + " network.recurrent.rank=3");
            pullingBackIsTheTranspose(of(configuration), settings);
            NetworkSpec spec = NetworkSpec.of(SmallSessions.small(), configuration.network());
            pullingBackIsTheTranspose(new Parameterisation(spec.reading(List.of("x", "y"))), settings + ", read out");
        }
    }

    /** Weights of a column with a sign are s log(1 + exp(raw)); weights that are ruled out are 0. */
    @Test
    void inputWeightsOfAGivenSignKeepItAndPullBack() {
        Configuration configuration = Configuration.defaults().with("network.embedding.kind", "none");
        NetworkSpec any = NetworkSpec.of(SmallSessions.small(), configuration.network());
        int channels = any.channels();
        int units = any.units().units();
        boolean[] drives = new boolean[units * channels];
        for (int i = 0; i < drives.length; i++) {
            drives[i] = i % 3 != 0;
        }
        int[] signs = new int[channels];
        signs[0] = 1;
        signs[1] = -1;
        Parameterisation p = new Parameterisation(any.driven(drives, signs));
        pullingBackIsTheTranspose(p, "signs");
        double[] raw = Initialisation.of(p, RATES, 3);
        int first = p.layout().block(ParameterLayout.Name.INPUT).orElseThrow().offset();
        double[] weights = p.network(raw).wIn();
        for (int i = 0; i < weights.length; i++) {
            double value = raw[first + i];
            double softplus = Math.log(1 + Math.exp(value));
            double want = i % channels == 0 ? softplus : i % channels == 1 ? -softplus : value;
            assertEquals(drives[i] ? want : 0, weights[i], 1e-12);
        }
    }

    private static void pullingBackIsTheTranspose(Parameterisation p, String settings) {
        double[] raw = Initialisation.of(p, RATES, 3);
        for (int i = 0; i < raw.length; i++) {
            raw[i] += 0.01 * Math.sin(i);
        }
        Network at = p.network(raw);
        int readOut = at.readOut().map(ReadOut::length).orElse(0);
        NetworkGradient weights = NetworkGradient.zero(at.size(), at.channels()).withReadOut(new double[readOut]);
        List<double[]> parts = List.of(
                weights.w(),
                weights.wIn(),
                weights.b(),
                weights.h0(),
                weights.gain(),
                weights.alpha(),
                weights.readOut());
        parts.forEach(part -> Arrays.setAll(part, i -> Math.cos(1.7 * i + part.length)));
        double[] pulled = p.pullBack(raw, weights);
        for (int i = 0; i < raw.length; i++) {
            double h = 1e-6;
            double[] up = raw.clone();
            up[i] += h;
            double[] down = raw.clone();
            down[i] -= h;
            double want = (product(p.network(up), weights) - product(p.network(down), weights)) / (2 * h);
            assertEquals(want, pulled[i], 1e-6, settings + " raw parameter " + i);
        }
    }

    private static Configuration with(String settings) {
        Configuration configuration = Configuration.defaults();
        for (String setting : settings.split(" ", -1)) {
            String[] parts = setting.split("=", -1);
            configuration = configuration.with(parts[0], parts[1]);
        }
        return configuration;
    }

    /** Off the diagonal, W of rank 3 satisfies what every 4 x 4 minor of a rank-3 matrix does: its determinant is 0. */
    @Test
    void factorsKeepTheRankUnderDalesLawAndTheProductDoesNot() {
        assertEquals(0, minor("low-rank-factors"), 1e-12);
        assertTrue(Math.abs(minor("low-rank-product")) > 1e-9);
        Parameterisation p = of(with("network.recurrent.kind=low-rank-factors network.recurrent.rank=3"));
        Network network = p.network(Initialisation.of(p, RATES, 1));
        assertTrue(network.obeysDale());
        assertEquals(0.9, Initialisation.spectralRadius(network.w(), network.size()), 1e-9);
        LowRank factors = p.factors(Initialisation.of(p, RATES, 1)).orElseThrow();
        for (int k = 0, n = network.size(), e = network.units().excitatory(); k < 3; k++) {
            int column = k;
            double out = IntStream.range(0, e)
                    .mapToDouble(u -> factors.u2()[u * 3 + column])
                    .sum();
            double in = IntStream.range(e, n)
                    .mapToDouble(u -> factors.u2()[u * 3 + column])
                    .sum();
            assertEquals(out, in, 1e-12, "excitation matches inhibition");
        }
    }

    /** Of W's rows 0 to 3 and columns 4 to 7, which the diagonal does not touch. */
    private static double minor(String kind) {
        Parameterisation p = of(with("network.recurrent.rank=3 network.recurrent.kind=" + kind));
        Network network = p.network(Initialisation.of(p, RATES, 1));
        DMatrixRMaj minor = new DMatrixRMaj(4, 4);
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 4; column++) {
                minor.set(row, column, 10 * network.w()[row * network.size() + 4 + column]);
            }
        }
        return CommonOps_DDRM.det(minor);
    }

    @Test
    void aRankThatIsNoConstraintIsRefused() {
        Configuration configuration = with("network.recurrent.kind=low-rank-factors network.recurrent.rank=40");
        String sentence =
                assertThrows(InputError.class, () -> of(configuration)).sentence();
        assertTrue(sentence.contains("network.recurrent.rank is 40"), sentence);
    }

    @Test
    void anEulerStepLongerThanTauIsRefusedWithTheRemedy() {
        Configuration configuration =
                Configuration.defaults().with("network.leak", "euler").with("network.tau.initial_i", "20");
        String sentence =
                assertThrows(InputError.class, () -> of(configuration)).sentence();
        assertTrue(sentence.contains("alpha is 1.25") && sentence.contains("network.leak=exact"), sentence);
    }

    @Test
    void aLearnedTauMustStartInsideItsBounds() {
        Configuration configuration =
                Configuration.defaults().with("network.tau.learned", "unit").with("network.tau.initial_e", "300");
        assertTrue(assertThrows(InputError.class, () -> of(configuration))
                .sentence()
                .contains("network.tau.max"));
    }

    @Test
    void switchedOffParametersAreNotThere() {
        Parameterisation p = of(Configuration.defaults()
                .with("network.gain", "off")
                .with("network.bias", "off")
                .with("network.initial_state", "off"));
        Network network = p.network(Initialisation.of(p, RATES, 1));
        int n = network.size();
        assertEquals(n * n + n * network.channels(), p.layout().length());
        assertTrue(Arrays.stream(network.gain()).allMatch(g -> g == 1));
        assertTrue(Arrays.stream(network.h0()).allMatch(h -> h == 0));
    }

    @Test
    void withoutDalesLawSignsAreFree() {
        Parameterisation p = of(Configuration.defaults().with("network.dale", "off"));
        double[] raw = Initialisation.of(p, RATES, 1);
        raw[1] = -5;
        raw[2] = 5;
        Network network = p.network(raw);
        assertEquals(-5, network.w()[1]);
        assertEquals(5, network.w()[2]);
        assertEquals(0, network.w()[0]);
    }

    private static double product(Network network, NetworkGradient weights) {
        return dot(network.w(), weights.w())
                + dot(network.wIn(), weights.wIn())
                + dot(network.b(), weights.b())
                + dot(network.h0(), weights.h0())
                + dot(network.gain(), weights.gain())
                + dot(network.alpha(), weights.alpha())
                + network.readOut()
                        .map(y -> productOfReadOut(y, weights.readOut()))
                        .orElse(0.0);
    }

    private static double productOfReadOut(ReadOut readOut, double[] weights) {
        double[] numbers = Arrays.copyOf(readOut.weights(), readOut.length());
        System.arraycopy(readOut.bias(), 0, numbers, readOut.weights().length, readOut.bias().length);
        return dot(numbers, weights);
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }
}
