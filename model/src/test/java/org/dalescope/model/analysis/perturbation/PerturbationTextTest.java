package org.dalescope.model.analysis.perturbation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dalescope.model.SmallSessions;
import org.dalescope.model.common.InputError;
import org.dalescope.model.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PerturbationTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "silence I 0.5",
                "silence E&hidden 1; drive ids:3,7 -0.25; cut E->I 0; cut ids:4->recorded 1.5; lesion go_signal; window 300:600",
                "silence in-degree:4 0.1; window 300:",
                "drive units:0,5 2; window :-50"
            })
    void textAndJsonGiveThePerturbationBack(String text) {
        Perturbation perturbation = PerturbationText.of(text);
        assertEquals(text, PerturbationText.of(perturbation));
        assertEquals(perturbation, PerturbationText.of(PerturbationText.of(perturbation)));
        assertEquals(
                perturbation,
                PerturbationJson.read(PerturbationJson.of(perturbation).toString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "silnce I 1 | 'silence'",
                "silence Recorded 1 | 'recorded'",
                "silence id:3 1 | 'ids'",
                "silence I | too short",
                "silence I 1.5 | from 0 (nothing) to 1",
                "silence I half | Give a finite number",
                "silence ids:a 1 | whole number",
                "silence in-degree:5 1 | in-degree:4",
                "drive E Infinity | finite",
                "cut E 0 | from->to",
                "cut E->I -1 | Dale",
                "lesion | names no input",
                "lesion x; window 300 | 300:600",
                "lesion x; window 600:300 | start must be before the end",
                "window 0:1; window 1:2 | Two windows"
            })
    void whatCannotBeUnderstoodIsRefusedInOneSentence(String text, String part) {
        InputError refusal = assertThrows(InputError.class, () -> PerturbationText.of(text));
        assertTrue(refusal.sentence().contains(part), refusal.sentence());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | not valid JSON",
                "{\"interventions\": [{\"kind\": \"silense\"}]} | 'silence'",
                "{\"interventions\": [{\"kind\": \"silence\", \"units\": \"I\"}]} | 'strength'",
                "{\"interventions\": [{\"kind\": \"lesion\"}]} | 'channel'",
                "{\"window_ms\": [\"a\", 3]} | window_ms"
            })
    void whatIsWrongInJsonIsRefusedInOneSentence(String json, String part) {
        InputError refusal = assertThrows(InputError.class, () -> PerturbationJson.read(json));
        assertTrue(refusal.sentence().contains(part), refusal.sentence());
    }

    /** 6 E and 2 I neurons, 1 hidden unit of each type: units 0-5 E, 6 hidden E, 7-8 I, 9 hidden I. */
    @Test
    void setsAreWhatTheyAreCalled() {
        Network network = RandomCircuit.of(SmallSessions.small(), 1, 1, 4);
        assertSet(network, "E", 0, 1, 2, 3, 4, 5, 6);
        assertSet(network, "I", 7, 8, 9);
        assertSet(network, "hidden", 6, 9);
        assertSet(network, "E&hidden", 6);
        assertSet(network, "recorded & I", 7, 8);
        int second = network.units().recordedUnit()[1];
        assertSet(network, "ids:" + network.units().neuronIds()[1], second);
        // Row sums of |W| are 1 for unit 0, 2 for unit 1 and so on.
        for (int i = 0; i < 100; i++) {
            network.w()[i] = i % 10 == 0 ? -(i / 10 + 1) : 0;
        }
        assertSet(network, "in-degree:1", 0, 1);
        assertSet(network, "in-degree:2", 2, 3, 4);
        assertSet(network, "in-degree:4", 7, 8, 9);
    }

    private static void assertSet(Network network, String words, int... units) {
        boolean[] wanted = new boolean[network.size()];
        for (int unit : units) {
            wanted[unit] = true;
        }
        assertArrayEquals(wanted, UnitSetParser.of(words).in(network), words);
    }
}
