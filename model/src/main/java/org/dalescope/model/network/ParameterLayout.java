package org.dalescope.model.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.settings.EmbeddingSettings;

/**
 * The positions of a network's named parameters in its flat parameter vector. Parameters that a setting switches off
 * are not in the vector, so that parameters without an effect are not stored, counted or clipped.
 */
public record ParameterLayout(List<Block> blocks) {
    /** The name of a block of parameters. */
    public enum Name {
        /** Raw recurrent weights V {@code [to][from]}; W = |V| sign(column) under Dale's law. */
        RECURRENT,
        /** Low-rank factor U1 {@code [to][rank]}. */
        FACTOR_TO,
        /** Low-rank factor U2 {@code [from][rank]}. */
        FACTOR_FROM,
        /** Input weights {@code [to][channel]}. */
        INPUT,
        /** Bias per unit. */
        BIAS,
        /** State at the first bin per unit. */
        INITIAL_STATE,
        /** The natural logarithm of the gain per recorded neuron. */
        LOG_GAIN,
        /**
         * ln(tau / ms), which flattens towards the bounds of tau ({@link TauTransform}); one per population or unit.
         */
        LOG_TAU,
        /** A of a linear embedding {@code [dimension][channel]}. */
        EMBEDDING_WEIGHTS,
        /** c of a linear embedding. */
        EMBEDDING_BIAS,
        /** B of attention over channels {@code [head][channel][channel]}. */
        ATTENTION_WEIGHTS,
        /** a of attention over channels {@code [head][channel]}. */
        ATTENTION_BIAS,
        /** V of attention over channels {@code [head][dimension / heads][channel]}. */
        ATTENTION_VALUES,
        /** Read-out weights per unit of softplus {@code [target][E unit]}. */
        READ_OUT,
        /** b_out per target. */
        READ_OUT_BIAS;

        /** Whether the block consists of weights, to which weight decay applies. */
        public boolean isWeight() {
            return switch (this) {
                case RECURRENT, FACTOR_TO, FACTOR_FROM, INPUT -> true;
                case EMBEDDING_WEIGHTS, ATTENTION_WEIGHTS, ATTENTION_VALUES, READ_OUT -> true;
                case BIAS, INITIAL_STATE, LOG_GAIN, LOG_TAU, EMBEDDING_BIAS, ATTENTION_BIAS, READ_OUT_BIAS -> false;
            };
        }
    }

    /** A named part of the flat vector. */
    public record Block(Name name, int offset, int length) {}

    /** The layout for a network. */
    public static ParameterLayout of(NetworkSpec spec) {
        int n = spec.units().units();
        List<Block> blocks = new ArrayList<>();
        int rank = spec.settings().recurrent().rank();
        switch (spec.settings().recurrent().kind()) {
            case FULL -> add(blocks, Name.RECURRENT, n * n);
            case LOW_RANK_FACTORS, LOW_RANK_PRODUCT -> {
                add(blocks, Name.FACTOR_TO, n * rank);
                add(blocks, Name.FACTOR_FROM, n * rank);
            }
            case NONE -> {}
        }
        add(blocks, Name.INPUT, n * spec.inputs());
        if (spec.settings().bias()) {
            add(blocks, Name.BIAS, n);
        }
        if (spec.settings().initialState()) {
            add(blocks, Name.INITIAL_STATE, n);
        }
        if (spec.settings().gain()) {
            add(blocks, Name.LOG_GAIN, spec.units().recorded());
        }
        switch (spec.settings().tau().learned()) {
            case FIXED -> {}
            case POPULATION -> add(blocks, Name.LOG_TAU, 2);
            case UNIT -> add(blocks, Name.LOG_TAU, n);
        }
        addEmbedding(blocks, spec);
        if (!spec.targets().isEmpty()) {
            add(blocks, Name.READ_OUT, spec.targets().size() * spec.units().excitatory());
            add(blocks, Name.READ_OUT_BIAS, spec.targets().size());
        }
        return new ParameterLayout(List.copyOf(blocks));
    }

    /** The length of the flat vector. */
    public int length() {
        return blocks.stream().mapToInt(Block::length).sum();
    }

    /** The block of this name; empty if a setting switches it off. */
    public Optional<Block> block(Name name) {
        return blocks.stream().filter(b -> b.name() == name).findFirst();
    }

    private static void addEmbedding(List<Block> blocks, NetworkSpec spec) {
        EmbeddingSettings embedding = spec.settings().embedding();
        int channels = spec.channels();
        switch (embedding.kind()) {
            case NONE, DELAYS -> {}
            case LINEAR_RELU -> {
                add(blocks, Name.EMBEDDING_WEIGHTS, embedding.dimension() * channels);
                add(blocks, Name.EMBEDDING_BIAS, embedding.dimension());
            }
            case ATTENTION -> {
                add(blocks, Name.ATTENTION_WEIGHTS, embedding.heads() * channels * channels);
                add(blocks, Name.ATTENTION_BIAS, embedding.heads() * channels);
                add(blocks, Name.ATTENTION_VALUES, embedding.dimension() * channels);
            }
        }
    }

    private static void add(List<Block> blocks, Name name, int length) {
        int offset = blocks.stream().mapToInt(Block::length).sum();
        blocks.add(new Block(name, offset, length));
    }
}
