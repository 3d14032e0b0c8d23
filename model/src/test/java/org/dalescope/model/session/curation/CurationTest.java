package org.dalescope.model.session.curation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dalescope.model.FormulaSession;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.training.Fit;
import org.junit.jupiter.api.Test;

class CurationTest {
    private final Session session = FormulaSession.session();

    @Test
    void emptySettingsLeaveTheVerySameSession() {
        Curation.Result result = new Curation(" ", "", "", "", "").of(session);
        assertSame(session, result.session());
        assertEquals(ExclusionCounts.NONE, result.leftOut());
    }

    @Test
    void whatIsKeptIsFoundByIdWithItsOwnNumbers() {
        Curation.Result result = new Curation("9", "100-102, 120,147", "b,d", "31=I, 7=E", "").of(session);
        Session kept = result.session();
        assertEquals(new ExclusionCounts(1, 5, 0, 0, 2, 1), result.leftOut());
        assertEquals(
                "1 neuron, 5 trials, 2 input channels; 1 cell type corrected",
                result.leftOut().words());
        assertEquals(43, kept.trials());
        assertEquals(NeuronType.INHIBITORY, kept.neurons().get(1).type());
        int before = session.positions(new int[] {130})[0];
        int after = kept.positions(new int[] {130})[0];
        assertEquals(30, before);
        assertEquals(26, after);
        assertEquals(session.durationMs()[before], kept.durationMs()[after]);
        for (int bin = 0; bin < session.bins(); bin++) {
            for (int neuron = 0; neuron < 3; neuron++) {
                assertEquals(session.rate(before, bin, neuron), kept.rate(after, bin, neuron));
            }
            assertEquals(session.input(before, bin, 0), kept.input(after, bin, 0));
            assertEquals(session.input(before, bin, 5), kept.input(after, bin, 3));
        }
        assertEquals(
                session.factors().get(1).values()[before], kept.factors().get(1).values()[after]);
        assertEquals(kept.trials() * kept.bins(), kept.observed().valid().length);
    }

    @Test
    void onlyNeuronsOfTheChosenAreasAreKept() {
        List<String> areas = session.neurons().stream().map(Neuron::area).toList();
        String first = areas.getFirst();
        Session kept = new Curation("", "", "", "", first).of(session).session();
        assertEquals(
                areas.stream().filter(first::equals).count(), kept.neurons().size());
        assertTrue(kept.neurons().stream().allMatch(neuron -> neuron.area().equals(first)));
        refused(new Curation("", "", "", "", first + "x"), "data.areas", "the nearest is '" + first + "'");
    }

    @Test
    void onlyNeuronsOfTheChosenTypesAreKeptAfterCorrections() {
        Set<NeuronType> before = session.neurons().stream().map(Neuron::type).collect(Collectors.toSet());
        assertEquals(Set.of(NeuronType.EXCITATORY, NeuronType.INHIBITORY), before);
        int first = session.neurons().stream()
                .filter(neuron -> neuron.type() == NeuronType.EXCITATORY)
                .findFirst()
                .orElseThrow()
                .id();
        Curation.Result result = new Curation("", "", "", first + "=I", "", "E", "").of(session);
        List<Integer> expected = session.neurons().stream()
                .filter(neuron -> neuron.type() == NeuronType.EXCITATORY && neuron.id() != first)
                .map(Neuron::id)
                .toList();
        assertEquals(
                expected, result.session().neurons().stream().map(Neuron::id).toList());
        assertEquals(
                session.neurons().size() - expected.size(), result.leftOut().neurons());
        long inhibitory = session.neurons().stream()
                        .filter(neuron -> neuron.type() == NeuronType.INHIBITORY)
                        .count()
                + 1;
        assertEquals(inhibitory, result.replacedI(), "with the corrected one");
        assertEquals(0, result.replacedE());
        refused(new Curation("", "", "", "", "", "X", ""), "data.fitted_types", "'X'", "such as E");
        refused(new Curation("", "", "", "", "", "E,U", ""), "data.fitted_types", "unknown neurons", "has none");
    }

    @Test
    void theKeysOfTheTableWriteCorrections() {
        assertEquals("3=E", CellTypeText.with("", List.of(3), 'E'));
        assertEquals("9=U, 3-5=I", CellTypeText.with("4=E, 9=U", List.of(3, 4, 5), 'I'));
        assertEquals("3=I, 1-5=E, 9=E", CellTypeText.with("3=I, 1-5=E", List.of(9), 'E'), "the order stays");
        assertEquals("1-2=E, 2=I", CellTypeText.with("1-2=E", List.of(2), 'I'), "the last correction counts");
    }

    @Test
    void whatTheSessionDoesNotHaveIsRefusedWithTheNearest() {
        refused(new Curation("8", "", "", "", ""), "data.exclude_neurons", "neuron 8", "nearest is 7");
        refused(new Curation("", "99", "", "", ""), "data.exclude_trials", "trial 99", "nearest is 100");
        refused(new Curation("", "", "aa", "", ""), "data.exclude_channels", "'aa'", "nearest is 'a'");
        refused(new Curation("", "", "", "13=E", ""), "data.neuron_types", "neuron 13", "nearest is 12");
        refused(new Curation("", "", "", "12=X", ""), "data.neuron_types", "'12=X'");
        refused(new Curation("3-1", "", "", "", ""), "'3-1'", "lower to the higher");
        refused(new Curation("seven", "", "", "", ""), "'seven'", "3,7,10-14");
        refused(new Curation("7-31", "", "", "", ""), "would leave no neuron");
        refused(new Curation("", "100-200", "", "", ""), "would leave no trial");
        refused(new Curation("", "", "a,b,c,d,e,f", "", ""), "would leave no input channel");
    }

    private void refused(Curation curation, String... parts) {
        String sentence =
                assertThrows(InputError.class, () -> curation.of(session)).sentence();
        assertEquals(sentence, curation.problem(session).orElseThrow());
        for (String part : parts) {
            assertTrue(sentence.contains(part), sentence);
        }
    }

    @Test
    void listsGainAndLoseSingleIds() {
        IdList list = IdList.parse("3, 7 ,10-14", "key");
        assertEquals("3,7,10-11,13-14", list.without(12).text());
        assertEquals("3,7,11-14", list.without(10).text());
        assertEquals("7,10-14", list.without(3).text());
        assertEquals("3,7,10-14,20", list.with(20).text());
        assertEquals(list, list.with(11));
        assertEquals("1-3,5,8-9", IdList.of(new int[] {9, 2, 1, 3, 5, 8, 2}).text());
    }

    /** A trial that is left out leaves every part of the split; the neuron leaves the network. */
    @Test
    void aFitUsesTheCuratedSessionAndSplit() {
        Configuration plain = Configuration.defaults();
        Configuration curated = plain.with("data.exclude_neurons", "9").with("data.exclude_trials", "100-105");
        var whole = Fit.defaultSplit(session, plain);
        Fit fit = Fit.of(session, whole, curated, 1);
        assertEquals(new ExclusionCounts(1, 6, 0, 0, 0, 0), fit.leftOut());
        assertEquals(3, fit.session().neurons().size());
        int[] all = Arrays.stream(new int[][] {
                    fit.split().train(), fit.split().validation(), fit.split().test()
                })
                .flatMapToInt(Arrays::stream)
                .sorted()
                .toArray();
        assertEquals(42, all.length);
        assertEquals(106, all[0]);
        int[] validation =
                Arrays.stream(whole.validation()).filter(id -> id > 105).toArray();
        assertArrayEquals(validation, fit.split().validation());
        Fit same = Fit.of(session, whole, plain, 1);
        assertSame(session, same.session());
        assertEquals(whole.hash(), same.split().hash());
    }

    @Test
    void anUnknownTypeIsFittedAsItIsOrAsSettingsName() {
        Session unknown = FormulaSession.session(NeuronType.UNKNOWN);
        Configuration plain = Configuration.defaults();
        var split = Fit.defaultSplit(unknown, plain);
        Fit asItIs = Fit.of(unknown, split, plain, 1);
        assertEquals(1, asItIs.parameterisation().spec().units().unknown());
        assertEquals(
                0,
                Fit.of(unknown, split, plain.with("data.neuron_types", "9=I"), 1)
                        .parameterisation()
                        .spec()
                        .units()
                        .unknown());
        Fit named = Fit.of(unknown, split, plain.with("data.neuron_types", "9=I"), 1);
        assertEquals(1, named.leftOut().retyped());
        assertFalse(named.leftOut().words().isEmpty());
        assertEquals(
                3,
                Fit.of(unknown, split, plain.with("data.neuron_types", "9=leave out"), 1)
                        .session()
                        .neurons()
                        .size());
    }
}
