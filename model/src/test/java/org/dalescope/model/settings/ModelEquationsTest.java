package org.dalescope.model.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ModelEquationsTest {
    private static String line(Configuration c, String what) {
        return ModelEquations.of(c).stream()
                .filter(line -> line.what().equals(what))
                .map(ModelEquations.Line::equation)
                .findFirst()
                .orElse("");
    }

    @Test
    void theDefaultIsSpelledOut() {
        Configuration c = Configuration.defaults();
        assertEquals(
                "x(t+1) = (1 - \u03b1) x(t) + \u03b1 (W softplus(x(t)) + W_in [u(t), u(t - 50 ms), u(t - 100 ms), u(t - 200 ms)]"
                        + " + b) + 0.1 \u221a\u03b1 \u03be(t), x(0) = x\u2080, learned",
                line(c, "State"));
        assertEquals("\u03b1 = 1 - exp(-bin / \u03c4), \u03c4 fixed at 30 ms (E), 20 ms (I)", line(c, "Leak"));
        assertEquals(
                List.of("State", "Rate", "Leak", "Weights", "L_neuron", "L"),
                ModelEquations.of(c).stream().map(ModelEquations.Line::what).toList());
    }

    /** What is switched off is not in the equations. */
    @Test
    void everyChoiceIsSeen() {
        Configuration c = Preset.named("circuit")
                .configuration()
                .with("network.bias", "off")
                .with("network.process_noise", "0")
                .with("network.dale", "off")
                .with("network.gain", "off")
                .with("network.initial_state", "off")
                .with("loss.trial.enabled", "off")
                .with("network.recurrent.kind", "low-rank-factors")
                .with("network.recurrent.rank", "3");
        assertEquals("x(t+1) = (1 - \u03b1) x(t) + \u03b1 (W softplus(x(t)) + W_in u(t)), x(0) = 0", line(c, "State"));
        assertEquals("r = softplus(x), sp/s", line(c, "Rate"));
        assertTrue(line(c, "Weights").startsWith("W = V, signs free"), line(c, "Weights"));
        assertTrue(line(c, "Weights").contains("rank 3"), line(c, "Weights"));
        assertEquals("L_neuron + 0.02 mean |W|", line(c, "L"));
        assertTrue(line(c, "L_neuron").contains("Poisson"), line(c, "L_neuron"));
        assertEquals("", line(c, "L_trial"));
    }
}
