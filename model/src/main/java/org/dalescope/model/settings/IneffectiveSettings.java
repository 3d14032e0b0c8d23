package org.dalescope.model.settings;

import java.util.List;

/** Some settings that have no effect with the others: when, why, and their keys' common beginnings. */
record IneffectiveSettings(boolean when, String why, List<String> keys) {

    /**
     * All such reasons.
     *
     * @param splitGiven whether the split comes from elsewhere than the configuration's shares
     */
    static List<IneffectiveSettings> of(Configuration c, boolean splitGiven) {
        NeuronLossKind neuron = c.loss().neuron().kind();
        return List.of(
                new IneffectiveSettings(
                        splitGiven,
                        "the split is given",
                        List.of("data.validation_share", "data.test_share", "data.split", "data.fold")),
                new IneffectiveSettings(
                        !splitGiven && c.data().split() == SplitKind.BLOCKS,
                        "data.split is blocks",
                        List.of("data.split_factors", "data.split_seed")),
                new IneffectiveSettings(
                        !splitGiven && c.data().isFolded(),
                        "data.folds says how many trials validate",
                        List.of("data.validation_share")),
                new IneffectiveSettings(
                        !splitGiven && !c.data().isFolded(),
                        "there are no folds (data.folds is 0 or 1)",
                        List.of("data.fold")),
                new IneffectiveSettings(
                        neuron == NeuronLossKind.POISSON,
                        "loss.neuron.kind is poisson",
                        List.of(
                                "loss.neuron.smoothing_ms",
                                "loss.neuron.mean_weight",
                                "loss.neuron.sd_weight",
                                "loss.neuron.z_floor")),
                new IneffectiveSettings(
                        neuron != NeuronLossKind.HYBRID,
                        "loss.neuron.kind is not hybrid",
                        List.of("loss.neuron.hybrid_weight")),
                new IneffectiveSettings(
                        neuron != NeuronLossKind.CONDITIONS,
                        "loss.neuron.kind is not conditions",
                        List.of("loss.neuron.conditions")),
                new IneffectiveSettings(
                        !c.loss().trial().enabled(),
                        "loss.trial.enabled is off",
                        List.of(
                                "loss.trial.scale",
                                "loss.trial.distance",
                                "loss.trial.z_",
                                "loss.trial.smoothing_ms",
                                "loss.trial.by_condition",
                                "loss.trial.matching",
                                "loss.trial.epsilon",
                                "loss.trial.iterations",
                                "loss.trial.tolerance",
                                "loss.trial_warmup_epochs")),
                new IneffectiveSettings(
                        c.loss().trial().enabled() && c.loss().trial().distance() == TrialDistance.POISSON,
                        "loss.trial.distance is poisson, which compares counts that are not z-scored",
                        List.of("loss.trial.z_")),
                new IneffectiveSettings(
                        c.loss().trial().enabled() && c.loss().trial().matching() == TrialMatching.EXACT,
                        "loss.trial.matching is exact",
                        List.of("loss.trial.epsilon", "loss.trial.iterations", "loss.trial.tolerance")),
                new IneffectiveSettings(
                        !c.loss().trial().enabled() && c.loss().balancing() != GradientBalancing.LOSS_EMA,
                        "loss.trial.enabled is off",
                        List.of("loss.balancing")),
                new IneffectiveSettings(
                        c.loss().balancing() != GradientBalancing.LOSS_EMA,
                        "loss.balancing is not loss-ema",
                        List.of("loss.ema_decay")),
                new IneffectiveSettings(
                        c.loss().activity().weight() == 0, "loss.activity.weight is 0", List.of("loss.activity.")),
                new IneffectiveSettings(
                        c.loss().output().weight() == 0, "loss.output.weight is 0", List.of("loss.output.")),
                new IneffectiveSettings(
                        c.network().recurrent().kind() == RecurrentKind.FULL,
                        "network.recurrent.kind is full",
                        List.of("network.recurrent.rank")),
                new IneffectiveSettings(
                        c.network().embedding().kind() == EmbeddingKind.NONE,
                        "network.embedding.kind is none",
                        List.of("network.embedding.dimension", "network.embedding.heads")),
                new IneffectiveSettings(
                        c.network().embedding().kind() == EmbeddingKind.LINEAR_RELU,
                        "network.embedding.kind is linear-relu",
                        List.of("network.embedding.heads")),
                new IneffectiveSettings(
                        c.network().tau().learned() == LearnedTau.FIXED,
                        "network.tau.learned is fixed",
                        List.of("network.tau.min", "network.tau.max", "network.tau.learning_rate")),
                new IneffectiveSettings(
                        c.training().optimiser() == Optimiser.ADAM,
                        "training.optimiser is adam",
                        List.of("training.weight_decay")),
                new IneffectiveSettings(
                        c.training().schedule() != LearningRateSchedule.PLATEAU,
                        "training.schedule is not plateau",
                        List.of(
                                "training.plateau_factor",
                                "training.plateau_patience",
                                "training.plateau_watch",
                                "training.min_learning_rate")));
    }
}
